// One course that things may take where not all is known, and how all of them are gone through.

import type { Hook } from '../../vocabulary/schema.ts';
import type { After, Decider, PolicyPlace, RulePlace, TraceVerdict, Unknown } from './facts.ts';
import type { TraceLog } from './log.ts';

/** Longer lists help nobody. */
export const MOST_UNKNOWN = 64;

/** What happened so far. */
interface Counts {
  readonly hits: number;
  readonly policies: number;
  readonly hooks: number;
}

/** How a course went. */
export interface Course {
  readonly verdict: TraceVerdict;
  readonly decidedBy: Decider | null;
  readonly path: readonly Hook[];
  readonly hits: readonly RulePlace[];
  readonly policyHits: readonly PolicyPlace[];
}

/**
 * One course of the packet. Where something is not known, `choose` takes one of the ways; the first ones follow `plan`,
 * all later ones take way 0.
 */
export class World implements Course {
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
  /** Verdicts of ends that were passed over, with the rule where that is one alone. */
  private readonly ends = new Map<TraceVerdict, RulePlace | null>();
  private firstEnd: Counts | undefined;
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
    this.sure ??= this.soFar;
    const way = this.plan[this.taken.length] ?? 0;
    this.taken.push({ way, of });
    return way;
  }

  /** Here the packet may come to its end; this world is one in which it does not. */
  mayEnd(verdict: TraceVerdict, by: RulePlace): void {
    const { soFar } = this;
    this.sure ??= soFar;
    this.firstEnd ??= soFar;
    this.ends.set(verdict, this.ends.has(verdict) ? null : by);
  }

  /** This course, and those that left it for their end: one for each verdict, with what happened before the first. */
  get courses(): readonly Course[] {
    const { firstEnd } = this;
    if (!firstEnd) return [this];
    const before = {
      path: this.path.slice(0, firstEnd.hooks),
      hits: this.hits.slice(0, firstEnd.hits),
      policyHits: this.policyHits.slice(0, firstEnd.policies),
    };
    return [this, ...[...this.ends].map(([verdict, decidedBy]) => ({ verdict, decidedBy, ...before }))];
  }

  private get soFar(): Counts {
    return { hits: this.hits.length, policies: this.policyHits.length, hooks: this.path.length };
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

  /** More that is not known need not be told. */
  get hasToldEnough(): boolean {
    return this.unknown.length >= MOST_UNKNOWN && !this.log;
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
