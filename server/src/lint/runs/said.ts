// What lint rules say of packets: it may name lines, which move.

import type { Finding } from '../../check/finding.ts';
import type { PacketFound, PacketLint, PacketReport } from '../rule.ts';
import { moved, reporter } from './run.ts';

/** A finding, and what makes its message anew where that names lines. */
export interface Said<N extends string> {
  readonly finding: Finding<N>;
  readonly say?: (() => string) | undefined;
}

/** The report of a rule that adds to a list of findings. */
export function packetReporter<N extends string>(rule: PacketLint<N>, findings: Finding<N>[]): PacketReport {
  const report = reporter(rule, findings);
  return (found) => report({ ...found, message: textOf(found) });
}

/** The report of a rule that adds to what is said of a chain. */
export function sayer<N extends string>(rule: PacketLint<N>, said: Said<N>[]): PacketReport {
  return (found) => {
    const findings: Finding<N>[] = [];
    packetReporter(rule, findings)(found);
    const { message } = found;
    for (const finding of findings) said.push(typeof message === 'function' ? { finding, say: message } : { finding });
  };
}

/** The same with its lines numbered anew. None of them may be gone. */
export function movedSaid<N extends string>(said: Said<N>, now: (line: number) => number): Said<N> {
  const { say } = said;
  const finding = moved(said.finding, now);
  const message = say?.();
  if (message !== undefined && message !== finding.message) return { finding: { ...finding, message }, say };
  return finding === said.finding ? said : { ...said, finding };
}

function textOf({ message }: PacketFound): string {
  return typeof message === 'function' ? message() : message;
}
