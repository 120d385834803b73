// The snippets: offered where a line begins. Those that a manifest contributes are offered at every word, and Enter
// behind `--helper ftp` would put a rule into the rule.

import {
  CompletionItem,
  CompletionItemKind,
  type Disposable,
  languages,
  MarkdownString,
  type Position,
  Range,
  SnippetString,
  type TextDocument,
} from 'vscode';
import generated from '../../snippets/iptables.json';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets: Readonly<Record<string, Snippet>> = generated;

/** Offers the snippets in every rules file, wherever it is kept. */
export function registerSnippets(): Disposable {
  return languages.registerCompletionItemProvider('iptables', { provideCompletionItems: snippetsAt });
}

function snippetsAt(document: TextDocument, position: Position): CompletionItem[] {
  const { text } = document.lineAt(position);
  const [before, after] = [text.slice(0, position.character), text.slice(position.character)];
  // One word alone, the cursor in it or behind it.
  if (!/^\s*[^\s#]*$/.test(before) || !/^\S*\s*$/.test(after)) return [];
  const range = new Range(position.translate(0, -before.trimStart().length), position);
  return Object.entries(snippets).flatMap(([name, snippet]) =>
    [snippet.prefix].flat().map((prefix) => itemOf(name, prefix, snippet, range)),
  );
}

/** Looks and sorts as VS Code has it for contributed ones: behind what the server offers. */
function itemOf(name: string, prefix: string, { description, body }: Snippet, range: Range): CompletionItem {
  const item = new CompletionItem({ label: prefix, description: name }, CompletionItemKind.Snippet);
  const text = body.join('\n');
  item.insertText = new SnippetString(text);
  item.range = range;
  item.sortText = `z-${prefix}`;
  item.detail = description;
  item.documentation = new MarkdownString().appendCodeblock(plain(text), 'iptables');
  return item;
}

/** `\$`, `$1`, `${1:text}` and `${1|one,another|}`: what the generator writes. */
const STOP = /\\([\\$}])|\$(\d+)|\$\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^,|\\])*)[^}]*)\}/g;

/** A snippet's text as it is inserted: placeholders' texts, the first of each choice, and nothing at the end. */
function plain(body: string): string {
  const texts = new Map<string, string>();
  return body.replace(STOP, (_stop, escaped?: string, again?: string, stop = '', placeholder?: string, choice = '') => {
    if (escaped !== undefined) return escaped;
    if (again !== undefined) return texts.get(again) ?? '';
    texts.set(stop, (placeholder ?? choice).replace(/\\(.)/g, '$1'));
    return texts.get(stop) ?? '';
  });
}
