// Fills in what a person leaves out of a packet: an own address, ports, flags, an echo request.

import type { Family } from '../../vocabulary/schema.ts';
import type { HostFacts, PacketFacts } from './facts.ts';
import { protocolOf, type Reading, readPacket } from './read-facts.ts';
import type { GivenPacket, Spelling } from './words.ts';

const WITH_PORTS: readonly number[] = [6, 17];
const SOURCE_PORT = 50000;
const TCP = 6;
const ECHO: Readonly<Record<number, number>> = { 1: 8, 58: 128 };

/** The packet that is meant, or what is missing or wrong. `spelt` is how its words are written where it was said. */
export function filledPacket(
  given: GivenPacket,
  host: HostFacts,
  family: Family,
  spelt: Spelling,
): Reading<PacketFacts> {
  const packet: { -readonly [F in keyof GivenPacket]: GivenPacket[F] } = { proto: 'tcp', ...given };
  if (packet.in === undefined && packet.origin === undefined)
    return {
      wrong: `Say where the packet comes from: "${spelt('in')}" with an interface, or "${spelt('from-here')}".`,
    };
  if (packet.src === undefined && packet.origin === undefined)
    return { wrong: `Say who sends the packet: "${spelt('src')}" with an address.` };
  if (packet.dst === undefined && packet.origin !== undefined)
    return { wrong: `Say where the packet goes: "${spelt('dst')}" with an address.` };
  if (packet.out !== undefined && packet.in !== undefined) packet.path ??= 'forward';
  const isHere = packet.dst === undefined;
  if (isHere && packet.path !== undefined && packet.path !== 'input')
    return { wrong: `A packet that is forwarded needs "${spelt('dst')}" with an address.` };
  if (isHere) packet.path = 'input';
  packet.dst ??= ownAddress(host, String(packet.in), family);
  const proto = protocolOf(String(packet.proto)) ?? -1;
  if (WITH_PORTS.includes(proto)) packet.sport ??= SOURCE_PORT;
  if (proto === TCP) packet.flags ??= packet.ctstate === 'ESTABLISHED' ? 'A' : 'S';
  if (packet.icmp_type === undefined && proto in ECHO) Object.assign(packet, { icmp_type: ECHO[proto], icmp_id: 1 });
  if (proto in ECHO) packet.icmp_code ??= 0;
  // A reader of packets wants every address; those that may be any are put in for it and taken out again.
  const any = family === 4 ? '0.0.0.0' : '::';
  const read = readPacket({ ...packet, src: packet.src ?? any, dst: packet.dst ?? any }, family);
  if ('wrong' in read) return { wrong: read.wrong };
  const { src, dst, ...rest } = read.value;
  return {
    value: {
      ...rest,
      ...(packet.src !== undefined && src !== undefined && { src }),
      ...(packet.dst !== undefined && dst !== undefined && { dst }),
    },
  };
}

/** The first address of the interface that is of the family. */
function ownAddress({ addresses }: HostFacts, dev: string, family: Family): string | undefined {
  return addresses?.[dev]?.find((text) => text.includes(':') === (family === 6))?.split('/')[0];
}
