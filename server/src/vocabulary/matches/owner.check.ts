// What the literal of owner cannot say: --suppl-groups comes after --gid-owner.

import type { UseCheck } from '../schema.ts';

/** That --gid-owner is there at all is for the literal to say. */
export const check: UseCheck = (use) => {
  const groups = use.options.findIndex((option) => option.name === '--suppl-groups');
  const group = use.options.findIndex((option) => option.name === '--gid-owner');
  if (groups < 0 || group < groups) return [];
  return [{ message: '"--suppl-groups" must come after "--gid-owner".', option: groups }];
};
