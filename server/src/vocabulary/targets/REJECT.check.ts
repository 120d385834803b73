// What the literal of REJECT cannot say: a TCP reset answers TCP only.

import type { UseCheck } from '../schema.ts';

const TCP = 6;

/** `tcp-reset`, its alias and whatever is cut from them; nothing else begins with a t. */
const RESET = /^t/i;

/** The kernel takes a reset only in a rule that says `-p tcp`. */
export const check: UseCheck = (use) => {
  if (use.protocol === TCP) return [];
  return use.options.flatMap((option, index) => {
    if (option.name !== '--reject-with' || !RESET.test(option.values[0] ?? '')) return [];
    const named = option.protocol !== undefined && option.protocol > 0;
    const message = named
      ? 'A TCP reset answers TCP only, and the rule is for another protocol; leave the option out or write -p tcp.'
      : 'A TCP reset answers TCP only; add -p tcp to the rule.';
    return [{ message, option: index, value: 0 }];
  });
};
