// The times that RATEEST takes, and how one limits the other.

import type { UseCheck } from '../schema.ts';

/** Microseconds in one unit; a number alone is microseconds. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['s', 1e6],
  ['sec', 1e6],
  ['secs', 1e6],
  ['ms', 1e3],
  ['msec', 1e3],
  ['msecs', 1e3],
  ['us', 1],
  ['usec', 1],
  ['usecs', 1],
]);

const LONGEST_INTERVAL = 8e6;
const WORD = 2 ** 32;
/** A number as strtod reads it, without the fractions of hexadecimal ones, then the unit. */
const TIME = /^[ \t\n\v\f\r]*([+-]?(?:0x[0-9a-f]+|inf(?:inity)?|nan|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))(.*)$/i;

/** Microseconds, kept in 32 bits as the tools keep them; undefined when it is no time. Source: a run. */
function microseconds(text: string): number | undefined {
  const [, digits = '', unit = ''] = TIME.exec(text) ?? [];
  const scale = digits === '' ? undefined : UNITS.get(unit.toLowerCase());
  if (scale === undefined) return undefined;
  const negative = digits.startsWith('-');
  const size = Number(digits.replace(/^[+-]/, ''));
  const time = Math.trunc((negative ? -size : size) * scale);
  return Number.isFinite(time) ? ((time % WORD) + WORD) % WORD : 0;
}

/** The kernel halves the weight of the past so that it fades in this time; 1 to 29 steps of halving exist. */
function fades(interval: number, average: number): boolean {
  for (let steps = 1; steps < 31; steps++) {
    if (interval / -Math.log(1 - 2 ** -steps) > average) return steps > 1;
  }
  return false;
}

/** Judges `--rateest-interval` and `--rateest-ewmalog`. */
export const check: UseCheck = ({ options }) => {
  const at = (name: string): number => options.findIndex((option) => option.name === name);
  const first = at('--rateest-interval');
  const second = at('--rateest-ewmalog');
  const times = [first, second].map((index) => microseconds(options[index]?.values[0] ?? '0'));
  for (const [i, option] of [first, second].entries()) {
    if (times[i] !== undefined) continue;
    const message = `"${options[option]?.values[0]}" is not a time; write a number with s, ms or us, such as 250ms.`;
    return [{ message, option, value: 0 }];
  }
  const [interval = 0, average = 0] = times;
  if (interval > LONGEST_INTERVAL)
    return [{ message: 'The interval is too long; write at most 8s.', option: first, value: 0 }];
  if (first < 0 || second < 0 || fades(interval, average)) return [];
  if (interval === 0) return [{ message: 'The interval is shorter than a microsecond.', option: first, value: 0 }];
  const message = 'The averaging time does not fit the interval; it must be at least 1.443 times as long.';
  return [{ message, option: second, value: 0 }];
};
