// What the literal of REJECT cannot say: a TCP reset answers TCP only.

import type { UseCheck, UseFault } from '../schema.ts';

const TCP = 6;

const RESETS = ['tcp-reset', 'tcp-rst'] as const;

/** A reset by its name, its short one or whatever is cut from them. */
function isReset(text: string): boolean {
  return text !== '' && RESETS.some((name) => name.startsWith(text.toLowerCase()));
}

/** The kernel takes a reset only in a rule that says `-p tcp`. */
export const check: UseCheck = (use) => {
  if (use.protocol === TCP) return [];
  return use.options.flatMap((option, index): readonly UseFault[] => {
    if (option.name !== '--reject-with' || !isReset(option.values[0] ?? '')) return [];
    const named = option.protocol !== undefined && option.protocol > 0;
    const message = named
      ? 'A TCP reset only answers TCP, but the rule is for another protocol; remove the option or write "-p tcp".'
      : 'A TCP reset only answers TCP; add "-p tcp" to the rule.';
    return [{ message, option: index, value: 0, late: true, ...(named ? {} : { missing: true }) }];
  });
};
