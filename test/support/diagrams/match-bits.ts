// Owns what matches ask of the bits of a packet. Written from the kernel's code for the tests alone: it shares nothing with
// the models of the analysis.

import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { addressNumber } from '../../../server/src/vocabulary/values/address-words.ts';
import type { Address, Meaning, NetworksMeaning } from '../../../server/src/vocabulary/values/meaning.ts';
import { type Diagram, NONE } from './diagrams.ts';
import type { Field, PacketBits } from './packet-bits.ts';

/** What an option asks, without its `!`; undefined where its values are beyond the bits. */
export type OptionBits = (bits: PacketBits, values: readonly Meaning[], family: Family) => Diagram | undefined;

export interface MatchBits {
  readonly options: Readonly<Record<string, OptionBits>>;
  /** Options beside these: each by itself is asked by its words, or says nothing; missing: all of the match is. */
  readonly others?: 'alone' | 'silent';
  /** Holds for every packet that the match takes. */
  readonly always?: (bits: PacketBits) => Diagram;
  /** False: the bits do not tell, the whole match is asked by its words. */
  readonly fits?: (names: readonly string[], family: Family) => boolean;
}

const number = addressNumber;

/** The mask leaves at most eight bits free that stand before one that it counts. What has more the analysis asks by its words. */
function isStretches(mask: Address): boolean {
  const bits = mask.map((word) => word.toString(2).padStart(32, '0')).join('');
  return bits.replace(/0*$/, '').replaceAll('1', '').length <= 8;
}

export function networks(bits: PacketBits, field: Field, { networks: all }: NetworksMeaning): Diagram | undefined {
  const sets: Diagram[] = [];
  for (const network of all) {
    if (network.kind !== 'network' || !isStretches(network.mask)) return undefined;
    sets.push(bits.masked(field, number(network.address), number(network.mask)));
  }
  return bits.any(sets);
}

const portsIn =
  (...fields: readonly Field[]): OptionBits =>
  (bits, [value]) =>
    value?.kind === 'ports'
      ? bits.any(fields.flatMap((field) => value.ranges.map(({ first, last }) => bits.span(field, first, last))))
      : undefined;

const rangeIn =
  (field: Field): OptionBits =>
  (bits, [value]) =>
    value?.kind === 'address-range' ? bits.span(field, number(value.first), number(value.last)) : undefined;

const icmp: OptionBits = (bits, [value]) => {
  if (value?.kind !== 'icmp-type') return undefined;
  if (value.type === 'any') return bits.span('icmpType', 0, 255);
  const codes = bits.span('icmpCode', value.codes.first, value.codes.last);
  return bits.diagrams.and(bits.span('icmpType', value.type, value.type), codes);
};

const STATES = ['INVALID', 'UNTRACKED', 'NEW', 'ESTABLISHED', 'RELATED'];

const states: OptionBits = (bits, [value]) => {
  if (value?.kind !== 'choice') return undefined;
  const sets: Diagram[] = [];
  for (const { name } of value.choices) {
    const at = STATES.indexOf(name);
    if (at >= 0) sets.push(bits.span('state', at, at));
    else if (name === 'SNAT') sets.push(bits.span('sourceNat', 1, 1));
    else if (name === 'DNAT') sets.push(bits.span('destinationNat', 1, 1));
    else return undefined;
  }
  return bits.any(sets);
};

const flags: OptionBits = (bits, [mask, wanted]) =>
  mask?.kind === 'tcp-flags' && wanted?.kind === 'tcp-flags'
    ? bits.masked('flags', wanted.flags, mask.flags)
    : undefined;

/** Of SYN 2, ACK 16, RST 4 and FIN 1, SYN alone. */
const syn: OptionBits = (bits) => bits.masked('flags', 2, 2 | 16 | 4 | 1);

const numberIn =
  (field: Field, first: (of: bigint) => bigint, last: (of: bigint) => bigint): OptionBits =>
  (bits, [value]) =>
    value?.kind === 'integer' ? bits.span(field, first(value.value), last(value.value)) : undefined;

const same = (of: bigint): bigint => of;
const equal = numberIn('ttl', same, same);
const less = numberIn(
  'ttl',
  () => 0n,
  (of) => of - 1n,
);
const greater = numberIn(
  'ttl',
  (of) => of + 1n,
  () => 255n,
);

const codePoint: OptionBits = (bits, [value]) => {
  const of = value?.kind === 'integer' ? Number(value.value) : chosen(value);
  return of === undefined ? undefined : bits.masked('tos', (of << 2) & 0xff, 0xfc);
};

function chosen(value: Meaning | undefined): number | undefined {
  return value?.kind === 'choice' && value.choices.length === 1 ? value.choices[0]?.number : undefined;
}

const packetType: OptionBits = (bits, [value]) => {
  const of = chosen(value);
  return of === undefined ? undefined : bits.span('packetType', of, of);
};

