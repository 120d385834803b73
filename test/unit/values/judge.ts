// A table of words for one kind of value: which load, which load and are not meant, which are refused.

import { expect, test } from 'vitest';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { checkValue } from '../../../server/src/vocabulary/values/index.ts';
import type { ValueFault } from '../../../server/src/vocabulary/values/kind.ts';
import type { Value } from '../../../server/src/vocabulary/values/kinds.ts';
import { describeVersions } from '../../../server/src/vocabulary/versions.ts';
import { wordingFault } from '../../support/wording.ts';

/** The words, as the real tools took or refused them. */
export interface Words {
  /** Every tool loads it, and nothing is to be said. */
  readonly fine?: readonly string[];
  /** Every tool loads it, and it is surely not meant. */
  readonly odd?: readonly string[];
  /** Every tool refuses it. */
  readonly wrong?: readonly string[];
  /** Only some versions refuse it: by their names, as `describeVersions` gives them. */
  readonly wrongIn?: Readonly<Record<string, readonly string[]>>;
}

/** `fine`, `odd`, `wrong` or the versions that refuse. */
export function verdict(word: string, value: Value, family: Family = 4): string {
  const fault = checkValue(word, value, { family });
  if (fault === undefined) return 'fine';
  return fault.severity === 'warning' ? 'odd' : describeVersions(fault) || 'wrong';
}

/** Runs the table as one test a family, and looks at the form of every finding on the way. */
export function judges(name: string, value: Value, words: Words, families: readonly Family[] = [4]): void {
  test.each(families)(`${name}, IPv%s`, (family) => {
    const expected = [
      ...(words.fine ?? []).map((word) => [word, 'fine']),
      ...(words.odd ?? []).map((word) => [word, 'odd']),
      ...(words.wrong ?? []).map((word) => [word, 'wrong']),
      ...Object.entries(words.wrongIn ?? {}).flatMap(([versions, some]) => some.map((word) => [word, versions])),
    ];
    expect(expected.map(([word = '']) => [word, verdict(word, value, family)])).toEqual(expected);
    for (const [word = ''] of expected) wellFormed(word, checkValue(word, value, { family }));
  });
}

/** One sentence or two with a full stop, and a range within the word. */
export function wellFormed(word: string, fault: ValueFault | undefined): void {
  if (fault === undefined) return;
  // A word with quotes of its own makes it hard to tell what of the message is ours.
  if (!/["`]/.test(word)) expect(wordingFault(fault.message), word).toBeUndefined();
  expect(fault.start ?? 0, word).toBeGreaterThanOrEqual(0);
  expect(fault.end ?? word.length, word).toBeLessThanOrEqual(word.length);
  expect(fault.start ?? 0, word).toBeLessThanOrEqual(fault.end ?? word.length);
}

/** The marked part of a word. */
export function marked(word: string, value: Value, family: Family = 4): string | undefined {
  const fault = checkValue(word, value, { family });
  return fault && word.slice(fault.start ?? 0, fault.end ?? word.length);
}

/** The first suggestion for a word. */
export function suggested(word: string, value: Value, family: Family = 4): string | undefined {
  return checkValue(word, value, { family })?.suggestions?.[0];
}
