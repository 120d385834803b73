// Owns the probes of addresses, networks, masks, ranges, interfaces and hardware addresses.
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { addressText, networkText, prefixLength } from '../../../server/src/vocabulary/values/address-words.ts';
import type {
  Address,
  AddressRangeMeaning,
  MaskMeaning,
  NatPorts,
  NatRangeMeaning,
  NetworksMeaning,
} from '../../../server/src/vocabulary/values/meaning.ts';
import type { Random } from '../fuzz/random.ts';
import { type Probe, probe } from './probe.ts';
import { networksV4, networkV4, networkV6, rangeV4, shortV4 } from './words.ts';

const isOpen = (mask: Address): boolean => mask.every((word) => word === 0);

/** -s and -d: a rule for each address, none said where every address is meant, the length of a mask always. */
function genericNetworks({ networks }: NetworksMeaning, option: string): readonly string[] | undefined {
  const lines = networks.map((each) => {
    if (each.kind !== 'network') return undefined;
    const text = networkText(each);
    return isOpen(each.mask) ? '@' : `${option} ${text.includes('/') ? text : `${text}/${32 * each.mask.length}`} @`;
  });
  return lines.every((line) => line !== undefined) ? lines : undefined;
}

/** Extensions save the address with all its bits. */
function network({ networks: [each] }: NetworksMeaning): string | undefined {
  if (each?.kind !== 'network') return undefined;
  const length = prefixLength(each.mask) ?? addressText(each.mask);
  return `${addressText(each.written)}${length === 32 * each.mask.length ? '' : `/${length}`}`;
}

const range = ({ first, last }: AddressRangeMeaning): string => `${addressText(first)}-${addressText(last)}`;

/** The ones that each word of a mask begins with, which is all that is saved of it. */
function length({ mask }: MaskMeaning): string {
  return String(mask.reduce((sum, word) => sum + Math.clz32(~word), 0));
}

export function natPortsText({ first, last, base }: NatPorts): string {
  const ports = first === last ? String(first) : `${first}-${last}`;
  return base === undefined ? ports : `${ports}/${base}`;
}

function natRange({ addresses, ports }: NatRangeMeaning, family: Family): string {
  const ends = addresses ? [addresses.first, addresses.last].map(addressText) : [];
  const hosts = ends[0] === ends[1] ? (ends[0] ?? '') : ends.join('-');
  if (ports === undefined) return hosts;
  return `${family === 6 && hosts !== '' ? `[${hosts}]` : hosts}:${natPortsText(ports)}`;
}

const LIST = { kind: 'network', list: true } as const;

const FAMILIES: readonly {
  readonly family: Family;
  readonly list: (r: Random) => string;
  readonly one: (r: Random) => string;
}[] = [
  { family: 4, list: networksV4, one: networkV4 },
  { family: 6, list: networkV6, one: networkV6 },
];

export const ADDRESSES: readonly Probe[] = [
  ...FAMILIES.flatMap(({ family, list, one }) => [
    probe('network', '-s', {
      family,
      of: LIST,
      words: list,
      rule: (word) => `-s ${word} @`,
      saved: (meaning) => genericNetworks(meaning, '-s'),
    }),
    probe('network', '-d', {
      family,
      of: LIST,
      words: list,
      rule: (word) => `-d ${word} @`,
      saved: (meaning) => genericNetworks(meaning, '-d'),
    }),
    probe('network', '--ctorigsrc', {
      family,
      of: ['conntrack', '--ctorigsrc'],
      words: one,
      rule: (word) => `-m conntrack --ctorigsrc ${word} @`,
      saved: (meaning) => {
        const text = network(meaning);
        return text && `-m conntrack --ctorigsrc ${text} @`;
      },
    }),
    probe('address-range', '--src-range', {
      family,
      of: ['iprange', '--src-range'],
      words: family === 4 ? rangeV4 : one,
      rule: (word) => `-m iprange --src-range ${word} @`,
      saved: (meaning) => `-m iprange --src-range ${range(meaning)} @`,
    }),
    probe('prefix-length', '--connlimit-mask', {
      family,
      of: ['connlimit', '--connlimit-mask'],
      words: one,
      rule: (word) => `-m connlimit --connlimit-above 1 --connlimit-mask ${word} @`,
      saved: (meaning) => `-m connlimit --connlimit-above 1 --connlimit-mask ${length(meaning)} --connlimit-saddr @`,
    }),
    probe('nat-range', '--to-destination', {
      family,
      table: 'nat',
      chain: 'PREROUTING',
      of: ['DNAT', '--to-destination'],
      protocol: 6,
      rule: (word) => `-p tcp @ -j DNAT --to-destination ${word}`,
      saved: (meaning) => `-p tcp @ -j DNAT --to-destination ${natRange(meaning, family)}`,
    }),
    probe('nat-range', '--to-source', {
      family,
      table: 'nat',
      chain: 'POSTROUTING',
      of: ['SNAT', '--to-source'],
      protocol: 6,
      rule: (word) => `-p tcp @ -j SNAT --to-source ${word}`,
      saved: (meaning) => `-p tcp @ -j SNAT --to-source ${natRange(meaning, family)}`,
    }),
  ]),
  probe('host', '--mask', {
    of: ['recent', '--mask'],
    words: shortV4,
    rule: (word) => `-m recent --set --mask ${word} @`,
    saved: (meaning) => {
      const text = network(meaning);
      return text && `-m recent --set --name DEFAULT --mask ${text} --rsource @`;
    },
  }),
  probe('interface', '-i', {
    of: { kind: 'interface' },
    rule: (word) => `-i ${word} @`,
    saved: ({ name, prefix }) => (name === '' ? '@' : `-i ${interfaceText(name, prefix)} @`),
  }),
  probe('interface', '--physdev-in', {
    chain: 'FORWARD',
    of: ['physdev', '--physdev-in'],
    rule: (word) => `-m physdev --physdev-in ${word} @`,
    saved: ({ name, prefix }, word) => `-m physdev --physdev-in ${word === '' ? '' : interfaceText(name, prefix)} @`,
  }),
  probe('mac', '--mac-source', {
    of: ['mac', '--mac-source'],
    words: (random) => random.list(6, 6, ':', () => random.pick(['', '0', '+1', '-1', ' f', 'aB', 'ff', '-f'])),
    rule: (word) => `-m mac --mac-source ${word} @`,
    saved: ({ bytes }) => `-m mac --mac-source ${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':')} @`,
  }),
];

const interfaceText = (name: string, prefix: boolean): string => `${name}${prefix ? '+' : ''}`;
