// Owns made-up numbers: whole ones and ranges, decimals, marks, rates, levels, prefix lengths.

import type { Family } from '../../../../server/src/vocabulary/schema.ts';
import type {
  DecimalValue,
  IntegerRangeValue,
  IntegerValue,
  MarkValue,
  PrefixLengthValue,
  RateValue,
} from '../../../../server/src/vocabulary/values/kinds.ts';
import type { Random } from '../random.ts';

/** A number between the limits, at an end or small for the most part; now and then beyond or in another base. */
export function integer(value: Pick<IntegerValue, 'min' | 'max'>, random: Random): string {
  const min = BigInt(value.min);
  const max = BigInt(value.max);
  const span = max - min;
  const near = min + BigInt(Math.floor(random.next() * Number(span < 300n ? span : 300n)));
  const number = random.pick([min, max, near, near, near, min + span / 2n]);
  const roll = random.int(0, 39);
  if (roll === 0) return String(max + 1n);
  if (roll === 1) return String(min - 1n);
  if (roll === 2) return `0x${number < 0n ? 'f' : number.toString(16)}`;
  if (roll === 3) return `0${number < 0n ? '7' : number.toString(8)}`;
  if (roll === 4)
    return random.pick(['08', '0x', '+1', ' 1', '1 ', '4294967296', '18446744073709551616', '1e3', '1.0', '1k', '٣']);
  if (roll === 5) return `00${number}`;
  return String(number);
}

export function integerRange(value: IntegerRangeValue, random: Random): string {
  const between = random.chance(0.97) ? (value.separator ?? ':') : random.pick(['-', ':', '::', ',']);
  const one = () => integer(value, random);
  const form = random.int(0, 9);
  if (form < 3) return one();
  if (form === 3) return `${one()}${between}`;
  if (form === 4) return `${between}${one()}`;
  if (form === 5) return random.chance(0.2) ? between : one();
  const ends = [one(), one()];
  if (random.chance(0.8)) ends.sort((a, b) => Number(a) - Number(b));
  return ends.join(between);
}

export function decimal({ min, max }: DecimalValue, random: Random): string {
  const inside = (min + random.next() * (max - min)).toFixed(random.int(0, 12));
  return random.pick([
    inside,
    inside,
    inside,
    String(min),
    String(max),
    String(max + 0.1),
    String(min - 0.1),
    '.5',
    '1e-3',
    '0x.8p0',
    'nan',
    'inf',
    '0,5',
  ]);
}

export function mark(value: MarkValue, random: Random): string {
  const one = () => {
    const number = random.pick([0, 1, 2, 255, 0x7fffffff, 0xffffffff, random.int(0, 0xffffffff)]);
    const odd = random.int(0, 29);
    if (odd === 0) return '0x100000000';
    if (odd === 1) return random.pick(['-1', '', '0xg', '1x', '08']);
    return random.chance(0.5) ? `0x${number.toString(16)}` : String(number);
  };
  const masked = value.mask === false ? 0.1 : 0.5;
  return random.chance(masked) ? `${one()}/${one()}` : one();
}

const UNITS = [
  's',
  'sec',
  'second',
  'm',
  'min',
  'minute',
  'h',
  'hour',
  'd',
  'day',
  'seconds',
  'minutes',
  'Sec',
  'DAY',
  'week',
  'x',
  '',
] as const;

export function rate({ perSecond, bytes }: RateValue, random: Random): string {
  if (bytes && random.chance(0.3))
    return `${random.int(0, 5000)}${random.pick(['b', 'kb', 'mb', 'gb', 'Kb', ''])}/${random.pick(['s', 'sec', 'second', 'min'])}`;
  const packets = random.pick([1, 5, random.int(1, 100), perSecond, perSecond + 1, 0, random.int(1, 1_000_000)]);
  if (random.chance(0.1)) return String(packets);
  const unit = random.chance(0.8) ? (random.pick(UNITS.slice(0, 10)) ?? 's') : random.pick(UNITS);
  return `${packets}${random.chance(0.97) ? '/' : random.pick(['', ' /', '/ ', '//', '/1/'])}${unit}`;
}

const LEVELS = [
  'emerg',
  'panic',
  'alert',
  'crit',
  'error',
  'err',
  'warning',
  'warn',
  'notice',
  'info',
  'debug',
  'WARNING',
  'deb',
  'none',
  '8',
  '0x7',
  '-1',
] as const;

export function logLevel(random: Random): string {
  return random.chance(0.4) ? String(random.int(0, 7)) : random.pick(LEVELS);
}

const TOS_NAMES = [
  'Minimize-Delay',
  'Maximize-Throughput',
  'Maximize-Reliability',
  'Minimize-Cost',
  'Normal-Service',
  'minimize-delay',
  'Minimize',
  'normal-service',
] as const;

export function tos(random: Random): string {
  if (random.chance(0.3)) return random.pick(TOS_NAMES);
  const one = () => random.pick(['0', '0x10', '0xff', '255', '256', '4', '16', '0x3f', random.int(0, 255).toString()]);
  return random.chance(0.4) ? `${one()}/${one()}` : one();
}

export function prefixLength(value: PrefixLengthValue, family: Family, random: Random): string {
  const longest = family === 4 ? 32 : 128;
  if (random.chance(value.mask ? 0.2 : 0.03))
    return family === 4
      ? random.pick(['255.255.255.0', '255.0.255.0', '255.255', '0.0.0.0'])
      : random.pick(['ffff::', 'ffff:ffff::', '::']);
  return integer({ min: 0, max: longest }, random);
}
