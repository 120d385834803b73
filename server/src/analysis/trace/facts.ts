// What a trace is told and what it answers, in the form of the JSON lines that `iptables-lint trace` reads and prints.

import type { Hook, TableName } from '../../vocabulary/schema.ts';

/** A way to everything (`default`) or to a network. */
export interface RouteFacts {
  readonly to: string;
  readonly dev: string;
  readonly via?: string;
}

/** What is known of the machine. Forwarding is on, rp_filter off. */
export interface HostFacts {
  /** Addresses with the length of their network by interface, in the order in which they were added. */
  readonly addresses?: Readonly<Record<string, readonly string[]>>;
  /** Beside those that follow from `addresses`. */
  readonly routes?: readonly RouteFacts[];
  /** Whether connections are tracked; missing: where the file asks for it. */
  readonly conntrack?: boolean;
  readonly sysctl?: Readonly<Record<string, number>>;
  /** What is in sets, by their names. A set that is not here is unknown. */
  readonly sets?: Readonly<Record<string, readonly string[]>>;
}

/** One direction of a connection. */
export interface Tuple {
  readonly src: string;
  readonly dst: string;
  readonly proto_num: number;
  readonly sport?: number;
  readonly dport?: number;
  readonly icmp_id?: number;
  readonly icmp_type?: number;
  readonly icmp_code?: number;
}

/** An entry of connection tracking, with the kernel's names of what holds for it: SRC_NAT, SEEN_REPLY ... */
export interface EntryFacts {
  readonly orig: Tuple;
  readonly reply: Tuple;
  readonly status?: readonly string[];
  readonly mark?: number;
}

export const CONNECTION_STATES = ['NEW', 'ESTABLISHED', 'RELATED', 'INVALID', 'UNTRACKED'] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/** A packet. What is left out is unknown, or has the value that its comment says. */
export interface PacketFacts {
  /** Comes back with the answer. */
  readonly id?: unknown;
  /** The interface by which it came in. This or `origin` is needed. */
  readonly in?: string;
  /** The machine itself sends it. */
  readonly origin?: 'box';
  /** Which way it takes; follows from the host where that is known. */
  readonly path?: 'input' | 'forward' | 'output';
  /** By which interface it leaves, where the host does not tell. */
  readonly out?: string;
  readonly src?: string;
  /** Left out with `path` "input": an address of this machine, whichever. */
  readonly dst?: string;
  readonly proto: number;
  readonly sport?: number;
  readonly dport?: number;
  /** Those of `SAFRPU` that are set. */
  readonly flags?: string;
  readonly icmp_type?: number;
  readonly icmp_code?: number;
  readonly icmp_id?: number;
  /** 64 where it is left out; `tos` and `mark` 0, `pkttype` unicast. */
  readonly ttl?: number;
  readonly tos?: number;
  readonly mark?: number;
  readonly pkttype?: 'unicast' | 'broadcast' | 'multicast' | 'otherhost';
  /** IPv4: the total length. IPv6: that of the payload and 40. */
  readonly length?: number;
  readonly mac_src?: string;
  /** The packet is one part of a larger one. */
  readonly frag?: { readonly offset: number; readonly mf: boolean };
  /** Numbers of its IPv6 extension headers, in order; none where it is left out. */
  readonly exthdr?: readonly number[];
  /** Of the socket that sends it; null without one. */
  readonly uid?: number | null;
  readonly gid?: number | null;
  /** What connection tracking says behind raw; without it that is worked out as far as it can be. */
  readonly ctstate?: ConnectionState;
  readonly ctdir?: 'original' | 'reply';
  /** The entry that it finds. An ESTABLISHED packet without one belongs to a connection that NAT leaves alone. */
  readonly ct?: EntryFacts;
}

/** A rule, by its line counted from 1. */
export interface RulePlace {
  readonly line: number;
  readonly chain: string;
  readonly table: TableName;
}

/** The policy of a built-in chain. */
export interface PolicyPlace {
  readonly table: TableName;
  readonly chain: string;
  readonly policy: string;
}

/** What the kernel decides by itself. */
export interface KernelPlace {
  readonly kernel: 'ttl' | 'routing' | 'reassembly' | 'martian';
}

export type Decider = RulePlace | PolicyPlace | KernelPlace;

/** `queued`: a fragment waits for the others. `unknown`: it hangs on what is not known. */
export type TraceVerdict = 'accept' | 'drop' | 'reject' | 'queue' | 'expired' | 'unrouted' | 'queued' | 'unknown';

/** Something on which the answer depends. */
export interface Unknown {
  /** Counted from 1; null for what no rule asks. */
  readonly line: number | null;
  /** The match, or the fact, that nobody knows. */
  readonly match: string;
  readonly why: string;
}

/** The packet at its end. What is not known, and what it does not have, is left out. */
export interface After {
  readonly src?: string;
  readonly dst?: string;
  readonly sport?: number;
  readonly dport?: number;
  readonly ttl?: number;
  readonly tos?: number;
  readonly mark?: number;
  /** Missing as well where it stays on this machine. */
  readonly out?: string;
}

/**
 * What becomes of a packet. Where `unknown` is empty all of it is exact. Where it is not, `hits` and `policy_hits` hold
 * what happens however the unknown matches turn out, and the verdict is `unknown` unless it is the same in all cases.
 */
export interface TraceAnswer {
  readonly id: unknown;
  readonly verdict: TraceVerdict;
  readonly decided_by: Decider | null;
  readonly path: readonly Hook[];
  readonly hits: readonly RulePlace[];
  readonly policy_hits: readonly PolicyPlace[];
  readonly after: After | null;
  readonly unknown: readonly Unknown[];
  /** Where the verdict is unknown: those that it may be, as far as they were followed. */
  readonly possible?: readonly TraceVerdict[];
}