const sender: OptionBits = (bits, [value]) => {
  if (value?.kind !== 'mac') return undefined;
  const of = value.bytes.reduce((all, byte) => all * 256n + BigInt(byte), 0n);
  return bits.diagrams.and(bits.span('hasSender', 1, 1), bits.span('sender', of, of));
};

const account =
  (has: Field, field: Field): OptionBits =>
  (bits, [value]) =>
    value?.kind === 'account'
      ? bits.diagrams.and(bits.span(has, 1, 1), bits.span(field, value.first, value.last))
      : undefined;

const TYPES = [
  ...['UNSPEC', 'UNICAST', 'LOCAL', 'BROADCAST', 'ANYCAST', 'MULTICAST'],
  ...['BLACKHOLE', 'UNREACHABLE', 'PROHIBIT', 'THROW', 'NAT', 'XRESOLVE'],
];

const addressType =
  (field: Field): OptionBits =>
  (bits, [value]) => {
    if (value?.kind !== 'choice') return undefined;
    const all = value.choices.map(({ name }) => TYPES.indexOf(name));
    return all.includes(-1) ? undefined : bits.any(all.map((one) => bits.span(field, one, one)));
  };

/** `par->fragoff != 0` gives false in all matches that read a transport header. */
const readsHeader = { always: (bits: PacketBits) => bits.span('fragment', 0, 0) } as const;
const ENDS = { '--sport': portsIn('sourcePort'), '--dport': portsIn('destinationPort') } as const;

const isTracked = (bits: PacketBits): Diagram => bits.span('state', STATES.indexOf('NEW'), STATES.indexOf('RELATED'));

const beyondMask: OptionBits = (_bits, [value]) =>
  value?.kind === 'mark' && (value.value & value.mask) >>> 0 !== value.value ? NONE : undefined;

export const MATCH_BITS: ReadonlyMap<string, MatchBits> = new Map<string, MatchBits>([
  ['comment', { options: {}, others: 'silent' }],
  ['state', { options: { '--state': states } }],
  ['conntrack', { options: { '--ctstate': states } }],
  ['tcp', { options: { ...ENDS, '--tcp-flags': flags, '--syn': syn }, others: 'alone', ...readsHeader }],
  ['udp', { options: ENDS, ...readsHeader }],
  ['sctp', { options: ENDS, others: 'alone', ...readsHeader }],
  ['dccp', { options: ENDS, others: 'alone', ...readsHeader }],
  [
    'multiport',
    {
      options: {
        '--sports': portsIn('sourcePort'),
        '--dports': portsIn('destinationPort'),
        '--ports': portsIn('sourcePort', 'destinationPort'),
      },
      ...readsHeader,
    },
  ],
  ['icmp', { options: { '--icmp-type': icmp }, ...readsHeader }],
  ['icmp6', { options: { '--icmpv6-type': icmp }, ...readsHeader }],
  ['iprange', { options: { '--src-range': rangeIn('source'), '--dst-range': rangeIn('destination') } }],
  [
    'length',
    {
      options: {
        '--length': (bits, [value]) =>
          value?.kind === 'integer-range' ? bits.span('length', value.first, value.last) : undefined,
      },
    },
  ],
  ['ttl', { options: { '--ttl-eq': equal, '--ttl-lt': less, '--ttl-gt': greater } }],
  ['hl', { options: { '--hl-eq': equal, '--hl-lt': less, '--hl-gt': greater } }],
  [
    'tos',
    {
      options: {
        '--tos': (bits, [value]) => (value?.kind === 'tos' ? bits.masked('tos', value.value, value.mask) : undefined),
      },
    },
  ],
  ['dscp', { options: { '--dscp': codePoint, '--dscp-class': codePoint } }],
  // A mark as its mask leaves it has none of the other bits. Source: xt_mark.c.
  ['mark', { options: { '--mark': beyondMask } }],
  // Without a connection no packet passes, whatever the `!`. Source: xt_connmark.c.
  ['connmark', { options: { '--mark': beyondMask }, always: isTracked }],
  ['mac', { options: { '--mac-source': sender }, always: (bits) => bits.span('hasSender', 1, 1) }],
  ['pkttype', { options: { '--pkt-type': packetType } }],
  [
    'owner',
    {
      options: { '--uid-owner': account('hasUser', 'user'), '--gid-owner': account('hasGroup', 'group') },
      others: 'alone',
      fits: (names) => !names.includes('--suppl-groups'),
    },
  ],
  [
    'addrtype',
    {
      options: { '--src-type': addressType('sourceType'), '--dst-type': addressType('destinationType') },
      fits: (names, family) => family === 4 && !names.some((name) => name.startsWith('--limit-iface')),
    },
  ],
  [
    'recent',
    {
      // Each packet is entered; with `!` none passes.
      options: { '--set': (bits) => bits.diagrams.not(NONE) },
      others: 'silent',
      fits: (names) => names.includes('--set'),
    },
  ],
]);
