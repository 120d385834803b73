// What numbers mean: plain ones in other bases, marks with their masks, rates as a distance in time.

import type { IntegerRangeValue, IntegerValue, RateValue } from '../../../vocabulary/values/kinds.ts';
import { exactUnsigned, wholeUnsigned } from '../../../vocabulary/values/scan.ts';
import { code } from '../page.ts';
import { duration, number } from '../prose.ts';
import { type Explain, whole } from './meaning.ts';

const BASED = /^0(x[0-9a-f]+|[0-7]+)$/i;

/** A number in base 0 as people read it: `0x10` is 16. Undefined where it says nothing new. */
function plainly(text: string, unit: string | undefined): string | undefined {
  if (!/^(0x[0-9a-f]+|\d+)$/i.test(text) || text.length > 24) return undefined;
  const value = exactUnsigned(text, 0, text.length);
  const amount = `${number(value)}${unit === undefined ? '' : ` ${unit}`}`;
  const time = unit === 'seconds' && value >= 120n ? ` (${duration(Number(value))})` : '';
  const milli = unit === 'milliseconds' && value >= 1000n ? ` (${duration(Number(value) / 1000)})` : '';
  if (BASED.test(text)) return `${amount}${time}${milli}; in hexadecimal ${code(`0x${value.toString(16)}`)}.`;
  return unit === undefined && value < 1000n ? undefined : `${amount}${time}${milli}.`;
}

export const explainInteger: Explain<IntegerValue> = (text, { unit, decimal }) =>
  whole(text, [decimal && BASED.test(text) ? undefined : plainly(text, unit)]);

export const explainIntegerRange: Explain<IntegerRangeValue> = (text, { min, max, unit, separator = ':' }) => {
  const cut = text.indexOf(separator);
  const of = unit === undefined ? '' : ` ${unit}`;
  if (cut < 0) return whole(text, [plainly(text, unit) ?? `Exactly ${text}${of}.`]);
  const first = text.slice(0, cut) || String(min);
  const last = text.slice(cut + 1) || String(max);
  return whole(text, [`From ${first} to ${last}${of}, both included.`]);
};

/** A mark and its mask: in both bases, and which bits the mask looks at. */
export const explainMark: Explain<unknown> = (text) => {
  const slash = text.indexOf('/');
  const word = slash < 0 ? text : text.slice(0, slash);
  const value = wholeUnsigned(word, 0, word.length, 0xffffffff);
  if (value < 0) return whole(text, []);
  const says = `The mark ${number(value)}, in hexadecimal ${code(`0x${value.toString(16)}`)}.`;
  if (slash < 0) return whole(text, [says, 'All 32 bits count.']);
  const mask = wholeUnsigned(text, slash + 1, text.length, 0xffffffff);
  return whole(text, [says, mask < 0 ? undefined : maskSays(mask)]);
};

function maskSays(mask: number): string {
  if (mask === 0) return 'The mask is 0: no bit counts.';
  const bits = Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => Math.floor(mask / 2 ** bit) % 2 === 1);
  const first = bits[0] ?? 0;
  const last = bits.at(-1) ?? 0;
  if (bits.length === 32) return 'All 32 bits count.';
  if (last - first + 1 === bits.length)
    return bits.length === 1
      ? `Only bit ${first} counts (the lowest is 0).`
      : `Only bits ${first} to ${last} count (the lowest is 0).`;
  return `Only the bits of the mask ${code(`0x${mask.toString(16)}`)} count, ${bits.length} of 32.`;
}

const RATE_UNITS: readonly (readonly [name: string, seconds: number])[] = [
  ['second', 1],
  ['minute', 60],
  ['hour', 3600],
  ['day', 86400],
];

/** `5/min`: one packet every 12 seconds. */
export const explainRate: Explain<RateValue> = (text, { bytes }) => {
  const found = /^\s*\+?(\d{1,15})(kb|mb|b)?(?:\/([a-z]*))?$/i.exec(text);
  const amount = Number(found?.[1] ?? 0);
  const size = found?.[2]?.toLowerCase();
  if (!found || amount === 0) return whole(text, []);
  if (size !== undefined && bytes) {
    const each = amount * (size === 'mb' ? 1048576 : size === 'kb' ? 1024 : 1);
    return whole(text, [`${number(each)} bytes a second, or ${number(each * 8)} bits.`]);
  }
  const letters = found[3]?.toLowerCase() ?? 's';
  const [unit, seconds] = RATE_UNITS.find(([name]) => letters !== '' && name.startsWith(letters)) ?? ['', 0];
  if (seconds === 0) return whole(text, []);
  return whole(text, [`${number(amount)} a ${unit}: one packet every ${duration(seconds / amount)} in the long run.`]);
};
