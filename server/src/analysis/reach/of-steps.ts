// What hangs on the rules of a chain alone is found once for as long as the chain has these.

import type { ChainSteps } from './chain-steps.ts';
import type { Step } from './step.ts';

/** The same answer as `find` gives for a chain's rules; what it says must hang on nothing else, not on their lines either. */
export function ofSteps<T>(find: (steps: readonly Step[]) => T): (chain: ChainSteps) => T {
  const known = new WeakMap<readonly Step[], { readonly found: T }>();
  return ({ steps }) => {
    const last = known.get(steps);
    if (last) return last.found;
    const found = find(steps);
    known.set(steps, { found });
    return found;
  };
}
