// What the literal of MASQUERADE cannot say: a port needs a protocol that has ports.

import type { UseCheck } from '../schema.ts';
import { natPortsCheck } from './DNAT.check.ts';

/** Judges `--to-ports`. */
export const check: UseCheck = natPortsCheck('--to-ports');
