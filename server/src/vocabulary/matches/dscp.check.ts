// What the tools take as the name of a DSCP class.

import type { UseCheck } from '../schema.ts';

/** The library compares only as many letters as the class has, so `EF,` and `CS10` load as EF and CS1. */
const CLASS = /^(?:cs[0-7]|be|af[1-4][1-3]|ef)/i;

/** Judges `--dscp-class`. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const text = option.name === '--dscp-class' ? option.values[0] : undefined;
    if (text === undefined || CLASS.test(text)) return [];
    const message = `\`${text}\` is no DSCP class; a class is BE, EF, CS0 to CS7 or AF11 to AF43.`;
    return [{ message, option: index, value: 0 }];
  });
