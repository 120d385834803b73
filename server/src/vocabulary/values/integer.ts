// The kind `integer`: one whole number, as the tools' strtoul reads it.

import type { ValueFault, ValueKind } from './kind.ts';
import type { IntegerValue } from './kinds.ts';
import type { IntegerMeaning } from './meaning.ts';
import { describeLimits, numberFault, withinLimits } from './number-fault.ts';
import { exactUnsigned, isDigit, scanEnd, scanUnsigned } from './scan.ts';

/** Nothing but decimal digits. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return text.length > 0;
}

/** Whether every leading zero could go: `007`, read with base 10, is 7. */
function decimal(text: string, value: IntegerValue): ValueFault | undefined {
  const digits = text.replace(/^0+(?=\d)/, '');
  if (isPlain(text) && withinLimits(scanUnsigned(digits, 0, digits.length), digits, 0, digits.length, value))
    return undefined;
  if (isPlain(text)) return numberFault(digits, 0, digits.length, value);
  return { message: `"${text}" is not a number; write ${describeLimits(value)}.` };
}

function check(text: string, value: IntegerValue): ValueFault | undefined {
  if (value.decimal) return decimal(text, value);
  const number = scanUnsigned(text, 0, text.length);
  if (number >= 0 && scanEnd() === text.length && withinLimits(number, text, 0, text.length, value)) return undefined;
  return numberFault(text, 0, text.length, value);
}

function read(text: string, value: IntegerValue): IntegerMeaning {
  return { kind: 'integer', value: value.decimal ? BigInt(text) : exactUnsigned(text, 0, text.length) };
}

export const integer: ValueKind<IntegerValue, IntegerMeaning> = {
  check,
  read,
  describe: (value) => `${describeLimits(value)}${value.decimal ? '' : ', decimal, 0x hexadecimal or 0 octal'}`,
};
