// What connection tracking does with the packet behind raw, and what NAT writes into it afterwards.

import {
  type Connection,
  type Direction,
  type Ends,
  endsOf,
  knownConnection,
  newConnection,
  plainConnection,
  type Side,
} from './connection.ts';
import type { ConnectionState } from './facts.ts';
import { firstState } from './first-state.ts';
import { type Flow, ICMP } from './flow.ts';

/** Finds the state of the packet and its connection. */
export function track(flow: Flow): void {
  if (flow.tracked) return;
  const { facts } = flow;
  const direction = directionOf(flow);
  assume(flow, facts.ctstate ?? (facts.ct ? stateByEntry(flow, direction) : firstState(flow)));
}

/** Gives the packet a state, and the connection that goes with it. */
export function assume(flow: Flow, state: ConnectionState | undefined): void {
  flow.state = state;
  flow.connection = connectionOf(flow, directionOf(flow));
  // Once a connection is there the packet keeps it; what is invalid is looked at again when it comes back.
  flow.tracked = flow.connection !== undefined || state === 'UNTRACKED';
  flow.showState();
}

function connectionOf(flow: Flow, direction: Direction | undefined): Connection | undefined {
  const { facts, family, state } = flow;
  if (state === 'INVALID' || state === 'UNTRACKED' || state === undefined) return undefined;
  // An error about a connection is no answer within it.
  if (facts.ct) return knownConnection(facts.ct, direction, state !== 'RELATED', family);
  if (state === 'NEW') return newConnection(flow.ends(), facts.proto, family);
  if (state === 'ESTABLISHED') return plainConnection(flow.ends(), facts.proto, direction, family);
  return relatedConnection(flow, direction);
}

/** An ICMP error belongs to the connection of the packet that it speaks of; any other begins one. */
function relatedConnection(flow: Flow, direction: Direction | undefined): Connection {
  const { facts, family } = flow;
  if (facts.proto !== ICMP[family]) {
    const fresh = newConnection(flow.ends(), facts.proto, family);
    fresh.status.add('EXPECTED');
    return { ...fresh, mark: undefined };
  }
  const unknown: Ends = { src: undefined, dst: undefined, sport: undefined, dport: undefined };
  const plain = plainConnection(unknown, undefined, direction, family);
  plain.status.delete('SEEN_REPLY');
  return { ...plain, unsure: new Set(['SEEN_REPLY', 'ASSURED', 'EXPECTED']) };
}

function directionOf(flow: Flow): Direction | undefined {
  const { facts, family } = flow;
  if (facts.ctdir !== undefined) return facts.ctdir;
  if (facts.ctstate === 'NEW') return 'original';
  if (!facts.ct) return undefined;
  const own = flow.ends();
  const is = (ends: Ends) =>
    ends.src === own.src && ends.dst === own.dst && (own.sport === undefined || ends.sport === own.sport);
  const isOriginal = is(endsOf(facts.ct.orig, family));
  const isReply = is(endsOf(facts.ct.reply, family));
  if (isOriginal === isReply) return undefined;
  return isOriginal ? 'original' : 'reply';
}

/** Of TCP the state hangs on sequence numbers, too. */
function stateByEntry({ facts }: Flow, direction: Direction | undefined): Flow['state'] {
  if (direction === undefined || facts.proto === 6 || facts.proto !== facts.ct?.orig.proto_num) return undefined;
  if (direction === 'reply') return 'ESTABLISHED';
  if (facts.ct.status?.includes('SEEN_REPLY')) return 'ESTABLISHED';
  return 'NEW';
}

/**
 * Writes into the packet what NAT decided for its connection, at the place where it does so: the destination in
 * PREROUTING and OUTPUT, the source in INPUT and POSTROUTING.
 */
export function translate(flow: Flow, side: Side): void {
  const { connection } = flow;
  if (!connection) return;
  const { direction, snat, dnat } = connection;
  const isOriginal = direction === 'original';
  if (direction === undefined) {
    if (snat || dnat) forget(flow, side);
    return;
  }
  const isWritten = (side === 'dst') === isOriginal ? dnat : snat;
  if (!isWritten) return;
  const other = isOriginal ? connection.reply : connection.orig;
  // An ICMP error carries no port of its own.
  const withPorts = flow.hasPorts && flow.facts.proto === connection.protocol;
  if (side === 'dst') {
    flow.destination = other.src;
    if (withPorts) flow.destinationPort = other.sport;
  } else {
    flow.source = other.dst;
    if (withPorts) flow.sourcePort = other.dport;
  }
}

function forget(flow: Flow, side: Side): void {
  if (side === 'dst') {
    flow.destination = undefined;
    flow.destinationPort = undefined;
  } else {
    flow.source = undefined;
    flow.sourcePort = undefined;
  }
}
