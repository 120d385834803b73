// The packets that a rule decides: what remains of its match behind the rules above.

import type { Box } from '../box.ts';
import type { ChainSteps } from '../reach/chain-steps.ts';
import { packetsOf } from '../reach/hooks.ts';
import type { Place } from '../reach/paths.ts';
import type { Step } from '../reach/step.ts';
import type { TableReach } from '../reach/table-reach.ts';

/** So many rules are looked at, so often is a box held against another, and so many boxes are followed; then nothing is said. */
const MOST_RULES = 2000;
const MOST_LOOKED = 5000;
const MOST_BOXES = 16;

export interface Decided {
  /** No two of them overlap where those of the rule do not. */
  readonly boxes: readonly Box[];
  /** Earlier rules, or the jumps to the chain, take some of what the rule asks for. */
  readonly isLess: boolean;
}

/**
 * The packets that get to a rule and match; undefined where that takes too long, or several jumps lead to the chain. Packets
 * that an earlier rule may take or not, as with `limit`, count as getting there.
 */
export function decidedBy(reach: TableReach, chain: ChainSteps, step: Step): Decided | undefined {
  if (step.way === 'unknown' || chain.isPartial || step.at > MOST_RULES) return undefined;
  const paths = reach.pathsTo(chain);
  const [path] = paths ?? [];
  if (paths?.length !== 1 || !path) return undefined;
  const places = [...path.places, { chain, before: step }];
  const hook = packetsOf(places[0]?.chain.name ?? '', reach.family);
  const boxes = new Walk(reach).along(places, hook);
  if (!boxes) return undefined;
  const own = step.parts.flatMap(({ box }) => box.intersect(hook) ?? []);
  return { boxes, isLess: !own.every((box) => boxes.some((one) => one.contains(box))) };
}

/** Follows packets through chains, all of a box at a time. */
class Walk {
  private readonly reach: TableReach;
  private looked = 0;
  private readonly callers = new Set<string>();

  constructor(reach: TableReach) {
    this.reach = reach;
  }

  /** The packets that get past all places and match at each; undefined: too much work. */
  along(places: readonly (Place & { readonly before: Step })[], packets: Box): readonly Box[] | undefined {
    let boxes: readonly Box[] | undefined = [packets];
    for (const { chain, before } of places) {
      const there: readonly Box[] | undefined = boxes && this.through(chain, boxes, before.at)?.on;
      boxes = there && within(there, before);
    }
    return boxes;
  }

  /** What of packets gets to a place of a chain, and what leaves the chain before, not at its end; undefined: too much work. */
  private through(
    chain: ChainSteps,
    packets: readonly Box[],
    until: number,
  ): { readonly on: readonly Box[]; readonly left: readonly Box[] } | undefined {
    let on: readonly Box[] = packets;
    const left: Box[] = [];
    for (const step of chain.steps.slice(0, Math.min(until, MOST_RULES + 1))) {
      this.looked += on.length * step.parts.length;
      if (this.looked > MOST_LOOKED || step.at >= MOST_RULES) return undefined;
      if (step.way === 'passes' || on.length === 0) continue;
      const taken = within(on, step);
      if (taken.length === 0) continue;
      if (step.way === 'unknown') return undefined;
      const called = step.callee === '' ? [] : this.comingBack(step.callee, taken);
      if (!called) return undefined;
      if (step.way === 'returns') left.push(...taken);
      if (step.way === 'goes') left.push(...called);
      // What may match or not is still there.
      const rest = step.isSure ? without(on, step) : on;
      on = step.way === 'calls' && step.isSure ? [...rest, ...called] : rest;
      if (on.length > MOST_BOXES || left.length > MOST_BOXES) return undefined;
    }
    return { on, left };
  }

  /** What of packets comes back from a chain. */
  private comingBack(name: string, packets: readonly Box[]): readonly Box[] | undefined {
    const chain = this.reach.chain(name);
    if (!chain || chain.isPartial || this.callers.has(name)) return undefined;
    this.callers.add(name);
    const found = this.through(chain, packets, Number.POSITIVE_INFINITY);
    this.callers.delete(name);
    return found && [...found.on, ...found.left];
  }
}

function within(boxes: readonly Box[], { parts }: Step): readonly Box[] {
  return parts.flatMap(({ box }) => boxes.flatMap((one) => one.intersect(box) ?? []));
}

function without(boxes: readonly Box[], { parts }: Step): readonly Box[] {
  return parts.reduce<readonly Box[]>((rest, { box }) => rest.flatMap((one) => one.minus(box)), boxes);
}
