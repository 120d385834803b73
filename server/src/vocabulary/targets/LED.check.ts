// The time that LED takes.

import { wholeNumber } from '../c-number.ts';
import type { UseCheck } from '../schema.ts';

const MOST = 0xffffffffn;

/** Judges `--led-delay`: anything that begins with inf stands for ever. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const text = option.values[0];
    if (option.name !== '--led-delay' || text === undefined) return [];
    if (/^inf/i.test(text) || wholeNumber(text, MOST) !== undefined) return [];
    return [{ message: `"${text}" is not a delay; write 0 to ${MOST} milliseconds, or inf.`, option: index, value: 0 }];
  });
