// What a hover says of a value: the part of the word that is meant, and sentences about it.

import type { Family } from '../../../vocabulary/schema.ts';

/** What an explanation may look at beside the word. */
export interface MeaningContext {
  readonly family: Family;
  /** Number of the rule's -p, undefined where it is not known. */
  readonly protocol: number | undefined;
}

/** A part of an unquoted word, in UTF-16 units, and sentences of Markdown about it, none where there is nothing to tell. */
export interface Explanation {
  readonly from: number;
  readonly to: number;
  readonly says: readonly string[];
}

/**
 * Sentences about a word, or one entry of a list, as a value of a kind; none where the tools refuse it. Never throws,
 * whatever the word.
 */
export type Explain<V> = (word: string, value: V, context: MeaningContext) => readonly (string | undefined)[];

/** The entry of a list at an offset: what stands between two of the separators. */
export function entryAt(text: string, at: number, separators: string): { from: number; to: number } {
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (!separators.includes(text.charAt(i))) continue;
    if (i >= at) return { from, to: i };
    from = i + 1;
  }
  return { from, to: text.length };
}
