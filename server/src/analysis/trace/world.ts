// One course that things may take where not all is known, and how all of them are gone through.

import type { Hook } from '../../vocabulary/schema.ts';
import type { After, Decider, PolicyPlace, RulePlace, TraceVerdict, Unknown } from './facts.ts';
import type { TraceLog } from './log.ts';

/** What happened so far. */
interface Counts {
  readonly hits: number;
  readonly policies: number;
}

/**
 * One course of the packet. Where something is not known, `choose` takes one of the ways; the first ones follow `plan`,
 * all later ones take way 0.
 */
export class World {
  readonly hits: RulePlace[] = [];
  readonly policyHits: PolicyPlace[] = [];
  readonly path: Hook[] = [];
  readonly unknown: Unknown[] = [];
  readonly log: TraceLog | undefined;
  verdict: TraceVerdict = 'unknown';
  decidedBy: Decider | null = null;
  after: After | null = null;
  /** What had happened before the first choice, and so happens in every world. */
  sure: Counts | undefined;
  /** Rules that were looked at. */
  looked = 0;
  private readonly plan: readonly number[];
  private readonly taken: { readonly way: number; readonly of: number }[] = [];
  private readonly said = new Set<string>();
  private readonly answers = new Map<string, boolean>();

  constructor(plan: readonly number[], log: TraceLog | undefined) {
    this.plan = plan;
    this.log = log;
  }

  hit(place: RulePlace): void {
    this.hits.push(place);
  }

  /** Takes one of several ways, none of which is known to be right. */
  choose(of: number): number {
    this.sure ??= { hits: this.hits.length, policies: this.policyHits.length };
    const way = this.plan[this.taken.length] ?? 0;
    this.taken.push({ way, of });
    return way;
  }

  /** Says what is not known; once for each place. */
  depends(unknown: Unknown): void {
    const key = `${unknown.line} ${unknown.match}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    this.unknown.push(unknown);
  }

  /** Any rule may stand before all that is known: nothing of it is sure. */
  unsay(): void {
    this.hits.length = 0;
    this.policyHits.length = 0;
    this.path.length = 0;
    this.sure = undefined;
    this.verdict = 'unknown';
    this.decidedBy = null;
    this.after = null;
  }

  /** What this world takes a question for that it was asked before, while nothing changed that it hangs on. */
  remembered(key: string): boolean | undefined {
    return this.answers.get(key);
  }

  remember(key: string, holds: boolean): void {
    this.answers.set(key, holds);
  }

  /** The packet, or its place, changed. */
  forget(): void {
    this.answers.clear();
  }

  /** The plan of the next world; undefined after the last. */
  get next(): readonly number[] | undefined {
    const plan = [...this.taken];
    for (let last = plan.pop(); last; last = plan.pop()) {
      if (last.way + 1 < last.of) return [...plan.map(({ way }) => way), last.way + 1];
    }
    return undefined;
  }
}
