// The rules that packets of one hook meet, in order, each with the packets that the jumps before it let through.

import type { Box } from '../box.ts';
import type { ChainSteps } from '../reach/chain-steps.ts';
import type { Step } from '../reach/step.ts';

/** A rule on one way. */
export interface Met {
  readonly step: Step;
  readonly chain: ChainSteps;
  /** Packets that match it and all jumps before, whether earlier rules take some of them or not. */
  readonly boxes: readonly Box[];
  /** The jumps. */
  readonly callers: readonly Step[];
  /** Rules before it that take packets of its boxes elsewhere: those that end them, and on the way those that return. */
  readonly stops: readonly Met[];
}

/** Of more rules nothing is listed. */
const MOST_MET = 5000;
/** So many rules that take packets from another one are told. */
const MOST_STOPS = 24;

/** All rules that packets of a box meet from a built-in chain on; undefined where they are too many. */
export function metFrom(
  top: ChainSteps,
  packets: Box,
  chainOf: (name: string) => ChainSteps | undefined,
): readonly Met[] | undefined {
  const met: Met[] = [];
  const ended: Met[] = [];
  const visit = (
    chain: ChainSteps,
    boxes: readonly Box[],
    callers: readonly Step[],
    returned: readonly Met[],
  ): boolean => {
    const left: Met[] = [...returned];
    for (const step of chain.steps) {
      const own = step.parts.flatMap(({ box }) => boxes.flatMap((one) => one.intersect(box) ?? []));
      if (own.length === 0) continue;
      const stops = [...ended, ...left].filter((one) =>
        one.boxes.some((box) => own.some((two) => two.intersects(box))),
      );
      const one: Met = { step, chain, boxes: own, callers, stops: stops.slice(0, MOST_STOPS) };
      met.push(one);
      if (met.length > MOST_MET) return false;
      if (step.way === 'ends') ended.push(one);
      const callee = step.callee === '' ? undefined : chainOf(step.callee);
      const isLoop = callers.includes(step);
      if (callee && !isLoop && !visit(callee, own, [...callers, step], left)) return false;
      if (step.way === 'returns' || step.way === 'goes') left.push(one);
    }
    return true;
  };
  return visit(top, [packets], [], []) ? met : undefined;
}
