// The requests about packets that an editor sends to the server: names, parameters, answers. Types and names only.

import type { TraceVerdict } from '../../analysis/trace/facts.ts';
import type { DocumentParams } from '../edits/protocol.ts';

export interface ReadPacketParams extends DocumentParams {
  /** The words of `iptables-lint trace` without dashes, or a line of the kernel log; missing: asks what to begin with. */
  readonly packet?: string;
}

export interface ReadPacketAnswer {
  /** The same packet in words, which `iptables/trace` takes. */
  readonly packet: string;
  /** A sentence: what is wrong with it. */
  readonly wrong?: string;
  /** The packet in a line for people. */
  readonly title?: string;
  /** The text was a line of the kernel log. */
  readonly isLogLine?: true;
  /** Sentences: what a log line leaves open, and what was taken for it. */
  readonly notes?: readonly string[];
}

export interface TraceParams extends DocumentParams {
  /** As `iptables/readPacket` takes it. */
  readonly packet: string;
}

/**
 * - `hook`, `table`, `chain`: the packet comes there. `passed`: rules that do not match. `matches`: a rule does.
 * - `depends`: a rule may match; the steps are those of its not doing so. `policy`: the policy of a chain decides.
 * - `changed`: what a rule did to the packet. `note`: what else there is to know.
 */
export type TraceStepKind =
  | 'hook'
  | 'table'
  | 'chain'
  | 'passed'
  | 'matches'
  | 'depends'
  | 'policy'
  | 'changed'
  | 'note';

/** Lines counted from zero, the last one among them. */
export type LineSpan = readonly [first: number, last: number];

export interface TraceStep {
  readonly kind: TraceStepKind;
  /** How deep it stands below the hooks, which have 0. */
  readonly depth: number;
  readonly text: string;
  /** On what it hangs whether the rule matches. */
  readonly detail?: string;
  /** Where it stands in the file, counted from zero; missing where nothing is written for it. */
  readonly line?: number;
  /** The rules that were passed. */
  readonly lines?: readonly LineSpan[];
}

/** Something on which the answer depends. */
export interface TraceQuestion {
  readonly text: string;
  readonly line?: number;
}

/** What becomes of a packet that comes back because of the first one. */
export interface TraceReply {
  readonly text: string;
  readonly verdict: TraceVerdict;
  /** The rule or policy that has the last word. */
  readonly line?: number;
}

/** What becomes of a packet. */
export interface PacketTrace {
  /** As `iptables/trace` takes it. */
  readonly packet: string;
  readonly title: string;
  readonly verdict: TraceVerdict;
  /** The verdict in a sentence, and how the packet leaves where it was changed. */
  readonly sentence: string;
  readonly steps: readonly TraceStep[];
  readonly questions: readonly TraceQuestion[];
  /** The answer, where the packet is let in and begins a conversation, or that of REJECT. */
  readonly reply?: TraceReply;
}

/** `message` says why there is no trace. */
export type TraceAnswer = { readonly trace: PacketTrace } | { readonly message: string };

export interface LockedOutParams extends DocumentParams {
  /** The address that connects. */
  readonly from: string;
  /** Missing: the ports by which the machine is managed, one of which is enough. */
  readonly port?: number;
  /** Missing: every interface that rules speak of, and one that none speaks of. */
  readonly interface?: string;
  /** The address of this machine that is called; missing: whichever. Answers leave by the interface of the question. */
  readonly to?: string;
}

export interface LockedOut {
  /** `no`: the connection works, so nobody is locked out. */
  readonly answer: 'yes' | 'no' | 'depends';
  readonly sentence: string;
  /** The way of the packet that is stopped, else of the one on which the answer depends, else of the first. */
  readonly trace: PacketTrace;
}

export type LockedOutAnswer = LockedOut | { readonly message: string };

export interface WitnessParams extends DocumentParams {
  /** The line of a rule, counted from zero. */
  readonly line: number;
}

/** A packet that gets to the rule and matches it, or why there is none. */
export type WitnessAnswer = { readonly packet: string } | { readonly message: string };

/** Every request about packets. */
export interface TraceRequests {
  readonly 'iptables/readPacket': { readonly params: ReadPacketParams; readonly answer: ReadPacketAnswer };
  readonly 'iptables/trace': { readonly params: TraceParams; readonly answer: TraceAnswer };
  readonly 'iptables/lockedOut': { readonly params: LockedOutParams; readonly answer: LockedOutAnswer };
  /** A packet that a rule decides. */
  readonly 'iptables/witness': { readonly params: WitnessParams; readonly answer: WitnessAnswer };
}
