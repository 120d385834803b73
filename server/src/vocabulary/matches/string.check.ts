// The hexadecimal texts of string, read as the library reads them, and the order of --from and --to.

import { wholeNumber } from '../c-number.ts';
import type { OptionUse, UseCheck, UseFault } from '../schema.ts';

const MOST_BYTES = 128;
const MOST_OFFSET = 65535n;
const TOO_LONG = `The text is too long; write at most ${MOST_BYTES} bytes.`;

type Part = Pick<UseFault, 'message' | 'start' | 'end'>;

function isHexDigit(letter: string | undefined): boolean {
  return letter !== undefined && /^[\da-f]$/i.test(letter);
}

function byteLength(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** What is wrong with a byte between bars, whose first digit is at `at` of `letters`. */
function byteFault(letters: readonly string[], at: number): Part | undefined {
  const wrong = [at, at + 1].find((index) => !isHexDigit(letters[index]));
  if (wrong !== undefined) {
    const letter = letters[wrong] ?? '';
    const what = letter === '' ? 'ends in the middle of a byte' : `has "${letter}" instead of a hexadecimal digit`;
    return { message: `The part between bars ${what}; write two digits per byte, such as |0d 0a|.` };
  }
  if (at + 2 < letters.length) return undefined;
  return { message: 'The part between bars has no closing bar; write it like |0d 0a|.' };
}

/** The first blank-free place after a bar that opens at `at`. */
function afterBar(letters: readonly string[], at: number, opens: boolean): number {
  let next = at + 1;
  while (opens && letters[next] === ' ') next++;
  return next;
}

/** Walks through the word as the library does; undefined where the pattern is fine. */
function hexFault(text: string): Part | undefined {
  const letters = [...text];
  let bytes = 0;
  let hex = false;
  let at = 0;
  while (at < letters.length) {
    if (bytes >= MOST_BYTES) return { message: TOO_LONG };
    let literal = false;
    if (letters[at] === '\\') {
      if (hex) return { message: 'A backslash is not allowed between bars.' };
      literal = true;
    } else if (letters[at] === '|') {
      hex = !hex;
      at = afterBar(letters, at, hex);
      if (at >= letters.length) break;
    }
    if (literal && at + 1 >= letters.length) return { message: 'The backslash at the end escapes nothing.' };
    if (hex) {
      const fault = byteFault(letters, at);
      if (fault) return fault;
      at += letters[at + 2] === ' ' ? 3 : 2;
      bytes++;
    } else {
      const taken = letters[literal ? at + 1 : at] ?? '';
      bytes += byteLength(taken);
      if (bytes > MOST_BYTES) return { message: TOO_LONG };
      at += literal ? 2 : 1;
    }
  }
  return bytes > 0 ? undefined : { message: 'There is nothing to search for; write at least one byte.' };
}

function offset(
  options: readonly OptionUse[],
  name: string,
): { readonly index: number; readonly bytes: bigint | undefined } {
  const index = options.findIndex((use) => use.name === name);
  return { index, bytes: wholeNumber(options[index]?.values[0] ?? '', MOST_OFFSET) };
}

export const check: UseCheck = ({ options }) => {
  const faults: UseFault[] = [];
  options.forEach((use, option) => {
    const text = use.name === '--hex-string' ? use.values[0] : undefined;
    const fault = text === undefined ? undefined : hexFault(text);
    if (fault) faults.push({ ...fault, option, value: 0 });
  });
  const from = offset(options, '--from');
  const to = offset(options, '--to');
  if (from.bytes !== undefined && to.bytes !== undefined && from.bytes > to.bytes) {
    const message = `"--to" ${to.bytes} is before "--from" ${from.bytes}; the search would end before it starts.`;
    faults.push({ message, option: to.index, value: 0 });
  }
  return faults;
};
