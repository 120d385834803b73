// What a configuration tells of the machine, as a trace takes it: no more than is certain for the packet.

import type { KnownHost } from '../../ruleset/file-settings.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { readAddress } from './addresses.ts';
import type { HostFacts, PacketFacts } from './facts.ts';
import { Host } from './host.ts';

/** A packet and the machine, with what is known of the machine in them. */
export interface Known {
  readonly packet: PacketFacts;
  readonly host: HostFacts;
}

/**
 * What was said of the machine counts first. A configuration tells no routes: where a packet goes is certain as long as it
 * goes to the machine itself or into one of its networks; of any other it is only certain that it is for somebody else.
 */
export function withKnownHost(
  packet: PacketFacts,
  said: HostFacts,
  known: KnownHost | undefined,
  family: Family,
): Known {
  if (!known) return { packet, host: said };
  const sets = { ...known.sets, ...said.sets };
  const host = known.sets || said.sets ? { ...said, sets } : said;
  if (!known.addresses || said.addresses || said.routes) return { packet, host };
  const destination = packet.dst === undefined ? undefined : readAddress(packet.dst, family);
  if (destination === undefined || packet.origin === 'box') return { packet, host };
  const { addresses } = known;
  if (new Host({ addresses }, family).route(destination).kind !== 'none')
    return { packet, host: { ...host, addresses } };
  return { packet: packet.path === undefined ? { ...packet, path: 'forward' } : packet, host };
}
