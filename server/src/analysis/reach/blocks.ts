// Why a packet does not get to a rule, and which others do not for the same reason.

import type { Box } from '../box.ts';
import type { ChainSteps } from './chain-steps.ts';
import type { Probe } from './probe.ts';
import type { Step } from './step.ts';

/** Packets that all go elsewhere before they come to a place. */
export interface Block {
  readonly box: Box;
  /** The rules that see to it: the last one takes the packet, those before lead to it. */
  readonly by: readonly Step[];
}

/** A packet is followed into so many chains that rules alike call one after another. */
const MOST_CALLS = 256;

/** Chains by their names; undefined for one that is not there. */
export type ChainsByName = (name: string) => ChainSteps | undefined;

/** One packet among the chains of a table: what becomes of it in each is found once. */
export class Blocks {
  private readonly chains: ChainsByName;
  private readonly probe: Probe;
  private readonly known = new Map<string, Block | undefined>();

  constructor(chains: ChainsByName, probe: Probe) {
    this.chains = chains;
    this.probe = probe;
  }

  /**
   * A block of the packet before a place of a chain that it entered: one that holds a whole box, where there is such a one.
   * Unknown where it is called away too often to follow.
   */
  before(chain: ChainSteps, place: number, whole: Box): Block | 'unknown' | undefined {
    let best: Candidate | undefined;
    let isOver = false;
    const calls: { readonly step: Step; readonly box: Box }[] = [];
    chain.stopsOf(this.probe, place, ({ step, part }, nth) => {
      if (step.way === 'calls') {
        calls.push({ step, box: part.box });
        if (nth < MOST_CALLS) return false;
        isOver = true;
        return true;
      }
      const cost = costOf(part.box, whole);
      best = better(best, { box: part.box, by: [step], cost });
      return cost === 0;
    });
    if (isHolding(best)) return best;
    if (isOver) return best ?? 'unknown';
    for (const { step, box } of calls) {
      const inside = this.inside(step.callee);
      const both = inside && box.intersect(inside.box);
      if (inside && both) best = better(best, { box: both, by: [step, ...inside.by], cost: costOf(both, whole) });
    }
    return best;
  }

  /** Packets like this one that never come back from a chain; undefined where this one may. */
  private inside(name: string): Block | undefined {
    if (this.known.has(name)) return this.known.get(name);
    this.known.set(name, undefined);
    const chain = this.chains(name);
    const found = chain && !chain.isPartial && !chain.isTooDeep ? this.endOf(chain) : undefined;
    this.known.set(name, found);
    return found;
  }

  private endOf(chain: ChainSteps): Block | undefined {
    for (const { step, part } of chain.turnsOf(this.probe)) {
      const { way } = step;
      if (way === 'unknown' || way === 'returns') return undefined;
      if (way === 'ends') return this.cut(chain, step, { box: part.box, by: [step] });
      const inside = this.inside(step.callee);
      if (!part.isSure) {
        // It may go there or not, so it gets out if it would get out from there.
        if (!inside) return undefined;
        continue;
      }
      if (way === 'goes' && !inside) return undefined;
      const both = inside && part.box.intersect(inside.box);
      if (inside && both) return this.cut(chain, step, { box: both, by: [step, ...inside.by] });
    }
    return undefined;
  }

  /** What is left of a block when all that may leave the chain earlier is cut away. The packet is in it. */
  private cut(chain: ChainSteps, until: Step, block: Block): Block {
    let { box } = block;
    const by = new Set(block.by);
    for (const way of chain.escapes) {
      if (way.at >= until.at) break;
      for (const part of way.parts) {
        if (!box.intersects(part.box)) continue;
        if (!this.probe.isIn(part.box)) box = box.minus(part.box).find((one) => this.probe.isIn(one)) ?? box;
        else {
          // It may go to another chain from here, where it ends, too.
          const inside = this.inside(way.callee);
          box = (inside && box.intersect(part.box)?.intersect(inside.box)) ?? box;
          for (const step of [way, ...(inside?.by ?? [])]) by.add(step);
        }
      }
    }
    return { box, by: [...by] };
  }
}

interface Candidate extends Block {
  readonly cost: number;
}

function isHolding(candidate: Candidate | undefined): candidate is Candidate {
  return candidate?.cost === 0;
}

/** The one that costs less; of two alike the one of an earlier rule, so that it is always the same one. */
function better(one: Candidate | undefined, other: Candidate): Candidate {
  if (!one || other.cost < one.cost) return other;
  return other.cost === one.cost && (other.by[0]?.at ?? 0) < (one.by[0]?.at ?? 0) ? other : one;
}

/** How many dimensions of a box a block leaves something of: 0 where it holds all of it. */
function costOf(block: Box, whole: Box): number {
  let cost = 0;
  for (const set of block.sets) if (!set.contains(whole.on(set.axis))) cost++;
  for (const literal of block.literals) if (!whole.literals.some((one) => one.key === literal.key)) cost++;
  return cost;
}
