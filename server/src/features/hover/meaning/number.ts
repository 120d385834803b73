// What numbers mean: plain ones in other bases, marks with their masks, rates as a distance in time.

import { readValue } from '../../../vocabulary/values/index.ts';
import type { IntegerRangeValue, IntegerValue, MarkValue, RateValue } from '../../../vocabulary/values/kinds.ts';
import { code } from '../page.ts';
import { duration, number } from '../prose.ts';
import type { Explain } from './meaning.ts';

const BASED = /^0(x[0-9a-f]+|[0-7]+)$/i;

/** A number as people read it: `0x10` is 16. Undefined where it says nothing new. */
function plainly(value: bigint, isBased: boolean, unit: string | undefined): string | undefined {
  const amount = `${number(value)}${unit === undefined ? '' : ` ${unit}`}`;
  const time = unit === 'seconds' && value >= 120n ? ` (${duration(Number(value))})` : '';
  const milli = unit === 'milliseconds' && value >= 1000n ? ` (${duration(Number(value) / 1000)})` : '';
  if (isBased) return `${amount}${time}${milli}; in hexadecimal ${code(`0x${value.toString(16)}`)}.`;
  return unit === undefined && value < 1000n ? undefined : `${amount}${time}${milli}.`;
}

export const explainInteger: Explain<IntegerValue> = (word, value, context) => {
  const meaning = readValue(word, value, context);
  return meaning ? [plainly(meaning.value, !value.decimal && BASED.test(word), value.unit)] : [];
};

export const explainIntegerRange: Explain<IntegerRangeValue> = (word, value, context) => {
  const meaning = readValue(word, value, context);
  if (!meaning) return [];
  const { first, last } = meaning;
  const of = value.unit === undefined ? '' : ` ${value.unit}`;
  if (first === last) return [plainly(first, BASED.test(word), value.unit) ?? `Exactly ${first}${of}.`];
  return [`From ${first} to ${last}${of}, both included.`];
};

/** A mark and its mask: in both bases, and which bits the mask looks at. */
export const explainMark: Explain<MarkValue> = (word, value, context) => {
  const meaning = readValue(word, value, context);
  if (!meaning) return [];
  const says = `The mark ${number(meaning.value)}, in hexadecimal ${code(`0x${meaning.value.toString(16)}`)}.`;
  return [says, maskSays(meaning.mask)];
};

function maskSays(mask: number): string {
  if (mask === 0) return 'The mask is 0: no bit counts.';
  const bits = Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => (mask >>> bit) & 1);
  const first = bits[0] ?? 0;
  const last = bits.at(-1) ?? 0;
  if (bits.length === 32) return 'All 32 bits count.';
  if (last - first + 1 === bits.length)
    return bits.length === 1
      ? `Only bit ${first} counts (the lowest is 0).`
      : `Only bits ${first} to ${last} count (the lowest is 0).`;
  return `Only the bits of the mask ${code(`0x${mask.toString(16)}`)} count, ${bits.length} of 32.`;
}

const UNITS = { 1: 'second', 60: 'minute', 3600: 'hour', 86400: 'day' } as const;

/** `5/min`: one packet every 12 seconds. */
export const explainRate: Explain<RateValue> = (word, value, context) => {
  const rate = readValue(word, value, context);
  if (!rate) return [];
  if (rate.of === 'bytes') return [`${number(rate.bytes)} bytes a second, or ${number(rate.bytes * 8n)} bits.`];
  const { packets, seconds } = rate;
  return [`${number(packets)} a ${UNITS[seconds]}: one packet every ${duration(seconds / packets)} in the long run.`];
};
