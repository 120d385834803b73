// Where the pages of lint rules are read.

/** The address of a rule's page. */
export function pageOf(name: string): string {
  return `https://github.com/vscode-iptables/vscode-iptables/blob/main/docs/rules/${name}.md`;
}
