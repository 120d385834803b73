// The kind `decimal`: a floating point number, as strtod reads it.

import type { ValueFault, ValueKind } from './kind.ts';
import type { DecimalValue } from './kinds.ts';
import type { DecimalMeaning } from './meaning.ts';
import { quoted } from './quoted.ts';
import { hexValue, isDigit, isSpace } from './scan.ts';

/** Digits, one point, an exponent: what Number() reads exactly as strtod does. */
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const HEXADECIMAL = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)(?:[pP]([+-]?\d+))?$/;
const NOT_A_NUMBER = /^[+-]?nan(?:\([0-9A-Za-z_]*\))?$/i;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;

/** `0.25`, `.5`, `1`: the usual form, without a sign or exponent. */
function isPlain(text: string): boolean {
  let dots = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2e) dots++;
    else if (!isDigit(code)) return false;
  }
  return dots < 2 && text.length > dots;
}

/** The number that strtod makes of the whole text; undefined when it stops before its end. */
function numberOf(text: string): number | undefined {
  if (isPlain(text)) return Number(text);
  let from = 0;
  while (isSpace(text.charCodeAt(from))) from++;
  const word = text.slice(from);
  if (DECIMAL.test(word)) return Number(word);
  if (NOT_A_NUMBER.test(word)) return Number.NaN;
  const infinite = INFINITE.exec(word);
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const hexadecimal = HEXADECIMAL.exec(word);
  if (!hexadecimal) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = hexadecimal;
  if (whole === '' && fraction === '') return undefined;
  let value = 0;
  for (const digit of whole + fraction) value = value * 16 + hexValue(digit.charCodeAt(0));
  value *= 2 ** (Number(exponent) - 4 * fraction.length);
  return sign === '-' ? -value : value;
}

function check(text: string, value: DecimalValue): ValueFault | undefined {
  const number = numberOf(text);
  const allowed = `write a number from ${value.min} to ${value.max}, such as 0.25`;
  if (number === undefined) {
    const comma = text.indexOf(',');
    if (comma > 0)
      return {
        message: `The decimal separator is a dot; ${allowed}.`,
        start: comma,
        end: comma + 1,
        suggestions: [text.replace(',', '.')],
      };
    return { message: `"${text}" is not a number; ${allowed}.` };
  }
  // strtod's nan is neither under the one limit nor over the other, so it loads.
  if (Number.isNaN(number))
    return { message: `"${text}" loads, but is not a number; ${allowed}.`, severity: 'warning' };
  if (number < value.min) return { message: `${quoted(text)} is under ${value.min}; ${allowed}.` };
  return number > value.max ? { message: `${quoted(text)} is over ${value.max}; ${allowed}.` } : undefined;
}

function read(text: string): DecimalMeaning | undefined {
  const value = numberOf(text);
  return value === undefined ? undefined : { kind: 'decimal', value };
}

export const decimal: ValueKind<DecimalValue, DecimalMeaning> = {
  check,
  read,
  describe: (value) => `a number from ${value.min} to ${value.max}, such as 0.25`,
};
