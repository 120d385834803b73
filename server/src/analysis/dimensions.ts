// The dimensions of a packet: what rules ask about it, each with its axis of points.

import type { Family } from '../vocabulary/schema.ts';
import { Axis, type Point } from './sets/intervals.ts';

/**
 * In the order in which a box has them.
 *
 * - `protocol`: the number in the IP header, or of the last header in IPv6.
 * - `source`, `destination`: IPv4 addresses as numbers, those of IPv6 as bigints of 128 bits.
 * - `sourcePort`, `destinationPort`: of a packet whose protocol has none, any; rules that ask also ask for the protocol.
 * - `icmp`: type x 256 + code.
 * - `inputInterface`, `outputInterface`: the name; the empty text where there is none, as in OUTPUT and INPUT.
 * - `state`: an atom of `states.ts`. `flags`: those of TCP as bits, FIN 1 to URG 32.
 * - `fragment`: 0 whole packets and first fragments, 1 later fragments, which carry no ports.
 * - `ttl` (the hop limit in IPv6) and `tos` (the whole byte; the traffic class). `length`: in bytes, with the IP header.
 * - `mac`: the sender's as a number of 48 bits, -1 where the link has none. `packetType`: as in the kernel, 0 to this
 *   host, 1 broadcast, 2 multicast, 3 to another host, 4 outgoing.
 * - `user`, `group`: of the socket that sends, -1 without one.
 * - `sourceType`, `destinationType`: what the routing table says of an IPv4 address, as in the order of addrtype's list.
 *
 * Targets that go on may change `ttl`, `tos` and `state` (TTL, HL, TOS, DSCP, ECN, CT, NOTRACK): a set of these holds
 * until the next of them.
 */
export type Dimension =
  | 'protocol'
  | 'source'
  | 'destination'
  | 'sourcePort'
  | 'destinationPort'
  | 'icmp'
  | 'inputInterface'
  | 'outputInterface'
  | 'state'
  | 'flags'
  | 'fragment'
  | 'ttl'
  | 'tos'
  | 'length'
  | 'mac'
  | 'packetType'
  | 'user'
  | 'group'
  | 'sourceType'
  | 'destinationType';

export type Axes = { readonly [D in Dimension]: Axis };

/**
 * A packet as far as it is known: a dimension that is left out may have any point. The mark is no dimension, since rules
 * ask about some of its bits; literals do.
 */
export type Packet = { readonly [D in Dimension]?: Point } & { readonly mark?: number };

const BYTE = 0xff;
const WORD = 0xffffffff;
const HIGHEST_V6 = (1n << 128n) - 1n;
const HIGHEST_MAC = 2 ** 48 - 1;

const COMMON = {
  protocol: new Axis('protocol', 0, 0, BYTE),
  sourcePort: new Axis('sourcePort', 3, 0, 0xffff),
  destinationPort: new Axis('destinationPort', 4, 0, 0xffff),
  icmp: new Axis('icmp', 5, 0, 0xffff),
  inputInterface: new Axis('inputInterface', 6, '', undefined),
  outputInterface: new Axis('outputInterface', 7, '', undefined),
  state: new Axis('state', 8, 0, 13),
  flags: new Axis('flags', 9, 0, 63),
  fragment: new Axis('fragment', 10, 0, 1),
  ttl: new Axis('ttl', 11, 0, BYTE),
  tos: new Axis('tos', 12, 0, BYTE),
  // The kernel's own large packets are longer than the header can say, so there is no end.
  length: new Axis('length', 13, 0, undefined),
  mac: new Axis('mac', 14, -1, HIGHEST_MAC),
  packetType: new Axis('packetType', 15, 0, 4),
  user: new Axis('user', 16, -1, WORD),
  group: new Axis('group', 17, -1, WORD),
  sourceType: new Axis('sourceType', 18, 0, 11),
  destinationType: new Axis('destinationType', 19, 0, 11),
};

const V4: Axes = {
  ...COMMON,
  source: new Axis('source', 1, 0, WORD),
  destination: new Axis('destination', 2, 0, WORD),
};
const V6: Axes = {
  ...COMMON,
  source: new Axis('source', 1, 0n, HIGHEST_V6),
  destination: new Axis('destination', 2, 0n, HIGHEST_V6),
};

/** The axes of each family; those of addresses differ, all others are the same objects. */
export const AXES: Readonly<Record<Family, Axes>> = { 4: V4, 6: V6 };
