// Numbers of which only some bits count, as sets: TCP flags, the type of service.

import type { Axis, Intervals, Span } from './intervals.ts';

/** The numbers from 0 to `most` whose bits of `mask` are those of `value`; none where `value` has others. */
export function maskedSet(axis: Axis, most: number, value: number, mask: number): Intervals {
  const spans: Span[] = [];
  for (let number = 0; number <= most; number++) {
    if ((number & mask) === value) spans.push({ first: number, last: number });
  }
  return axis.spans(spans);
}

const FLAGS = 63;
/** By mask and value: at most 4096, and files have few. */
const flagSets = new Map<number, Intervals>();

/** The sets of TCP flags whose flags of `mask` are just those of `value`. */
export function flagsSet(axis: Axis, mask: number, value: number): Intervals {
  const key = mask * (FLAGS + 1) + value;
  const known = flagSets.get(key);
  if (known) return known;
  const made = maskedSet(axis, FLAGS, value, mask);
  flagSets.set(key, made);
  return made;
}
