// What the lint rules ask of a chain, counted rule by rule. It stands here alone until they look at rules themselves.

import { type Command, Trait } from '../command.ts';
import { NO_LINES, type Put, shiftLines } from './lines.ts';

export class LintBits {
  /** Rules that accept whatever comes from, or goes to, the loopback interface. */
  acceptsLoopbackIn = 0;
  acceptsLoopbackOut = 0;
  /** Rules that accept whatever belongs to a connection that exists. */
  acceptsEstablished = 0;
  /** Rules that accept everything. */
  acceptsAll = 0;
  /** Lines of rules that accept anything. */
  accepts: number[] = NO_LINES;
  /** Lines of rules that log, with whatever conditions. */
  logs: number[] = NO_LINES;

  /** Counts a rule in, or out with `by` -1. */
  take({ traits }: Command, line: number, put: Put, by: 1 | -1): void {
    if (traits & Trait.log) this.logs = put(this.logs, line);
    if (!(traits & Trait.accept)) return;
    this.accepts = put(this.accepts, line);
    if (traits & Trait.fromLoopback) this.acceptsLoopbackIn += by;
    if (traits & Trait.toLoopback) this.acceptsLoopbackOut += by;
    if (traits & Trait.established) this.acceptsEstablished += by;
    if (traits & Trait.unconditional) this.acceptsAll += by;
  }

  shift(from: number, by: number): void {
    shiftLines(this.accepts, from, by);
    shiftLines(this.logs, from, by);
  }
}

/** Whether a rule leaves anything to count. */
export function isOfInterest({ traits }: Command): boolean {
  return (traits & (Trait.log | Trait.accept)) !== 0;
}

/** Of a chain without such rules. Never written to. */
export const NO_BITS = new LintBits();
