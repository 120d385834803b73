// The ways on which packets come to a chain: from the hooks through jumps.

import type { Box } from '../box.ts';
import type { ChainSteps } from './chain-steps.ts';
import type { Step } from './step.ts';

/** A place in a chain: packets come there past all rules before. */
export interface Place {
  readonly chain: ChainSteps;
  readonly before: { readonly at: number };
}

/** A rule that leads to a chain. */
export interface JumpPlace extends Place {
  readonly before: Step;
}

/** One way. */
export interface Path {
  /** The jumps on it, from the hook on. */
  readonly places: readonly JumpPlace[];
  /** Packets that the hook lets in and that match all of the jumps. None of them is empty. */
  readonly boxes: readonly Box[];
}

/** Of more ways, or boxes on one of them, nothing is said. */
export const MOST_PATHS = 256;
const MOST_BOXES = 64;

/** The boxes that are in one of both; undefined where they are too many. */
export function joint(some: readonly Box[], others: readonly Box[]): readonly Box[] | undefined {
  const found: Box[] = [];
  for (const one of some) {
    for (const other of others) {
      const both = one.intersect(other);
      if (both) found.push(both);
      if (found.length > MOST_BOXES) return undefined;
    }
  }
  return found;
}
