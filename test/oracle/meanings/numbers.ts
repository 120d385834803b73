// Owns the probes of numbers: marks, types of service, rates, counts and ranges, times, probabilities.
import type {
  IntegerRangeMeaning,
  PacketRateMeaning,
  RateMeaning,
} from '../../../server/src/vocabulary/values/meaning.ts';
import type { Random } from '../fuzz/random.ts';
import { type Probe, probe } from './probe.ts';
import { otherwise } from './words.ts';

const hex = (value: number, digits = 1): string => `0x${value.toString(16).padStart(digits, '0')}`;

const masked = (random: Random): string => {
  const one = () => otherwise(String(random.pick([0, 1, 5, 255, 4294967295, random.int(0, 0xffffffff)])), random);
  return random.chance(0.5) ? `${one()}/${one()}` : one();
};

const UNITS = [
  ['day', 86400],
  ['hour', 3600],
  ['min', 60],
  ['sec', 1],
] as const;

/** The unit in which the tools save a rate: the last whose count is not rounded much. Source: print_rate of libxt_limit. */
function rateText({ ticks, ticksPerSecond }: PacketRateMeaning): string {
  const counts = UNITS.map(([name, seconds]) => ({ name, ticks: seconds * ticksPerSecond }));
  const next = counts.findIndex(
    (unit, i) => i > 0 && (ticks > unit.ticks || Math.floor(unit.ticks / ticks) < unit.ticks % ticks),
  );
  const unit = counts[next < 0 ? counts.length - 1 : next - 1];
  return `${Math.floor((unit?.ticks ?? 0) / ticks)}/${unit?.name}`;
}

/** Source: cost_to_bytes, bytes_to_cost and print_bytes of libxt_hashlimit. */
function bytesText(cost: number): string {
  const bytes = (Math.floor(0xffffffff / cost) - 1) * 16;
  const costOf = (amount: number) => Math.floor(0xffffffff / (Math.floor(amount / 16) + 1));
  // The library rounds in 32 bits.
  const rounded = (each: number) => (bytes % 2 ** 32) - (bytes % each);
  const [name, size] = BYTES.find(([, each]) => bytes >= each && costOf(rounded(each)) === cost) ?? ['', 1];
  return `${Math.floor(bytes / size)}${name}b/s`;
}
const BYTES = [
  ['m', 1048576],
  ['k', 1024],
] as const;

function hashText(meaning: RateMeaning): string {
  return meaning.of === 'bytes' ? bytesText(meaning.cost) : `${rateText(meaning)} --hashlimit-burst 5`;
}

const rates = (most: number) => (random: Random) => {
  const count = random.pick([1, 3, 7, 13, random.int(1, 100), random.int(1, most), random.int(1, 100 * most)]);
  return `${count}${random.pick(['', '/s', '/m', '/min', '/H', '/day', '/second', '.5/s'])}`;
};

const bytes = (random: Random): string =>
  `${random.pick([1, 15, 16, 17, 1000, random.int(1, 100000)])}${random.pick(['b', 'kb', 'mb', 'xb'])}/s${random.pick(['', 'ec', 'x'])}`;

const rangeText = ({ first, last }: IntegerRangeMeaning): string => (first === last ? `${first}` : `${first}:${last}`);

const dated = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19);

