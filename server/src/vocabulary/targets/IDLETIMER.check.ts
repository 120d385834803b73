// What the literal of IDLETIMER cannot say: labels that cannot be the name of a file.

import type { UseCheck } from '../schema.ts';

/** Names that the timers' folder in /sys needs for itself. Source: a run. */
const TAKEN: ReadonlySet<string> = new Set(['.', '..', 'power', 'subsystem', 'uevent']);

/** Judges `--label`. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const text = option.values[0];
    if (option.name !== '--label' || text === undefined || !TAKEN.has(text)) return [];
    return [{ message: `The label "${text}" is used by the system; choose another.`, option: index, value: 0 }];
  });
