// Owns the bits of one packet as the analysis writes it.

import type { Dimension, Packet } from '../../../server/src/analysis/dimensions.ts';
import type { Point } from '../../../server/src/analysis/sets/intervals.ts';
import { type Field, type PacketBits, placeOf } from './packet-bits.ts';

type Values = ReadonlyMap<Field, bigint>;

/** Fields that are written as they are. */
const SAME: Partial<Record<Dimension, Field>> = {
  protocol: 'protocol',
  source: 'source',
  destination: 'destination',
  sourcePort: 'sourcePort',
  destinationPort: 'destinationPort',
  flags: 'flags',
  fragment: 'fragment',
  ttl: 'ttl',
  tos: 'tos',
  length: 'length',
  packetType: 'packetType',
  sourceType: 'sourceType',
  destinationType: 'destinationType',
};
/** Those that a packet may be without, written as -1. */
const MAYBE: Partial<Record<Dimension, readonly [has: Field, field: Field]>> = {
  mac: ['hasSender', 'sender'],
  user: ['hasUser', 'user'],
  group: ['hasGroup', 'group'],
};

/** The bits of a packet; undefined for what is not told of it. */
export function bitsOfPacket(bits: PacketBits, packet: Packet): (bit: number) => boolean | undefined {
  const known = new Map<number, boolean>();
  for (const [field, value] of valuesOf(bits, packet)) {
    const { first, width } = placeOf(field);
    for (let at = 0; at < width; at++) known.set(first + width - 1 - at, ((value >> BigInt(at)) & 1n) === 1n);
  }
  return (bit) => known.get(bit);
}

function valuesOf(bits: PacketBits, packet: Packet): Values {
  const values = new Map<Field, bigint>();
  for (const [dimension, field] of Object.entries(SAME)) {
    const point = packet[dimension as Dimension];
    if (typeof point === 'number' || typeof point === 'bigint') values.set(field, BigInt(point));
  }
  for (const [dimension, [has, field]] of Object.entries(MAYBE)) {
    const point = packet[dimension as Dimension];
    if (typeof point !== 'number') continue;
    values.set(has, point < 0 ? 0n : 1n);
    if (point >= 0) values.set(field, BigInt(point));
  }
  const { icmp, state, inputInterface, outputInterface } = packet;
  if (typeof icmp === 'number') values.set('icmpType', BigInt(icmp >> 8)).set('icmpCode', BigInt(icmp & 0xff));
  if (typeof state === 'number') putState(values, state);
  putName(bits, values, 'input', inputInterface);
  putName(bits, values, 'output', outputInterface);
  return values;
}

/** Fourteen of them: two without a connection, then NEW, ESTABLISHED and RELATED, each in four ways. */
function putState(values: Map<Field, bigint>, state: number): void {
  const way = state < 2 ? 0 : (state - 2) % 4;
  values.set('state', BigInt(state < 2 ? state : 2 + Math.floor((state - 2) / 4)));
  values.set('sourceNat', BigInt(way & 1)).set('destinationNat', BigInt(way >> 1));
}

function putName(
  bits: PacketBits,
  values: Map<Field, bigint>,
  field: 'input' | 'output',
  name: Point | undefined,
): void {
  if (typeof name === 'string') values.set(field, BigInt(bits.atomOf(name)));
}
