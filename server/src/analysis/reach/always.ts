// Rules that ask for nothing where they stand: every packet that gets to them matches.

import type { Box } from '../box.ts';
import type { ChainSteps } from './chain-steps.ts';
import type { Probe } from './probe.ts';
import { search } from './search.ts';
import type { Step } from './step.ts';
import type { Cover, Fate, TableReach } from './table-reach.ts';

/** On more ways, or where what does not match falls into more boxes, nothing is said. */
const MOST_PATHS = 16;
const MOST_BOXES = 64;

const UNKNOWN: Fate = { kind: 'unknown' };

/** What became of the packets that do not match a rule, and as of which edit. */
const known = new WeakMap<Step, { readonly fate: Fate; readonly asOf: number }>();

/** The rules of one chain past which no packet is known to get without a match. They are to be seen in their order. */
export class Unpassed {
  private readonly found: Step[] = [];
  private last: Step | undefined;

  /** A packet that gets to a rule got past all before. */
  see(step: Step, probe: Probe): void {
    const { last } = this;
    if (last && last.way !== 'ends' && last.parts.some(({ box }) => probe.isIn(box))) this.found.push(last);
    this.last = step;
  }

  get steps(): readonly Step[] {
    return this.last ? [...this.found, this.last] : this.found;
  }
}

/**
 * What takes all packets that would not match a rule before they come to it, nothing where the ways to its chain ask for the
 * same; undefined where some may come, and of a rule that by its own words takes every packet.
 */
export function othersOf(reach: TableReach, chain: ChainSteps, step: Step): readonly Cover[] | undefined {
  if (!step.isSure || step.parts.some(({ box }) => box.isEverything)) return undefined;
  const last = known.get(step);
  const fate = (last && reach.standing(chain, step, last.fate, last.asOf)) ?? fateOfOthers(reach, chain, step);
  known.set(step, { fate, asOf: reach.edition });
  return fate.kind === 'covered' ? fate.covers : undefined;
}

function fateOfOthers(reach: TableReach, chain: ChainSteps, step: Step): Fate {
  const paths = reach.pathsTo(chain);
  if (!paths || paths.length > MOST_PATHS) return UNKNOWN;
  const covers: Cover[] = [];
  for (const path of paths) {
    let others: readonly Box[] = path.boxes;
    for (const { box } of step.parts) others = others.flatMap((one) => one.minus(box));
    if (others.length > MOST_BOXES) return UNKNOWN;
    const places = [...path.places, { chain, before: step }];
    for (const box of others) {
      const found = search((name) => reach.chain(name), places, box, reach.family);
      if (found.kind === 'live') return { kind: 'live', probe: found.probe, path };
      if (found.kind === 'unknown') return UNKNOWN;
      covers.push({ box, blocks: found.blocks });
    }
  }
  return { kind: 'covered', covers };
}
