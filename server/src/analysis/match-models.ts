// What the options of matches ask, as sets: one entry a match that is modelled. All others are literals.

import type { Family } from '../vocabulary/schema.ts';
import type { Meaning } from '../vocabulary/values/meaning.ts';
import { asksBeyondMask } from './beyond-mask.ts';
import type { Axes } from './dimensions.ts';
import { addressRangeSet } from './sets/addresses.ts';
import type { Intervals } from './sets/intervals.ts';
import { flagsSet, maskedSet } from './sets/masked.ts';
import { statesSet } from './sets/states.ts';

/**
 * The sets of which a packet must be in one, as the option has it without its `!`; undefined where the values are
 * beyond them. With `!` the packet must be in none.
 */
export type SetsReader = (values: readonly Meaning[], axes: Axes) => readonly Intervals[] | undefined;

export interface MatchModel {
  /** By the usual names of options. A switch is read with no values. */
  readonly options: Readonly<Record<string, SetsReader>>;
  /** Missing: the options that are not in `options` make one literal of all that the match says. */
  readonly others?: 'literals' | 'nothing';
  /** What the match asks of every packet, whatever its options say and whether they are negated. */
  readonly always?: (axes: Axes) => Intervals;
  /** The model holds for this family only. */
  readonly family?: Family;
  /** The model holds only where this option stands. */
  readonly onlyWith?: string;
  /** The model does not hold where one of these options stands. */
  readonly unless?: readonly string[];
  /** The nft back end turns ports into expressions of its own; see `native-ports.ts`. */
  readonly nativePorts?: true;
}

const ports =
  (...dimensions: readonly ('sourcePort' | 'destinationPort')[]): SetsReader =>
  ([value], axes) =>
    value?.kind === 'ports' ? dimensions.map((dimension) => axes[dimension].spans(value.ranges)) : undefined;

const icmpType: SetsReader = ([value], { icmp }) => {
  if (value?.kind !== 'icmp-type') return undefined;
  const { type, codes } = value;
  return [type === 'any' ? icmp.everything : icmp.span(type * 256 + codes.first, type * 256 + codes.last)];
};

const states: SetsReader = ([value], { state }) => {
  const set = value?.kind === 'choice' ? statesSet(state, value.choices) : undefined;
  return set && [set];
};

const tcpFlags: SetsReader = ([mask, flags], axes) =>
  mask?.kind === 'tcp-flags' && flags?.kind === 'tcp-flags'
    ? [flagsSet(axes.flags, mask.flags, flags.flags)]
    : undefined;

/** FIN, SYN, RST and ACK are looked at, and SYN alone is set. */
const SYN_MASK = 0x17;
const SYN = 0x02;

const addressRange =
  (dimension: 'source' | 'destination'): SetsReader =>
  ([value], axes) =>
    value?.kind === 'address-range' ? [addressRangeSet(axes[dimension], value)] : undefined;

const hops =
  (span: (hops: number) => readonly [number, number]): SetsReader =>
  ([value], { ttl }) =>
    value?.kind === 'integer' ? [ttl.span(...span(Number(value.value)))] : undefined;

const exactly = hops((number) => [number, number]);
const below = hops((number) => [0, number - 1]);
const above = hops((number) => [number + 1, 255]);

const lengths: SetsReader = ([value], { length }) =>
  value?.kind === 'integer-range' ? [length.span(Number(value.first), Number(value.last))] : undefined;

const typeOfService: SetsReader = ([value], { tos }) =>
  value?.kind === 'tos' ? [maskedSet(tos, 255, value.value, value.mask)] : undefined;

/** The code point is the upper six bits of the byte. */
const codePoint: SetsReader = ([value], { tos }) => {
  const number =
    value?.kind === 'integer' ? Number(value.value) : value?.kind === 'choice' ? numberOf(value) : undefined;
  return number === undefined ? undefined : [tos.span(number * 4, number * 4 + 3)];
};

const packetType: SetsReader = ([value], axes) => {
  const number = value?.kind === 'choice' ? numberOf(value) : undefined;
  return number === undefined ? undefined : [axes.packetType.point(number)];
};

/** The number of the only choice. */
function numberOf({ choices }: Extract<Meaning, { readonly kind: 'choice' }>): number | undefined {
  return choices.length === 1 ? choices[0]?.number : undefined;
}

const sender: SetsReader = ([value], { mac }) =>
  value?.kind === 'mac' ? [mac.point(value.bytes.reduce((number, byte) => number * 256 + byte, 0))] : undefined;

const account =
  (dimension: 'user' | 'group'): SetsReader =>
  ([value], axes) =>
    value?.kind === 'account' ? [axes[dimension].span(value.first, value.last)] : undefined;

