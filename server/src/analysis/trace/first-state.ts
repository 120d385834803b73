// Which state tracking gives to a packet of which it knows no connection.

import type { Family } from '../../vocabulary/schema.ts';
import type { ConnectionState } from './facts.ts';
import { type Flow, ICMP } from './flow.ts';

const TCP = 6;
/** Whether a connection may begin with an ACK in its middle. */
const LOOSE = 'nf_conntrack_tcp_loose';
const FLAG = { fin: 1, syn: 2, rst: 4, psh: 8, ack: 16, urg: 32 } as const;

/**
 * The flags that go together, PSH aside; any others make the packet invalid. Source: tcp_valid_flags in
 * net/netfilter/nf_conntrack_proto_tcp.c.
 */
const TOGETHER: ReadonlySet<number> = new Set([
  FLAG.syn,
  FLAG.syn | FLAG.urg,
  FLAG.syn | FLAG.ack,
  FLAG.rst,
  FLAG.rst | FLAG.ack,
  FLAG.fin | FLAG.ack,
  FLAG.fin | FLAG.ack | FLAG.urg,
  FLAG.ack,
  FLAG.ack | FLAG.urg,
]);

/** ICMP messages that ask for an answer begin a connection. Source: nf_conntrack_proto_icmp.c, icmpv6.c. */
const QUESTIONS: Readonly<Record<Family, ReadonlySet<number>>> = {
  4: new Set([8, 13, 15, 17]),
  6: new Set([128, 139]),
};
/** Neighbour discovery and group membership are left alone. */
const LEFT_ALONE: Readonly<Record<Family, ReadonlySet<number>>> = {
  4: new Set(),
  6: new Set([130, 131, 132, 133, 134, 135, 136, 143]),
};
/** What decides there is nothing that a trace is told: chunks, kinds of packets, checksums. */
const HIDDEN: ReadonlySet<number> = new Set([33, 132, 136]);

/** The state of a packet without an entry; undefined where what is known of it does not tell. */
export function firstState(flow: Flow): ConnectionState | undefined {
  const { facts, family } = flow;
  if (facts.proto === TCP) return tcpState(flow);
  if (facts.proto === ICMP[family]) {
    const { icmp_type: type } = facts;
    if (type === undefined) return undefined;
    if (LEFT_ALONE[family].has(type)) return 'UNTRACKED';
    return QUESTIONS[family].has(type) ? 'NEW' : 'INVALID';
  }
  return HIDDEN.has(facts.proto) ? undefined : 'NEW';
}

function tcpState({ packet, hostFacts }: Flow): ConnectionState | undefined {
  const { flags } = packet;
  if (typeof flags !== 'number') return undefined;
  const known = flags & ~FLAG.psh;
  if (!TOGETHER.has(known)) return 'INVALID';
  if ((known & (FLAG.rst | FLAG.fin)) !== 0) return 'INVALID';
  if ((known & FLAG.syn) !== 0) return (known & FLAG.ack) === 0 ? 'NEW' : 'INVALID';
  return (hostFacts.sysctl?.[LOOSE] ?? 1) === 0 ? 'INVALID' : 'NEW';
}
