// What the targets of the nat table write for a connection: addresses and ports out of their options and the host.

import type { Hook } from '../../vocabulary/schema.ts';
import { addressNumber } from '../../vocabulary/values/address-words.ts';
import type { Address, NatPorts } from '../../vocabulary/values/meaning.ts';
import { type AddressPoint, asPoint } from './addresses.ts';
import type { Connection, Side } from './connection.ts';
import type { Flow } from './flow.ts';
import type { Said } from './said.ts';

/** A new address and ports for one side of the packet; what is left out stays as it is. */
export interface Rewriting {
  readonly address?: AddressPoint;
  readonly ports?: NatPorts;
}

/** `drop`: the kernel lets go of the packet, since there is no address. Undefined: nobody knows what it writes. */
export type NatOutcome = Rewriting | 'drop' | undefined;
export type Nat = (flow: Flow, side: Side) => NatOutcome;

const LOOPBACK = { 4: 0x7f000001, 6: 1n } as const;

/** The side that each hook of the nat table writes. */
export const SIDES: Readonly<Partial<Record<Hook, Side>>> = {
  PREROUTING: 'dst',
  INPUT: 'src',
  OUTPUT: 'dst',
  POSTROUTING: 'src',
};

const isRandom = (said: Said) => said.has('--random') || said.has('--random-fully');

function toRange(option: string): (said: Said) => Nat | undefined {
  return (said) => {
    const range = said.value(option, 'nat-range');
    if (!range || range.differs || isRandom(said)) return undefined;
    const { addresses, ports } = range;
    const [first, last] = addresses ? [number(addresses.first), number(addresses.last)] : [];
    return (flow) => {
      // Of several addresses a hash decides.
      if (first !== last) return undefined;
      const address = first === undefined ? {} : { address: asPoint(first, flow.family) };
      return { ...address, ...(ports && { ports }) };
    };
  };
}

function redirect(said: Said): Nat | undefined {
  const ports = said.value('--to-ports', 'nat-ports');
  if (isRandom(said)) return undefined;
  return (flow, side) => {
    const own = side === 'dst' && flow.input === '' ? LOOPBACK[flow.family] : redirectAddress(flow);
    if (own === undefined) return flow.host && flow.input !== undefined ? 'drop' : undefined;
    return { address: own, ...(ports && { ports }) };
  };
}

function redirectAddress({ host, input, destination }: Flow): AddressPoint | undefined {
  return input === undefined ? undefined : host?.redirectAddress(input, destination);
}

function masquerade(said: Said): Nat | undefined {
  const ports = said.value('--to-ports', 'nat-ports');
  if (isRandom(said)) return undefined;
  return ({ host, output, destination }) => {
    if (!host || output === undefined || destination === undefined) return undefined;
    const route = host.route(destination);
    const hop = route.kind === 'unicast' ? (route.via ?? destination) : destination;
    const address = host.masqueradeAddress(output, destination, hop);
    return address === undefined ? 'drop' : { address, ...(ports && { ports }) };
  };
}

function netmap(said: Said): Nat | undefined {
  const meaning = said.value('--to', 'networks');
  const [network] = meaning?.networks ?? [];
  if (network?.kind !== 'network') return undefined;
  const [base, mask] = [number(network.address), number(network.mask)];
  return (flow, side) => {
    const own = side === 'dst' ? flow.destination : flow.source;
    return own === undefined ? undefined : { address: asPoint(base | (BigInt(own) & ~mask), flow.family) };
  };
}

function number(address: Address): bigint {
  return addressNumber(address);
}

const TARGETS: Readonly<Record<string, (said: Said) => Nat | undefined>> = {
  DNAT: toRange('--to-destination'),
  MASQUERADE: masquerade,
  NETMAP: netmap,
  REDIRECT: redirect,
  SNAT: toRange('--to-source'),
};

export function isNat(target: string): boolean {
  return Object.hasOwn(TARGETS, target);
}

/** What a NAT target writes; undefined where chance decides. */
export function natOf(target: string, said: Said): Nat | undefined {
  return TARGETS[target]?.(said);
}

/** Notes in the connection what NAT writes for it; false where nobody knows which port that is. */
export function rewrite(flow: Flow, connection: Connection, side: Side, { address, ports }: Rewriting): boolean {
  const { reply } = connection;
  const [end, portEnd] = side === 'dst' ? (['src', 'sport'] as const) : (['dst', 'dport'] as const);
  const ownPort = side === 'dst' ? flow.destinationPort : flow.sourcePort;
  const port = ports && flow.hasPorts ? portWithin(ports, ownPort) : reply[portEnd];
  if (port === undefined && ports) return false;
  const isChanged = (address !== undefined && address !== reply[end]) || port !== reply[portEnd];
  if (address !== undefined) reply[end] = address;
  reply[portEnd] = port;
  if (!isChanged) return true;
  connection.status.add(side === 'dst' ? 'DST_NAT' : 'SRC_NAT');
  if (side === 'dst') connection.dnat = true;
  else connection.snat = true;
  return true;
}

/** The port that is written: the only one, the packet's own where it is among them, or one at the same distance. */
function portWithin({ first, last, base }: NatPorts, own: number | undefined): number | undefined {
  if (first === last) return first;
  if (own === undefined) return undefined;
  if (base !== undefined) return first + ((own - base) % (last - first + 1));
  return own >= first && own <= last ? own : undefined;
}
