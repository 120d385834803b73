// The rules of one chain as steps in their order, with what finds those that stop a packet.

import type { Steps } from '../../ruleset/steps.ts';
import { BoxIndex, type Entry, type Take } from './box-index.ts';
import type { Paths } from './call-graph.ts';
import type { Probe } from './probe.ts';
import type { Step } from './step.ts';

/** What became of the steps of a chain. */
export interface Change {
  readonly added: readonly Step[];
  readonly gone: readonly Step[];
}

/** So many are put into the index at a time. */
const MOST_ENTERED = 1024;
const UNCHANGED: Change = { added: [], gone: [] };
const NEVER_SETTLED = { edition: -1, paths: undefined };
const NO_CALLS: ReadonlyMap<string, readonly Step[]> = new Map();

export class ChainSteps {
  readonly name: string;
  readonly isBuiltin: boolean;
  /** It may have other rules, of which nobody knows. */
  readonly isPartial: boolean;
  steps: readonly Step[] = [];
  /** Their lines. */
  lines: readonly number[] = [];
  /** Those that may lead out of the chain without ending the packet, in order. */
  escapes: readonly Step[] = [];
  /** Those that lead to each chain. */
  calls = NO_CALLS;
  /** The first that takes every packet out of the chain; undefined without. */
  cut: Step | undefined;
  /** All of its rules were known after so many edits of the table, -1 where that never was; and the ways to it then. */
  settled: { readonly edition: number; readonly paths: Paths } = NEVER_SETTLED;
  /** Chains lead from here to so many others one after another, or in a circle, that nobody follows. */
  isTooDeep = false;
  /** What was found of its rules, and of which; for `ofSteps`. */
  readonly notes: ({ readonly steps: readonly Step[]; readonly found: unknown } | undefined)[] = [];
  /** All that may take a packet out of the chain, those that surely do and those that may. */
  private readonly sure = new BoxIndex();
  private readonly maybe = new BoxIndex();

  constructor(name: string, isBuiltin: boolean, isPartial: boolean) {
    this.name = name;
    this.isBuiltin = isBuiltin;
    this.isPartial = isPartial;
  }

  /** Takes the first rules, in steps. */
  *fill(steps: readonly Step[], lines: readonly number[]): Steps<void> {
    this.steps = steps;
    // The file changes its own list with every edit.
    this.lines = lines.slice();
    for (let at = 0; at < steps.length; at++) {
      const step = steps[at];
      if (!step) continue;
      step.at = at;
      this.enter(step);
      if (at % MOST_ENTERED === MOST_ENTERED - 1) yield;
    }
    this.summarise({ added: steps, gone: [] });
  }

  /** Takes the new lines of its rules; false where any rule is new or gone. */
  move(lines: readonly number[], now: (line: number) => number): boolean {
    if (lines.length !== this.lines.length) return false;
    for (let i = 0; i < lines.length; i++) if (now(this.lines[i] ?? -1) !== lines[i]) return false;
    this.lines = lines.slice();
    return true;
  }

  /** Takes the rules as they are now. Those that were there before are the same objects, in the same order. */
  take(steps: readonly Step[], lines: readonly number[]): Change {
    const old = this.steps;
    this.lines = lines.slice();
    let head = 0;
    while (head < old.length && head < steps.length && old[head] === steps[head]) head++;
    let tail = 0;
    const most = Math.min(old.length, steps.length) - head;
    while (tail < most && old[old.length - 1 - tail] === steps[steps.length - 1 - tail]) tail++;
    this.steps = steps;
    const before = old.slice(head, old.length - tail);
    const now = steps.slice(head, steps.length - tail);
    if (before.length === 0 && now.length === 0) return UNCHANGED;
    const change = difference(before, now);
    for (const step of change.gone) this.leave(step);
    for (let at = head; at < steps.length; at++) {
      const step = steps[at];
      if (step) step.at = at;
    }
    for (const step of change.added) this.enter(step);
    this.summarise(change);
    return change;
  }

  /** Takes rules before a place that surely bring the packet to something else than the next rule. */
  stopsOf(probe: Probe, before: number, take: Take): void {
    this.sure.find(probe, before, take);
  }

  /** Whether any rule between two places surely brings the packet to something else than the next rule. */
  takesBetween(probe: Probe, after: number, before: number): boolean {
    let isTaken = false;
    this.sure.find(probe, before, ({ step }) => {
      isTaken ||= step.at > after;
      return isTaken;
    });
    return isTaken;
  }

  /**
   * The first rules that bring the packet elsewhere, and those before that may do so, in their order: as far as one that
   * surely takes it out of the chain.
   */
  turnsOf(probe: Probe): Entry[] {
    const found: Entry[] = [];
    this.sure.find(probe, Number.POSITIVE_INFINITY, (entry) => found.push(entry) > 0 && entry.step.way !== 'calls');
    this.maybe.find(probe, Number.POSITIVE_INFINITY, (entry) => found.push(entry) === 0);
    return found.sort((a, b) => a.step.at - b.step.at);
  }

  private enter(step: Step): void {
    step.home = this;
    this.indexOf(step)?.add(step.parts.map((part): Entry => ({ step, part })));
  }

  private leave(step: Step): void {
    this.indexOf(step)?.remove(step);
    step.at = -1;
  }

  /** What may end the packet or not, or only calls, keeps nobody from what is behind it. */
  private indexOf(step: Step): BoxIndex | undefined {
    if (step.way === 'passes') return undefined;
    if (step.way !== 'unknown' && step.isSure) return this.sure;
    return step.isEscape ? this.maybe : undefined;
  }

  private summarise({ added, gone }: Change): void {
    const changed = gone.length === 0 ? added : [...added, ...gone];
    if (changed.some(({ isEscape }) => isEscape)) this.escapes = this.steps.filter(({ isEscape }) => isEscape);
    if (changed.some(({ callee }) => callee !== '')) this.calls = callsOf(this.steps);
    if (changed.some(({ isCut }) => isCut)) this.cut = this.steps.find(({ isCut }) => isCut);
  }
}

function difference(before: readonly Step[], now: readonly Step[]): Change {
  const old = new Set(before);
  const fresh = new Set(now);
  return { added: now.filter((step) => !old.has(step)), gone: before.filter((step) => !fresh.has(step)) };
}

function callsOf(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  const calls = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.callee === '') continue;
    const known = calls.get(step.callee);
    if (known) known.push(step);
    else calls.set(step.callee, [step]);
  }
  return calls;
}
