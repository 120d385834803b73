// The name of the file for the other family: rules.v6 beside rules.v4, ip6tables.rules beside iptables.rules.

/** How file names say their family, this and the other. The first that fits. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/\.v4(?=$|\.)/, '.v6'],
  [/\.v6(?=$|\.)/, '.v4'],
  [/^ip6tables/, 'iptables'],
  [/^iptables/, 'ip6tables'],
  [/\.ip6tables$/, '.iptables'],
  [/\.iptables$/, '.ip6tables'],
];

/** The address of the twin of a file; undefined where the name does not say a family, or the document has no file. */
export function twinNameOf(uri: string): string | undefined {
  if (uri.startsWith('untitled:')) return undefined;
  const slash = uri.lastIndexOf('/') + 1;
  const name = uri.slice(slash);
  const pair = PAIRS.find(([pattern]) => pattern.test(name));
  return pair && uri.slice(0, slash) + name.replace(pair[0], pair[1]);
}
