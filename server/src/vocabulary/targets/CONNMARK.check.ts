// What the literal of CONNMARK cannot say: of its shifts the last one counts, and the kernel refuses 32.

import { wholeNumber } from '../c-number.ts';
import type { UseCheck } from '../schema.ts';

const MOST = 31n;

/** Judges the last of --left-shift-mark and --right-shift-mark. */
export const check: UseCheck = ({ options }) => {
  const last = options.findLastIndex(({ name }) => name === '--left-shift-mark' || name === '--right-shift-mark');
  const bits = wholeNumber(options[last]?.values[0] ?? '', MOST + 1n);
  if (bits === undefined || bits <= MOST) return [];
  const message = `A shift by ${bits} bits leaves nothing of the mark and is refused by the kernel; write 0 to ${MOST}.`;
  return [{ message, option: last, value: 0 }];
};