export const NUMBERS: readonly Probe[] = [
  probe('mark', '--mark', {
    of: ['mark', '--mark'],
    words: masked,
    rule: (word) => `-m mark --mark ${word} @`,
    saved: ({ value, mask }) => `-m mark --mark ${hex(value)}${mask === 0xffffffff ? '' : `/${hex(mask)}`} @`,
  }),
  probe('mark', '--set-xmark', {
    table: 'mangle',
    of: ['MARK', '--set-xmark'],
    words: masked,
    rule: (word) => `@ -j MARK --set-xmark ${word}`,
    saved: ({ value, mask }) => `@ -j MARK --set-xmark ${hex(value)}/${hex(mask)}`,
  }),
  probe('mark', '--set-mark', {
    table: 'mangle',
    of: ['MARK', '--set-mark'],
    words: masked,
    rule: (word) => `@ -j MARK --set-mark ${word}`,
    saved: ({ value, mask }) => `@ -j MARK --set-xmark ${hex(value)}/${hex((value | mask) >>> 0)}`,
  }),
  probe('tos', '--tos', {
    of: ['tos', '--tos'],
    rule: (word) => `-m tos --tos ${word} @`,
    saved: ({ value, mask }) => `-m tos --tos ${hex(value, 2)}/${hex(mask, 2)} @`,
  }),
  probe('integer', '--dscp', {
    of: ['dscp', '--dscp'],
    rule: (word) => `-m dscp --dscp ${word} @`,
    saved: ({ value }) => `-m dscp --dscp ${hex(Number(value), 2)} @`,
  }),
  probe('integer', '--ttl-gt', {
    of: ['ttl', '--ttl-gt'],
    rule: (word) => `-m ttl --ttl-gt ${word} @`,
    saved: ({ value }) => `-m ttl --ttl-gt ${value} @`,
  }),
  probe('integer', '--quota', {
    of: ['quota', '--quota'],
    rule: (word) => `-m quota --quota ${word} @`,
    saved: ({ value }) => `-m quota --quota ${value} @`,
  }),
  probe('integer-range', '--length', {
    of: ['length', '--length'],
    rule: (word) => `-m length --length ${word} @`,
    saved: (meaning) => `-m length --length ${rangeText(meaning)} @`,
  }),
  probe('integer-range', '--ctexpire', {
    of: ['conntrack', '--ctexpire'],
    rule: (word) => `-m conntrack --ctexpire ${word} @`,
    saved: (meaning) => `-m conntrack --ctexpire ${rangeText(meaning)} @`,
  }),
  probe('integer-range', '--mss', {
    of: ['tcpmss', '--mss'],
    rule: (word) => `-p tcp -m tcpmss --mss ${word} @`,
    saved: (meaning) => `-p tcp -m tcpmss --mss ${rangeText(meaning)} @`,
  }),
  probe('integer-range', '--espspi', {
    of: ['esp', '--espspi'],
    rule: (word) => `-p esp -m esp --espspi ${word} @`,
    saved: (meaning) => {
      const text = rangeText(meaning);
      return `-p esp -m esp ${text === '0:4294967295' ? '' : `--espspi ${text}`} @`;
    },
  }),
  probe('integer-range', '--connbytes', {
    of: ['connbytes', '--connbytes'],
    rule: (word) => `-m connbytes --connbytes ${word} --connbytes-mode bytes --connbytes-dir both @`,
    saved: ({ first, last }) => {
      const to = last === 18446744073709551615n || last === 0n ? '' : `:${last}`;
      return `-m connbytes --connbytes ${first}${to} --connbytes-mode bytes --connbytes-dir both @`;
    },
  }),
  probe('rate', '--limit', {
    of: ['limit', '--limit'],
    words: rates(10000),
    rule: (word) => `-m limit --limit ${word} @`,
    saved: (meaning) => (meaning.of === 'packets' ? `-m limit --limit ${rateText(meaning)} @` : undefined),
  }),
  probe('rate', '--hashlimit-upto', {
    of: ['hashlimit', '--hashlimit-upto'],
    words: (random) => (random.chance(0.5) ? bytes(random) : rates(1000000)(random)),
    rule: (word) => `-m hashlimit --hashlimit-upto ${word} --hashlimit-name a @`,
    saved: (meaning) => `-m hashlimit --hashlimit-upto ${hashText(meaning)} --hashlimit-name a @`,
    ignored: / --hashlimit-htable-expire \d+/,
  }),
  probe('time-of-day', '--timestart', {
    of: ['time', '--timestart'],
    rule: (word) => `-m time --timestart ${word} @`,
    saved: ({ seconds }) => {
      const start = seconds === 0 ? '' : `--timestart ${dated(seconds).slice(11)} --timestop 23:59:59`;
      return `-m time ${start} --datestop 2038-01-19T03:14:07 @`;
    },
  }),
  probe('date-time', '--datestart', {
    of: ['time', '--datestart'],
    rule: (word) => `-m time --datestart ${word} @`,
    saved: ({ seconds }) => {
      const start = seconds === 0 ? '' : `--datestart ${dated(seconds)}`;
      return `-m time ${start} --datestop 2038-01-19T03:14:07 @`;
    },
  }),
  probe('decimal', '--probability', {
    of: ['statistic', '--probability'],
    rule: (word) => `-m statistic --mode random --probability ${word} @`,
    saved: ({ value }) => {
      const kept = Number.isNaN(value) ? 0 : Math.round(value * 0x80000000) / 0x80000000;
      return `-m statistic --mode random --probability ${kept.toFixed(11)} @`;
    },
  }),
];
