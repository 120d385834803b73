// Writes packets as bytes, checksums included, from the facts that a trace is told of them.

import { readAddress } from '../../../server/src/analysis/trace/addresses.ts';
import type { PacketFacts } from '../../../server/src/analysis/trace/facts.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';

export interface Content {
  /** TCP's numbers. */
  readonly seq: number;
  readonly ack: number;
  /** Bytes behind the headers. */
  readonly payload: number;
  /** What an ICMP error quotes. */
  readonly quoted?: Buffer;
}

const TCP = 6;
const UDP = 17;
const ICMP = { 4: 1, 6: 58 } as const;
const FLAGS = 'FSRPAU';
/** A window in which every later packet lies. */
const WINDOW = 8192;

function addressBytes(text: string, family: Family): Buffer {
  const number = BigInt(readAddress(text, family) ?? 0);
  return Buffer.from(number.toString(16).padStart(family === 4 ? 8 : 32, '0'), 'hex');
}

/** The Internet's checksum. */
function checksum(...parts: readonly Buffer[]): number {
  let sum = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 2) sum += ((part[at] ?? 0) << 8) | (part[at + 1] ?? 0);
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

function tcp({ sport = 0, dport = 0, flags = '' }: PacketFacts, { seq, ack }: Content): Buffer {
  const header = Buffer.alloc(20);
  header.writeUInt16BE(sport, 0);
  header.writeUInt16BE(dport, 2);
  header.writeUInt32BE(seq, 4);
  header.writeUInt32BE(flags.includes('A') ? ack : 0, 8);
  header[12] = 5 << 4;
  header[13] = [...flags].reduce((bits, letter) => bits | (1 << FLAGS.indexOf(letter)), 0);
  header.writeUInt16BE(WINDOW, 14);
  return header;
}

function udp({ sport = 0, dport = 0 }: PacketFacts, { payload }: Content): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt16BE(sport, 0);
  header.writeUInt16BE(dport, 2);
  header.writeUInt16BE(8 + payload, 4);
  return header;
}

function icmp({ icmp_type = 0, icmp_code = 0, icmp_id = 0 }: PacketFacts): Buffer {
  const header = Buffer.alloc(8);
  header[0] = icmp_type;
  header[1] = icmp_code;
  header.writeUInt16BE(icmp_id, 4);
  return header;
}

/** What is behind the IP header, and where its checksum stands. */
function transport(
  facts: PacketFacts,
  content: Content,
  family: Family,
): { readonly bytes: Buffer; readonly sum?: number } {
  const rest = content.quoted ?? Buffer.alloc(content.payload, 0x61);
  if (facts.frag && facts.frag.offset > 0) return { bytes: rest };
  if (facts.proto === TCP) return { bytes: Buffer.concat([tcp(facts, content), rest]), sum: 16 };
  if (facts.proto === UDP) return { bytes: Buffer.concat([udp(facts, content), rest]), sum: 6 };
  if (facts.proto === ICMP[family]) return { bytes: Buffer.concat([icmp(facts), rest]), sum: 2 };
  return { bytes: Buffer.concat([Buffer.alloc(8), rest]) };
}

/** The IP packet. */
export function packetBytes(facts: PacketFacts, content: Content, family: Family): Buffer {
  const { src = '', dst = '', proto, ttl = 64, tos = 0, frag } = facts;
  const ends = Buffer.concat([addressBytes(src, family), addressBytes(dst, family)]);
  const { bytes, sum } = transport(facts, content, family);
  const pseudo = Buffer.alloc(8);
  pseudo.writeUInt32BE(bytes.length, 0);
  pseudo[7] = proto;
  if (sum !== undefined) {
    const over = family === 4 && proto === ICMP[4] ? [bytes] : [ends, pseudo, bytes];
    bytes.writeUInt16BE(checksum(...over) || (proto === UDP ? 0xffff : 0), sum);
  }
  if (family === 6) {
    const header = Buffer.alloc(8);
    header.writeUInt32BE((6 << 28) | (tos << 20), 0);
    header.writeUInt16BE(bytes.length, 4);
    header[6] = proto;
    header[7] = ttl;
    return Buffer.concat([header, ends, bytes]);
  }
  const header = Buffer.alloc(12);
  header[0] = 0x45;
  header[1] = tos;
  header.writeUInt16BE(20 + bytes.length, 2);
  header.writeUInt16BE(1 + ((facts.sport ?? facts.icmp_id ?? 0) & 0xfff), 4);
  header.writeUInt16BE(((frag?.offset ?? 0) >> 3) | (frag?.mf ? 0x2000 : 0), 6);
  header[8] = ttl;
  header[9] = proto;
  header.writeUInt16BE(checksum(header, ends), 10);
  return Buffer.concat([header, ends, bytes]);
}

/** The packet as it crosses a cable. */
export function frameBytes(packet: Buffer, to: string, from: string): Buffer {
  const hardware = (text: string) => Buffer.from(text.replaceAll(':', ''), 'hex');
  const type = Buffer.from((packet[0] ?? 0) >> 4 === 4 ? '0800' : '86dd', 'hex');
  return Buffer.concat([hardware(to), hardware(from), type, packet]);
}

/** What of a frame that left is compared: how its packet looks at the end. */
export function readFrame(hex: string): Readonly<Record<'src' | 'dst' | 'sport' | 'dport' | 'ttl' | 'tos', unknown>> {
  const packet = Buffer.from(hex, 'hex').subarray(14);
  const family: Family = (packet[0] ?? 0) >> 4 === 4 ? 4 : 6;
  const [at, width] = family === 4 ? [12, 4] : [8, 16];
  const address = (from: number) => BigInt(`0x${packet.subarray(from, from + width).toString('hex')}`);
  const proto = packet[family === 4 ? 9 : 6];
  const hasPorts = proto === TCP || proto === UDP;
  const ports = at + 2 * width;
  return {
    src: address(at),
    dst: address(at + width),
    sport: hasPorts ? packet.readUInt16BE(ports) : undefined,
    dport: hasPorts ? packet.readUInt16BE(ports + 2) : undefined,
    ttl: packet[family === 4 ? 8 : 7],
    tos: family === 4 ? packet[1] : (packet.readUInt16BE(0) >> 4) & 255,
  };
}
