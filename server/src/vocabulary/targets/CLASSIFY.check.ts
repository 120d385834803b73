// The class that CLASSIFY takes.

import type { UseCheck } from '../schema.ts';

/** As sscanf reads `%x:%x`: blanks and a sign before each number, anything after the second. Source: a run. */
const CLASS = /^[ \t\n\v\f\r]*[+-]?(?:0x)?[0-9a-f]+:[ \t\n\v\f\r]*[+-]?[0-9a-f]/i;

/** Judges `--set-class`. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const text = option.values[0];
    if (option.name !== '--set-class' || text === undefined || CLASS.test(text)) return [];
    const message = `"${text}" is not a class; write two hexadecimal numbers separated by a colon, such as 1:20.`;
    return [{ message, option: index, value: 0 }];
  });
