// The kind `mark`: a number of 32 bits with an optional mask behind a slash.

import type { ValueFault, ValueKind } from './kind.ts';
import type { MarkValue } from './kinds.ts';
import type { MarkMeaning } from './meaning.ts';
import { numberFault } from './number-fault.ts';
import { wholeUnsigned } from './scan.ts';

const WORD = { min: 0, max: 0xffffffff } as const;

/** Judges `value[/mask]`, each of at most `max`. */
export function maskedFault(text: string, max: number, mask: boolean): ValueFault | undefined {
  const slash = mask ? text.indexOf('/') : -1;
  const end = slash < 0 ? text.length : slash;
  if (wholeUnsigned(text, 0, end, max) < 0) return numberFault(text, 0, end, { min: 0, max });
  if (slash < 0 || wholeUnsigned(text, slash + 1, text.length, max) >= 0) return undefined;
  if (slash + 1 === text.length)
    return {
      message: `The mask after the "/" is missing; write a number from 0 to ${max}.`,
      start: slash,
      end: text.length,
    };
  return numberFault(text, slash + 1, text.length, { min: 0, max });
}

/** `value[/mask]` in numbers, the mask `max` where none stands; undefined where one is none. */
export function readMasked(
  text: string,
  max: number,
  mask: boolean,
): { readonly value: number; readonly mask: number } | undefined {
  const slash = mask ? text.indexOf('/') : -1;
  const value = wholeUnsigned(text, 0, slash < 0 ? text.length : slash, max);
  const bits = slash < 0 ? max : wholeUnsigned(text, slash + 1, text.length, max);
  return value < 0 || bits < 0 ? undefined : { value, mask: bits };
}

function read(text: string, value: MarkValue): MarkMeaning | undefined {
  const found = readMasked(text, WORD.max, value.mask ?? true);
  return found && { kind: 'mark', ...found };
}

export const mark: ValueKind<MarkValue, MarkMeaning> = {
  read,
  check: (text, value) => maskedFault(text, WORD.max, value.mask ?? true),
  describe: (value) =>
    value.mask === false
      ? 'a mark from 0 to 0xffffffff'
      : 'a mark from 0 to 0xffffffff, optionally with a mask for the bits that count: 0x1/0xff',
};
