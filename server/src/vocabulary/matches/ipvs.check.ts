// What the literal of ipvs cannot say: `! --ipvs` stands alone.

import type { UseCheck } from '../schema.ts';

/** What is not an IPVS connection has no virtual service to ask about. */
export const check: UseCheck = (use) => {
  const index = use.options.findIndex((option) => option.name === '--ipvs' && option.negated);
  const other = use.options.find((option) => option.name !== '--ipvs');
  if (index < 0 || !other) return [];
  return [{ message: `"! --ipvs" cannot be combined with "${other.name}"; remove one of them.`, option: index }];
};
