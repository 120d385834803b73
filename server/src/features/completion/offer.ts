// One proposal, and how it becomes an item of the language server protocol.

import { type CompletionItem, type CompletionItemKind, MarkupKind } from 'vscode-languageserver-types';

/** What is offered for the columns from `start` to `end` of a line. */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Beside the label: a value's syntax, a port. */
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  /** Lower comes first; offers of the same rank keep their order. */
  readonly rank?: number;
  /** What is inserted where it is not the label. */
  readonly text?: string | undefined;
  /** What the typed word is compared with where it is not the label. */
  readonly filter?: string | undefined;
}

/** More than anybody scrolls through, and an answer that stays small. */
const LIMIT = 2000;

/** Items in the order of their ranks; of several with one label the first. */
export function toItems(offers: readonly Offer[], place: Place): CompletionItem[] {
  const range = {
    start: { line: place.line, character: place.start },
    end: { line: place.line, character: place.end },
  };
  const seen = new Set<string>();
  const items: CompletionItem[] = [];
  for (const { label, kind, detail, documentation, rank = 5, text, filter } of offers) {
    if (seen.has(label) || items.length >= LIMIT) continue;
    seen.add(label);
    items.push({
      label,
      kind,
      sortText: `${rank}${String(items.length).padStart(4, '0')}`,
      textEdit: { range, newText: text ?? label },
      ...(detail === undefined ? {} : { detail }),
      ...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
      ...(filter === undefined ? {} : { filterText: filter }),
    });
  }
  return items;
}
