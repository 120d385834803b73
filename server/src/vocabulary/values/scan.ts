// Reading numbers out of a word by character codes: what strtoul, strtoull and isspace do in C, without garbage.

/** Index of the first character that the last `scan...` call did not take. One cell for all saves an object a call. */
let stop = 0;

/** Where the last scan stopped; its own `from` when it read nothing. */
export function scanEnd(): number {
  return stop;
}

/** What C's isspace takes: blank, tab, newline, vertical tab, form feed, carriage return. */
export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** An ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** An ASCII letter of either case. */
export function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** The value of a hexadecimal digit, or 99. */
export function hexValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : 99;
}

/** What a scan answers where no number stands, or a minus sign before it. */
export const NO_NUMBER = -1;

const WORD = 2n ** 64n;

/** Digits of one base; stops at the first other character. Infinity past 64 bits. */
function scanDigits(text: string, from: number, to: number, base: number): number {
  let at = from;
  let value = 0;
  for (; at < to; at++) {
    const digit = hexValue(text.charCodeAt(at));
    if (digit >= base) break;
    value = value * base + digit;
  }
  stop = at;
  if (value <= Number.MAX_SAFE_INTEGER) return value;
  const prefix = base === 16 ? '0x' : base === 8 ? '0o' : '';
  // Past 2^80 there is nothing to decide, and BigInt of a very long text is slow.
  return value < 2 ** 80 && BigInt(prefix + text.slice(from, at)) < WORD ? value : Number.POSITIVE_INFINITY;
}

/** The number at `at`, in strtoul's base 0: decimal, 0x hexadecimal or 0 octal. */
function scanBaseZero(text: string, at: number, to: number): number {
  const first = text.charCodeAt(at);
  if (first !== 0x30) return scanDigits(text, at, to, 10);
  if (at + 2 < to && (text.charCodeAt(at + 1) | 0x20) === 0x78 && hexValue(text.charCodeAt(at + 2)) < 16) {
    return scanDigits(text, at + 2, to, 16);
  }
  return scanDigits(text, at, to, 8);
}

/**
 * The unsigned number at `from`, read as the tools' own strtoul wrapper does: blanks and a plus sign may stand before
 * it, a minus may not. `NO_NUMBER` when there is none, Infinity past 64 bits. `scanEnd` tells where it stopped.
 */
export function scanUnsigned(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  if (at < to && text.charCodeAt(at) === 0x2b) at++;
  stop = from;
  return at < to && isDigit(text.charCodeAt(at)) ? scanBaseZero(text, at, to) : NO_NUMBER;
}

/** A whole stretch of text as an unsigned number of at most `max`; `NO_NUMBER` when it is none. */
export function wholeUnsigned(text: string, from: number, to: number, max: number): number {
  const value = scanUnsigned(text, from, to);
  return stop === to && value <= max ? value : NO_NUMBER;
}

/** The exact value of what `scanUnsigned` read, for the few numbers past 2^53. */
export function exactUnsigned(text: string, from: number, to: number): bigint {
  const digits = text.slice(from, to).trim().replace('+', '');
  const octal = digits.length > 1 && digits.startsWith('0') && (digits.charCodeAt(1) | 0x20) !== 0x78;
  if (!octal) return BigInt(digits);
  // strtoul stops at an 8 or 9 of an octal number.
  const read = /^[0-7]*/.exec(digits.slice(1))?.[0] ?? '';
  return read === '' ? 0n : BigInt(`0o${read}`);
}

/**
 * The decimal number at `from` as strtoul with base 10 reads it: blanks, a sign, digits; a minus wraps at 64 bits and
 * too much is all ones. `NO_NUMBER` when no digit stands there. Exact up to 2^53, and beyond where `bits` cut it.
 */
export function scanDecimal(text: string, from: number, to: number, bits: 31 | 32 | 64): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  const sign = at < to ? text.charCodeAt(at) : 0;
  if (sign === 0x2b || sign === 0x2d) at++;
  stop = from;
  if (at >= to || !isDigit(text.charCodeAt(at))) return NO_NUMBER;
  const first = at;
  const value = scanDigits(text, at, to, 10);
  if (sign !== 0x2d && value <= 0x7fffffff) return value;
  const whole = value === Number.POSITIVE_INFINITY ? WORD - 1n : BigInt(text.slice(first, stop));
  const wrapped = BigInt.asUintN(64, sign === 0x2d && value !== Number.POSITIVE_INFINITY ? -whole : whole);
  if (bits === 64) return Number(wrapped);
  return bits === 32 ? Number(BigInt.asUintN(32, wrapped)) : Number(BigInt.asIntN(32, wrapped));
}

const LONG = (1n << 63n) - 1n;

/** The decimal number at the start of a text as atoll reads it, cut to 63 bits and a sign; 0 when there is none. */
export function leadingDecimal(text: string): bigint {
  const [, sign, digits] = /^\s*([+-]?)(\d+)/.exec(text) ?? [];
  if (digits === undefined) return 0n;
  const size = BigInt(digits);
  const limited = size > LONG ? LONG : size;
  return sign === '-' ? -limited : limited;
}

/** The bytes that a text takes in UTF-8; a lone surrogate counts as the three of its replacement character. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes++;
    else if (code < 0x800) bytes += 2;
    else {
      bytes += 3;
      // The second half of a pair adds one byte to the three of the first.
      if ((code & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
        bytes++;
        at++;
      }
    }
  }
  return bytes;
}
