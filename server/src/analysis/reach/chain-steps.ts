// The rules of one chain as steps in their order, with what finds those that stop a packet.

import { BoxIndex, type Entry } from './box-index.ts';
import type { Probe } from './probe.ts';
import type { Step } from './step.ts';

export class ChainSteps {
  readonly name: string;
  readonly isBuiltin: boolean;
  /** It may have other rules, of which nobody knows. */
  readonly isPartial: boolean;
  steps: readonly Step[] = [];
  /** Those that may lead out of the chain without ending the packet, in order. */
  escapes: readonly Step[] = [];
  /** Those that lead to each chain. */
  calls: ReadonlyMap<string, readonly Step[]> = new Map();
  /** The first that takes every packet out of the chain; undefined without. */
  cut: Step | undefined;
  /** All that may take a packet out of the chain, those that surely do and those that may. */
  private readonly sure = new BoxIndex();
  private readonly maybe = new BoxIndex();
  private known = new Set<Step>();

  constructor(name: string, isBuiltin: boolean, isPartial = false) {
    this.name = name;
    this.isBuiltin = isBuiltin;
    this.isPartial = isPartial;
  }

  /** Takes the rules as they are now. Steps that were there before are known by being the same objects. */
  take(steps: readonly Step[]): { readonly added: readonly Step[]; readonly gone: readonly Step[] } {
    const now = new Set(steps);
    const gone = [...this.known].filter((step) => !now.has(step));
    const added = steps.filter((step) => !this.known.has(step));
    for (const step of gone) this.index(step, (index) => index.remove(step));
    steps.forEach((step, at) => {
      step.at = at;
    });
    for (const step of added) this.index(step, (index, entries) => index.add(entries));
    this.steps = steps;
    this.known = now;
    this.escapes = steps.filter(({ isEscape }) => isEscape);
    const calls = new Map<string, Step[]>();
    for (const step of steps) {
      if (step.callee === '') continue;
      const known = calls.get(step.callee);
      if (known) known.push(step);
      else calls.set(step.callee, [step]);
    }
    this.calls = calls;
    this.cut = steps.find(
      ({ way, parts }) => (way === 'ends' || way === 'returns' || way === 'goes') && isEverything(parts),
    );
    return { added, gone };
  }

  /** Every rule before a place that surely takes the packet to something else than the next rule. */
  stopsOf(probe: Probe, before: number): Entry[] {
    const found: Entry[] = [];
    this.sure.find(probe, before, found);
    return found;
  }

  /** The same, and those that may do so, in their order. */
  turnsOf(probe: Probe): Entry[] {
    const found: Entry[] = [];
    this.sure.find(probe, Number.POSITIVE_INFINITY, found);
    this.maybe.find(probe, Number.POSITIVE_INFINITY, found);
    return found.sort((a, b) => a.step.at - b.step.at);
  }

  private index(step: Step, change: (index: BoxIndex, entries: readonly Entry[]) => void): void {
    if (step.way === 'passes') return;
    const entries = step.parts.map((part): Entry => ({ step, part }));
    const isSure = step.way !== 'unknown' && step.parts.every((part) => part.isSure);
    // What may end the packet or not, or only calls, keeps nobody from what is behind it.
    if (isSure) change(this.sure, entries);
    else if (step.isEscape) change(this.maybe, entries);
  }
}

function isEverything(parts: Step['parts']): boolean {
  return parts.some(({ box, isSure }) => isSure && box.isEverything);
}
