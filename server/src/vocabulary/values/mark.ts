// The kind `mark`: a number of 32 bits with an optional mask behind a slash.

import type { ValueFault, ValueKind } from './kind.ts';
import type { MarkValue } from './kinds.ts';
import { numberFault } from './number-fault.ts';
import { NO_NUMBER, scanEnd, scanUnsigned } from './scan.ts';

const WORD = { min: 0, max: 0xffffffff } as const;

/** Judges `value[/mask]`, each of at most `max`. */
export function maskedFault(text: string, max: number, mask: boolean): ValueFault | undefined {
  const slash = mask ? text.indexOf('/') : -1;
  const end = slash < 0 ? text.length : slash;
  const value = scanUnsigned(text, 0, end);
  if (value === NO_NUMBER || value > max || scanEnd() !== end) return numberFault(text, 0, end, { min: 0, max });
  if (slash < 0) return undefined;
  const bits = scanUnsigned(text, slash + 1, text.length);
  if (bits !== NO_NUMBER && bits <= max && scanEnd() === text.length) return undefined;
  if (slash + 1 === text.length)
    return {
      message: `Behind the / a mask is missing; write a number from 0 to ${max}.`,
      start: slash,
      end: text.length,
    };
  return numberFault(text, slash + 1, text.length, { min: 0, max });
}

export const mark: ValueKind<MarkValue> = {
  check: (text, value) => maskedFault(text, WORD.max, value.mask ?? true),
  describe: (value) =>
    value.mask === false
      ? 'a mark from 0 to 0xffffffff'
      : 'a mark from 0 to 0xffffffff, with a mask behind a slash where only some bits count: 0x1/0xff',
};
