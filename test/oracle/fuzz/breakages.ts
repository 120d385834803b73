// Owns the list of ways to break a rule in one place: the mistakes that people make, and some that only a fuzz makes.
import { LINE_BREAKAGES } from './breakages/lines.ts';
import { OPTION_BREAKAGES } from './breakages/options.ts';
import { SLIPS } from './breakages/slips.ts';
import type { Breakage } from './breakages/spans.ts';
import { TARGET_BREAKAGES } from './breakages/targets.ts';
import { VALUE_BREAKAGES } from './breakages/values.ts';

/** All breakages by name. */
export const BREAKAGES: ReadonlyMap<string, Breakage> = new Map(
  Object.entries({ ...OPTION_BREAKAGES, ...VALUE_BREAKAGES, ...TARGET_BREAKAGES, ...LINE_BREAKAGES, ...SLIPS }),
);
