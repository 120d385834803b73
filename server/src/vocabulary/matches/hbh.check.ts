// The list of options that hbh takes; its rules are those of dst.

import type { UseCheck } from '../schema.ts';
import { optionListCheck } from './dst.check.ts';

/** Judges `--hbh-opts`. */
export const check: UseCheck = optionListCheck('--hbh-opts');
