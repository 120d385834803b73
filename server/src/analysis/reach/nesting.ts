// How deep chains call each other: a packet is followed only so far, and never in a circle.

import type { Caller } from './call-graph.ts';
import type { ChainSteps } from './chain-steps.ts';

/** nft takes fifteen jumps in a row; legacy more, which nobody writes. */
export const MOST_NESTED = 200;

/**
 * Marks the chains from which more than `MOST_NESTED` calls lead on in a row, or any number of them in a circle. True where
 * these are others than before.
 */
export function markDeep(
  chains: ReadonlyMap<string, ChainSteps>,
  calledBy: ReadonlyMap<string, readonly Caller[]>,
): boolean {
  const before = [...chains.values()].filter(({ isTooDeep }) => isTooDeep);
  /** How many of the chains that a chain calls are still to be looked at, and how deep the others go. */
  const open = new Map<ChainSteps, number>();
  const depths = new Map<ChainSteps, number>();
  const done: ChainSteps[] = [];
  for (const chain of chains.values()) {
    let count = 0;
    for (const [callee, steps] of chain.calls) if (chains.has(callee)) count += steps.length;
    chain.isTooDeep = count > 0;
    if (count === 0) done.push(chain);
    else open.set(chain, count);
  }
  for (let chain = done.pop(); chain; chain = done.pop()) {
    const depth = depths.get(chain) ?? 0;
    chain.isTooDeep = depth > MOST_NESTED;
    for (const { chain: caller } of calledBy.get(chain.name) ?? []) {
      depths.set(caller, Math.max(depths.get(caller) ?? 0, depth + 1));
      const left = (open.get(caller) ?? 0) - 1;
      open.set(caller, left);
      if (left === 0) done.push(caller);
    }
  }
  const now = [...chains.values()].filter(({ isTooDeep }) => isTooDeep);
  return now.length !== before.length || now.some((chain, i) => chain !== before[i]);
}
