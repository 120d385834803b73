// One proposal, and how it becomes an item of the language server protocol that the client at hand can show.

import {
  type CompletionItem,
  type CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
  type TextEdit,
} from 'vscode-languageserver-types';
import { plainSnippet } from '../../vocabulary/snippet-text.ts';
import { plainText } from '../plain-text.ts';
import { type AboutKey, documentationOf } from './about.ts';

/** What is offered for the columns from `start` to `end` of a line. */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What it is, in a few words: shown in the row. */
  readonly says?: string | undefined;
  /** More about it, shown beside the documentation: a value's syntax. */
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  /** Where the documentation is, instead of it. */
  readonly about?: AboutKey | undefined;
  /** Lower comes first; offers of the same rank keep their order. */
  readonly rank?: number;
  /** What is inserted where it is not the label. */
  readonly text?: string | undefined;
  /** `text` has tab stops. */
  readonly snippet?: boolean;
  /** What the typed word is compared with where it is not the label. */
  readonly filter?: string | undefined;
  /** Text for another place of the line, without which this one is refused. */
  readonly also?: { readonly column: number; readonly text: string } | undefined;
}

/** What the client at hand can show. */
export interface Abilities {
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** Words beside each label. */
  readonly labelDetails: boolean;
  /** It asks for the documentation of the one item that is looked at. */
  readonly resolves: boolean;
}

/** Everything but asking for more: an answer that holds all there is. */
export const ALL_ABILITIES: Abilities = { snippets: true, markdown: true, labelDetails: true, resolves: false };

/** More than anybody scrolls through, and an answer that stays small. */
const LIMIT = 2000;

export interface Offers {
  readonly offers: readonly Offer[];
  readonly place: Place;
  /** Other letters may bring other offers. */
  readonly incomplete?: boolean;
}

/** Items in the order of their ranks; of several that look the same the first. */
export function toList({ offers, place, incomplete = false }: Offers, abilities: Abilities): CompletionList {
  const range = {
    start: { line: place.line, character: place.start },
    end: { line: place.line, character: place.end },
  };
  const seen = new Set<string>();
  const items: CompletionItem[] = [];
  const sorted = offers.toSorted((a, b) => (a.rank ?? USUAL_RANK) - (b.rank ?? USUAL_RANK));
  for (const offer of sorted) {
    const look = offer.also ? `${offer.label} ${offer.also.text}` : offer.label;
    if (seen.has(look)) continue;
    seen.add(look);
    if (items.length >= LIMIT) return { isIncomplete: true, items };
    items.push(toItem(offer, place.line, range, String(items.length).padStart(4, '0'), abilities));
  }
  return { isIncomplete: incomplete, items };
}

const USUAL_RANK = 5;

function toItem(
  offer: Offer,
  line: number,
  range: TextEdit['range'],
  sortText: string,
  abilities: Abilities,
): CompletionItem {
  const { label, kind, says, detail, text = label, snippet, filter, also, about } = offer;
  const isSnippet = snippet === true && abilities.snippets;
  const shown = abilities.labelDetails ? detail : (says ?? detail);
  const documentation =
    offer.documentation ?? (about !== undefined && !abilities.resolves ? documentationOf(about) : undefined);
  const newText = snippet === true && !isSnippet ? plainSnippet(text) : text;
  // Lists have hundreds of these.
  const item: CompletionItem = { label, kind, sortText, textEdit: { range, newText } };
  if (isSnippet) item.insertTextFormat = InsertTextFormat.Snippet;
  if (says !== undefined && abilities.labelDetails) item.labelDetails = { description: says };
  if (shown !== undefined) item.detail = shown;
  if (documentation !== undefined) item.documentation = documentationFor(documentation, abilities);
  if (about !== undefined && abilities.resolves) item.data = about;
  if (filter !== undefined) item.filterText = filter;
  if (also) {
    const at = { line, character: also.column };
    item.additionalTextEdits = [{ range: { start: at, end: at }, newText: also.text }];
  }
  return item;
}

/** An item with its documentation, as a client asks for it; the item itself where there is none. */
export function withDocumentation(item: CompletionItem, abilities: Abilities): CompletionItem {
  const found = typeof item.data === 'string' ? documentationOf(item.data) : undefined;
  return found === undefined ? item : { ...item, documentation: documentationFor(found, abilities) };
}

function documentationFor(value: string, { markdown }: Abilities): NonNullable<CompletionItem['documentation']> {
  return markdown ? { kind: MarkupKind.Markdown, value } : plainText(value);
}