/** The kernel's numbers of them, RTN_UNSPEC to RTN_XRESOLVE, tell the types of IPv4 apart: an address has one. */
const ADDRESS_TYPES =
  'UNSPEC UNICAST LOCAL BROADCAST ANYCAST MULTICAST BLACKHOLE UNREACHABLE PROHIBIT THROW NAT XRESOLVE'.split(' ');

const addressType =
  (dimension: 'sourceType' | 'destinationType'): SetsReader =>
  ([value], axes) => {
    if (value?.kind !== 'choice') return undefined;
    const numbers = value.choices.map(({ name }) => ADDRESS_TYPES.indexOf(name));
    return numbers.includes(-1) ? undefined : [axes[dimension].spans(numbers.map((n) => ({ first: n, last: n })))];
  };

/** A value with bits outside of its mask is no mark's; every other mark is a literal. */
const beyondMask: SetsReader = (values, { protocol }) => (asksBeyondMask(values) ? [protocol.nothing] : undefined);

/** An option that every packet passes, and with `!` none. */
const allPackets: SetsReader = (_values, { protocol }) => [protocol.everything];

const notLaterFragment = ({ fragment }: Axes): Intervals => fragment.point(0);
const isTracked = ({ state }: Axes): Intervals => state.span(0, 1).complement();
const hasSender = ({ mac }: Axes): Intervals => mac.point(-1).complement();

const TRANSPORT = { '--sport': ports('sourcePort'), '--dport': ports('destinationPort') } as const;

/**
 * Later fragments carry neither ports nor flags nor types, and none of these matches takes them, negated or without any
 * option. Of nft that holds but for ports and flags of tcp and udp where connections are not tracked: it compares the
 * bytes at their place. Source: net/netfilter/xt_tcpudp.c and its like; packets sent through both back ends.
 */
const WHOLE = { always: notLaterFragment } as const;

/** By the names of matches. */
const MODELS: Readonly<Record<string, MatchModel>> = {
  addrtype: {
    options: { '--src-type': addressType('sourceType'), '--dst-type': addressType('destinationType') },
    // In IPv6 an address may be of several types; with an interface the question is another one.
    family: 4,
    unless: ['--limit-iface-in', '--limit-iface-out'],
  },
  comment: { options: {}, others: 'nothing' },
  // Packets without a connection fit no mark, negated or not. Source: xt_connmark.c.
  connmark: { options: { '--mark': beyondMask }, always: isTracked },
  // Packets without a connection pass once their state fits, whatever the other options say. Source: xt_conntrack.c.
  conntrack: { options: { '--ctstate': states } },
  dccp: { options: TRANSPORT, others: 'literals', ...WHOLE },
  dscp: { options: { '--dscp': codePoint, '--dscp-class': codePoint } },
  hl: { options: { '--hl-eq': exactly, '--hl-lt': below, '--hl-gt': above } },
  icmp: { options: { '--icmp-type': icmpType }, ...WHOLE },
  icmp6: { options: { '--icmpv6-type': icmpType }, ...WHOLE },
  iprange: { options: { '--src-range': addressRange('source'), '--dst-range': addressRange('destination') } },
  length: { options: { '--length': lengths } },
  // Packets that came in without an Ethernet header fit no address, negated or not. Source: xt_mac.c.
  mac: { options: { '--mac-source': sender }, always: hasSender },
  mark: { options: { '--mark': beyondMask } },
  multiport: {
    options: {
      '--sports': ports('sourcePort'),
      '--dports': ports('destinationPort'),
      '--ports': ports('sourcePort', 'destinationPort'),
    },
    ...WHOLE,
  },
  owner: {
    options: { '--uid-owner': account('user'), '--gid-owner': account('group') },
    others: 'literals',
    unless: ['--suppl-groups'],
  },
  pkttype: { options: { '--pkt-type': packetType } },
  // Every packet is put on the list.
  recent: { options: { '--set': allPackets }, others: 'nothing', onlyWith: '--set' },
  sctp: { options: TRANSPORT, others: 'literals', ...WHOLE },
  state: { options: { '--state': states } },
  tcp: {
    options: {
      ...TRANSPORT,
      '--tcp-flags': tcpFlags,
      '--syn': (_values, axes) => [flagsSet(axes.flags, SYN_MASK, SYN)],
    },
    others: 'literals',
    nativePorts: true,
    ...WHOLE,
  },
  tos: { options: { '--tos': typeOfService } },
  ttl: { options: { '--ttl-eq': exactly, '--ttl-lt': below, '--ttl-gt': above } },
  udp: { options: TRANSPORT, nativePorts: true, ...WHOLE },
};

/** The model of a match; undefined for one that is a literal. */
export function modelOf(match: string): MatchModel | undefined {
  return Object.hasOwn(MODELS, match) ? MODELS[match] : undefined;
}
