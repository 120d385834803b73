// What the literal of multiport cannot say: the protocol must stand before the ports.

import type { UseCheck } from '../schema.ts';

/** The tools look at the protocol while they read the ports, so a later -p comes too late. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    if (option.protocol !== undefined || use.protocol === undefined) return [];
    return [{ message: `-p must stand before ${option.name}.`, option: index }];
  });
