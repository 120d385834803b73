// Owns the characters that belong into no word: controls, quotes, marks of the format, letters that look like others.
import type { Random } from '../random.ts';

const CONTROLS = ['\0', '\u0001', '\u0007', '\b', '\t', '\v', '\f', '\r', '\u001b', '\u007f'] as const;
const MARKS = [
  '"',
  "'",
  '\\',
  '\\"',
  '#',
  '!',
  '=',
  ' ',
  ',',
  ':',
  '/',
  '+',
  '*',
  '%',
  '$',
  '`',
  ';',
  '|',
  '-',
  '(',
] as const;
const LETTERS = [
  'é',
  'ß',
  '٣',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u2028',
  '\u3000',
  '\ufeff',
  '\u2013',
  '\u2014',
  '\u201c',
  '\u2019',
  '１',
  '😀',
] as const;

export function oddCharacter(random: Random): string {
  return random.pick(random.pick<readonly [string, ...string[]]>([CONTROLS, MARKS, MARKS, LETTERS]));
}

/** A text with an odd character somewhere in it, or at an end. */
export function withOddCharacter(text: string, random: Random): string {
  const at = random.int(0, text.length);
  return text.slice(0, at) + oddCharacter(random) + text.slice(random.chance(0.2) ? at + 1 : at);
}
