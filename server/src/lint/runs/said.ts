// What lint rules say of packets: it may name lines, which move.

import type { Finding } from '../../check/finding.ts';
import type { PacketFound, PacketLint, PacketReport } from '../rule.ts';
import { findingOf, moved } from './run.ts';

/** A finding, and what makes its message anew where that names lines. */
export interface Said<N extends string> {
  readonly finding: Finding<N>;
  readonly say?: (() => string) | undefined;
}

/** The report of a rule that adds to a list of findings. */
export function packetReporter<N extends string>(rule: PacketLint<N>, findings: Finding<N>[]): PacketReport {
  return (found) => findings.push(saidBy(rule, found).finding);
}

/** What a rule about packets reports. */
export function saidBy<N extends string>(rule: PacketLint<N>, found: PacketFound): Said<N> {
  const { message } = found;
  if (typeof message === 'string') return { finding: findingOf(rule, { ...found, message }) };
  return { finding: findingOf(rule, { ...found, message: message() }), say: message };
}

/** The same with its lines numbered anew. None of them may be gone. */
export function movedSaid<N extends string>(said: Said<N>, now: (line: number) => number): Said<N> {
  const { say } = said;
  const finding = moved(said.finding, now);
  const message = say?.();
  if (message !== undefined && message !== finding.message) return { finding: { ...finding, message }, say };
  return finding === said.finding ? said : { ...said, finding };
}
