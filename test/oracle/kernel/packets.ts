// Made-up packets to the router, through it and from it.

import type { PacketFacts } from '../../../server/src/analysis/trace/facts.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import type { Random } from '../fuzz/random.ts';
import { type Content, frameBytes, packetBytes } from './bytes.ts';
import type { Parcel } from './lab.ts';
import { DEVICE_NAMES, DEVICES, type Device, OWN_ADDRESSES } from './topology.ts';
import { FALSE_SOURCES, GROUPS, HOSTS, MACS, PORTS } from './values.ts';

/** A packet as a trace is told it, and as it is sent. */
export interface Sent {
  readonly facts: PacketFacts;
  readonly content: Content;
  readonly parcel: Omit<Parcel, 'read'>;
}

export const ICMP = { 4: 1, 6: 58 } as const;
const QUESTION = { 4: 8, 6: 128 } as const;
const ICMP_TYPES: Readonly<Record<Family, readonly [readonly [number, number], ...(readonly [number, number])[]]>> = {
  4: [
    [8, 0],
    [8, 0],
    [0, 0],
    [3, 1],
    [3, 3],
    [11, 0],
    [13, 0],
  ],
  6: [
    [128, 0],
    [128, 0],
    [129, 0],
    [1, 3],
    [3, 0],
    [135, 0],
  ],
};
const FLAGS = [
  'S',
  'S',
  'S',
  'S',
  'S',
  'S',
  'S',
  'S',
  'A',
  'SA',
  'F',
  'FA',
  'R',
  'RA',
  'PA',
  '',
  'FPU',
  'SF',
  'SR',
  'SAFRPU',
] as const;
const OTHERS = { lan0: ['lan1', 'wan0'], lan1: ['lan0', 'wan0'], wan0: ['lan0', 'lan1'] } as const;
const TOS = [0, 0, 0, 0x10, 0x08, 0x20, 0xb8, 0x03] as const;

/** Writes a packet out: its bytes, and what follows from them for the facts. */
export function sent(facts: PacketFacts, content: Content, family: Family, flush: boolean): Sent {
  const packet = packetBytes(facts, content, family);
  const whole = { ...facts, length: packet.length };
  const to = facts.dst ?? '';
  if (facts.origin === 'box')
    return { facts: whole, content, parcel: { from: 'box', to, bytes: packet.toString('hex'), flush } };
  const device = DEVICE_NAMES.find((name) => name === facts.in) ?? 'lan0';
  const frame = frameBytes(packet, hardwareTo(facts, device), facts.mac_src ?? MACS[0]);
  return { facts: whole, content, parcel: { from: device, to, bytes: frame.toString('hex'), flush } };
}

function hardwareTo({ pkttype }: PacketFacts, device: Device): string {
  if (pkttype === 'broadcast') return 'ff:ff:ff:ff:ff:ff';
  if (pkttype === 'otherhost') return '02:00:00:00:09:09';
  return pkttype === 'multicast' ? '01:00:5e:00:00:01' : DEVICES[device];
}

/** The fields of a protocol. */
function above(
  random: Random,
  family: Family,
): Pick<PacketFacts, 'proto' | 'sport' | 'dport' | 'flags' | 'icmp_type' | 'icmp_code' | 'icmp_id'> {
  const port = () => (random.chance(0.7) ? random.pick(PORTS) : random.int(1, 65535));
  const proto = random.pick([6, 6, 6, 6, 17, 17, 17, ICMP[family], ICMP[family], random.pick([47, 50, 253])]);
  if (proto === 6) return { proto, sport: port(), dport: port(), flags: random.pick(FLAGS) };
  if (proto === 17) return { proto, sport: port(), dport: port() };
  if (proto !== ICMP[family]) return { proto };
  const [icmp_type, icmp_code] = random.pick(ICMP_TYPES[family]);
  return { proto, icmp_type, icmp_code, icmp_id: random.int(1, 65535) };
}

function ends(
  random: Random,
  family: Family,
): Pick<PacketFacts, 'in' | 'origin' | 'src' | 'dst' | 'pkttype' | 'mac_src' | 'uid' | 'gid'> {
  const device = random.pick(DEVICE_NAMES);
  const host = (name: Device) => random.pick(HOSTS[name][family]);
  const own = random.pick(OWN_ADDRESSES[family]);
  const elsewhere = host(random.pick(DEVICE_NAMES));
  if (random.chance(0.25))
    return {
      origin: 'box',
      src: random.pick(OWN_ADDRESSES[family]),
      dst: random.chance(0.2) ? own : elsewhere,
      uid: 0,
      gid: 0,
    };
  const src = random.chance(0.04) ? random.pick(FALSE_SOURCES[family]) : random.chance(0.1) ? elsewhere : host(device);
  const mac_src = random.pick(MACS);
  if (random.chance(0.06)) {
    const dst = random.pick(GROUPS[family]);
    const sender = random.chance(0.3) ? random.pick(FALSE_SOURCES[family]) : src;
    return { in: device, src: sender, dst, mac_src, pkttype: /255$/.test(dst) ? 'broadcast' : 'multicast' };
  }
  const aim = random.chance(0.45) ? own : host(random.pick(OTHERS[device]));
  return {
    in: device,
    src,
    dst: aim,
    mac_src,
    ...(random.chance(0.03) && { pkttype: random.pick(['broadcast', 'otherhost']) }),
  };
}

/** Any packet that belongs to no connection. */
export function makePacket(random: Random, family: Family): Sent {
  const facts: PacketFacts = {
    ...ends(random, family),
    ...above(random, family),
    ttl: random.chance(0.1) ? random.pick([1, 2]) : random.pick([64, 64, 63, 128, 255]),
    tos: random.pick(TOS),
  };
  const content: Content = {
    seq: random.int(1, 1e9),
    ack: random.int(1, 1e9),
    payload: random.pick([0, 0, 20, 56, 200]),
  };
  const hasInner = facts.proto === ICMP[family] && !isQuestion(facts, family);
  const inner: PacketFacts = { src: facts.dst ?? '', dst: facts.src ?? '', proto: 17, sport: 1, dport: 2 };
  const quoted = hasInner ? { quoted: packetBytes(inner, { ...content, payload: 8 }, family) } : {};
  const isPart = family === 4 && facts.in !== undefined && random.chance(0.03);
  const frag = isPart
    ? {
        frag: random.pick([
          { offset: 0, mf: true },
          { offset: 64, mf: true },
          { offset: 64, mf: false },
        ]),
      }
    : {};
  // Parts but the last are multiples of eight bytes.
  const whole = isPart ? { ...content, payload: 64 } : { ...content, ...quoted };
  const told = isPart && frag.frag?.offset !== 0 ? withoutPorts(facts) : facts;
  return sent({ ...told, ...frag }, whole, family, true);
}

function withoutPorts({ sport, dport, flags, icmp_type, icmp_code, icmp_id, ...rest }: PacketFacts): PacketFacts {
  return rest;
}

export function isQuestion({ proto, icmp_type }: PacketFacts, family: Family): boolean {
  return proto === ICMP[family] && icmp_type === QUESTION[family];
}
