// Reading a number the way C's strtoul does with base 0, for the checks beside the literals.

/** What stands at the beginning of a text. */
export interface CNumber {
  /** The value in 64 bits: `-1` is 18446744073709551615. */
  readonly value: bigint;
  /** Index of the first character that is not part of it; 0 when there is no number. */
  readonly end: number;
  /** More than 64 bits hold; strtoul says ERANGE and the value is meaningless. */
  readonly overflow: boolean;
}

const WORD = 1n << 64n;
const NUMBER = /^[ \t\n\v\f\r]*([+-]?)(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))/;

/** Reads the number at the start of `text`: decimal, 0x hexadecimal or 0 octal, with blanks and a sign before. */
export function readCNumber(text: string): CNumber {
  const found = NUMBER.exec(text);
  if (!found) return { value: 0n, end: 0, overflow: false };
  const [whole, sign, hexadecimal, octal, decimal] = found;
  const digits = hexadecimal ? `0x${hexadecimal}` : octal ? `0o${octal}` : (decimal ?? '0');
  const size = BigInt(digits);
  if (size >= WORD) return { value: WORD - 1n, end: whole.length, overflow: true };
  return { value: sign === '-' ? BigInt.asUintN(64, -size) : size, end: whole.length, overflow: false };
}

/** The whole text as an unsigned number of at most `max`, without a minus sign; undefined when it is none. */
export function wholeNumber(text: string, max: bigint): bigint | undefined {
  if (text.includes('-')) return undefined;
  const { value, end, overflow } = readCNumber(text);
  return end === 0 || end !== text.length || overflow || value > max ? undefined : value;
}
