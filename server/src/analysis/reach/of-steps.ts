// What hangs on the rules of a chain alone is found once for as long as the chain has these.

import type { ChainSteps } from './chain-steps.ts';
import type { Step } from './step.ts';

/** How many of these functions there are. */
let count = 0;

/** The same answer as `find` gives for a chain's rules; what it says must hang on nothing else, not on their lines either. */
export function ofSteps<T>(find: (steps: readonly Step[]) => T): (chain: ChainSteps) => T {
  // Asked of every chain after every edit, so what is found stands with the chain, where it is soon looked up.
  const own = count++;
  return ({ steps, notes }) => {
    const last = notes[own];
    if (last?.steps === steps) return last.found as T;
    const found = find(steps);
    notes[own] = { steps, found };
    return found;
  };
}
