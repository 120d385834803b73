// What is wrong with a number, in words, for every kind that has numbers in it.

import { part } from './address-fault.ts';
import type { ValueFault } from './kind.ts';
import { quoted } from './quoted.ts';
import { exactUnsigned, NO_NUMBER, scanEnd, scanUnsigned } from './scan.ts';

/** The limits of a number and what it counts. */
export interface Limits {
  readonly min: number | bigint;
  readonly max: number | bigint;
  readonly unit?: string;
}

/** `a number of packets from 0 to 10000`. */
export function describeLimits({ min, max, unit }: Limits): string {
  return `a number${unit === undefined ? '' : ` of ${unit}`} from ${min} to ${max}`;
}

/**
 * Whether the number that `scanUnsigned` read between `from` and `to` lies within the limits. Past 2^53 it is read
 * again, exactly.
 */
export function withinLimits(value: number, text: string, from: number, to: number, limits: Limits): boolean {
  if (value <= Number.MAX_SAFE_INTEGER) return value >= limits.min && value <= limits.max;
  if (value === Number.POSITIVE_INFINITY) return false;
  const exact = exactUnsigned(text, from, to);
  return exact >= limits.min && exact <= limits.max;
}

/** Says why the text between `from` and `to` is no number within the limits. Ask only when it is none. */
export function numberFault(text: string, from: number, to: number, limits: Limits): ValueFault {
  const word = text.slice(from, to);
  const allowed = `write ${describeLimits(limits)}`;
  const range = part(text, from, to);
  if (word.trim() === '') return { message: `The number is missing; ${allowed}.`, ...range };
  const value = scanUnsigned(text, from, to);
  const end = scanEnd();
  if (value === NO_NUMBER) {
    if (/^\s*-\s*\d/.test(word)) return { message: `${quoted(word.trim())} is negative; ${allowed}.`, ...range };
    return { message: `"${word}" is not a number; ${allowed}.`, ...range };
  }
  if (end === to) {
    const side = value < limits.min ? `under ${limits.min}` : `over ${limits.max}`;
    return { message: `${quoted(word.trim())} is ${side}; ${allowed}.`, ...range };
  }
  const octal = /^\s*\+?0\d/.test(word) ? ' A leading zero makes a number octal, so it cannot contain 8 or 9.' : '';
  return {
    message: `Unexpected "${text.slice(end, to)}" after the number; ${allowed}.${octal}`,
    start: end,
    end: to,
  };
}
