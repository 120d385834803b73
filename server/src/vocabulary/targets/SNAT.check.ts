// What the literal of SNAT cannot say: a port needs a protocol that has ports.

import type { UseCheck } from '../schema.ts';
import { natRangeCheck } from './DNAT.check.ts';

/** Judges `--to-source`. */
export const check: UseCheck = natRangeCheck('--to-source');
