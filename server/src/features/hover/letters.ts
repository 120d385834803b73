// The generic options by their letters, and which of them a word such as `-fj` holds.

import { GENERIC_OPTIONS, type GenericOption } from '../../vocabulary/generic-options.ts';

const BY_LETTER: ReadonlyMap<string, GenericOption> = new Map(
  GENERIC_OPTIONS.flatMap((option): [string, GenericOption][] =>
    option.letter === undefined ? [] : [[option.letter, option]],
  ).reverse(),
);

/** The option behind a letter; of several that share it the first, which has the usual name. */
export function byLetter(letter: string): GenericOption | undefined {
  return BY_LETTER.get(letter);
}

/**
 * The offset at which a value is joined to a word of letters: 2 in `-ieth0`, 3 in `-fieth0`; the word's length where
 * the last letter still waits for its value or takes none.
 */
export function joinedAt(word: string): number {
  for (let at = 1; at < word.length; at++) {
    const option = BY_LETTER.get(word.charAt(at));
    if (option?.takes !== 'nothing') return at + 1;
  }
  return word.length;
}
