// Where the kernel sends a packet: to this machine, out by an interface, or nowhere.

import type { AddressPoint } from './addresses.ts';
import type { KernelPlace } from './facts.ts';
import type { Flow } from './flow.ts';
import { isGroup, isLinkLocal, isLoopback, type Route } from './host.ts';

/** The kernel keeps the packet, or what it does is not known. */
export type Kept =
  | { readonly kind: 'kept'; readonly cause: KernelPlace['kernel'] }
  | { readonly kind: 'open'; readonly why: string };

/** `out` is undefined where the interface is not known. */
export type Exit = { readonly kind: 'forward'; readonly out: string | undefined } | Kept;
export type Goal = { readonly kind: 'input' } | Exit;

const INPUT: Goal = { kind: 'input' };
const NO_ROUTE: Kept = { kind: 'kept', cause: 'routing' };
const MARTIAN: Kept = { kind: 'kept', cause: 'martian' };
const LOOPBACK = 'lo';
/** The routes to neighbours hang on addresses of the link, which hardly anybody tells. */
const NEIGHBOUR: Kept = { kind: 'open', why: 'by which interface the IPv6 neighbour can be reached is not known' };
/** What came in for this machine alone; what came for many is not forwarded. */
const TO_THIS_HOST = 0;
const EVERYBODY = 0xffffffff;

const FOREIGN = 3;
/** IPv6 groups that reach no further than one interface, and those of the scope that nobody may take. */
const WITHIN_INTERFACE = 1n;

/**
 * Whether the kernel lets go of a packet before any hook sees it. Source: ip_rcv_core in net/ipv4/ip_input.c,
 * ip6_rcv_core in net/ipv6/ip6_input.c.
 */
export function refusedOnArrival({ source, destination, packetType, facts }: Flow): Kept | undefined {
  if (packetType === FOREIGN) return NO_ROUTE;
  if (typeof source === 'bigint' && isGroup(source)) return MARTIAN;
  if (facts.in === LOOPBACK) return undefined;
  if (typeof source === 'bigint' && isLoopback(source)) return MARTIAN;
  if (typeof destination !== 'bigint') return undefined;
  const isNarrow = isGroup(destination) && ((destination >> 112n) & 15n) <= WITHIN_INTERFACE;
  return isNarrow || isLoopback(destination) ? MARTIAN : undefined;
}

/** Where a packet goes behind PREROUTING. `before` is its destination from before NAT. */
export function goalOf(flow: Flow, before: AddressPoint | undefined): Goal {
  const { destination, host, facts } = flow;
  // What the machine sent to itself has its route already.
  if (facts.origin === 'box') return INPUT;
  if (host && destination !== undefined)
    return isFarNeighbour(flow) ? NEIGHBOUR : routed(flow, host.route(destination));
  if (facts.path === 'input' && before === destination) return INPUT;
  if (facts.path === 'forward' && before === destination) return { kind: 'forward', out: facts.out };
  return { kind: 'open', why: 'whether the packet is for this machine is not known: tell its addresses' };
}

function routed(flow: Flow, route: Route): Goal {
  if (isMartian(flow, route)) return MARTIAN;
  switch (route.kind) {
    case 'none':
      return NO_ROUTE;
    case 'local':
    case 'broadcast':
      return INPUT;
    case 'multicast':
      if (isJoined(flow)) return INPUT;
      return { kind: 'open', why: 'whether the machine has joined the multicast group is not known' };
    default:
      return flow.packetType === TO_THIS_HOST ? { kind: 'forward', out: route.dev } : NO_ROUTE;
  }
}

/** Destinations to which a machine sends that has no address yet. Source: ip_route_input_slow in net/ipv4/route.c. */
const MAY_COME_FROM_NOBODY: ReadonlySet<AddressPoint> = new Set([0, EVERYBODY]);

/** Sources that no packet from outside may have, and destinations for which none may come in. */
function isMartian({ source, destination, host, family, input }: Flow, route: Route): boolean {
  if (source === undefined || destination === undefined || !host) return false;
  // What goes back by its interface is not looked at. Source: ip6_forward in net/ipv6/ip6_output.c.
  if (family === 6) return route.kind === 'unicast' && route.dev !== input && (source === 0n || isLinkLocal(source));
  if (isGroup(source) || source === EVERYBODY || isLoopback(source) || isLoopback(destination)) return true;
  if (source === 0) return !MAY_COME_FROM_NOBODY.has(destination) && !isLocalGroup(destination);
  return host.holder(source) !== undefined;
}

/** 224.0.0.0/24, the groups that no router passes on. */
function isLocalGroup(address: AddressPoint): boolean {
  return typeof address === 'number' && address >>> 8 === 0xe00000;
}

/** An IPv6 address of the link that is not the machine's. */
function isFarNeighbour({ destination, host }: Flow): boolean {
  return destination !== undefined && isLinkLocal(destination) && host?.holder(destination) === undefined;
}

/** By which interface a packet of this machine leaves. */
export function exitOf(flow: Flow): Exit {
  const { host, destination, facts } = flow;
  const leaving = (out: string | undefined): Exit => ({ kind: 'forward', out });
  if (!host || destination === undefined)
    return leaving(destination !== undefined && isLoopback(destination) ? LOOPBACK : facts.out);
  const route = host.route(destination);
  if (route.kind === 'local') return leaving(LOOPBACK);
  if (isFarNeighbour(flow)) return facts.out === undefined ? NEIGHBOUR : leaving(facts.out);
  return route.kind === 'none' ? NO_ROUTE : leaving(facts.out ?? route.dev ?? host.leaves(destination));
}

/** By which interface a packet of this machine leaves whose destination NAT has changed at OUTPUT. */
export function exitBehindNat(flow: Flow): Exit {
  const { destination, output } = flow;
  if (destination === undefined || !isLinkLocal(destination)) return exitOf(flow);
  // To a neighbour it stays with its interface. Source: ip6_route_me_harder in net/ipv6/netfilter.c.
  if (output === LOOPBACK) return NO_ROUTE;
  return NEIGHBOUR;
}

/** All hosts, and all routers: groups to which every machine that forwards belongs. */
const JOINED: ReadonlySet<AddressPoint> = new Set([
  0xe0000001,
  0xff020000000000000000000000000001n,
  0xff020000000000000000000000000002n,
  0xff010000000000000000000000000001n,
  0xff010000000000000000000000000002n,
  0xff050000000000000000000000000002n,
]);
/** The groups by which neighbours are asked for, as their first 104 bits. */
const SOLICITED = 0xff0200000000000000000001ffn;

function isJoined({ destination, host, input }: Flow): boolean {
  if (destination === undefined) return false;
  if (JOINED.has(destination)) return true;
  if (typeof destination !== 'bigint' || destination >> 24n !== SOLICITED) return false;
  return host?.hasAddressLike(destination & 0xffffffn, input) ?? false;
}
