// What a device group may be: a number with or without a mask, or a name that the machine knows.

import { readCNumber, wholeNumber } from '../c-number.ts';
import type { UseCheck, UseFault } from '../schema.ts';

const MAX = 0xffffffffn;
const ALLOWED = 'write value[/mask], each 0 to 4294967295, or a name from /etc/iproute2/group';

/** Judges one group. Names are never wrong: the tools look up what does not begin with a number in 32 bits. */
function faultOf(text: string, option: number): readonly UseFault[] {
  const at = { option, value: 0 };
  if (text === '') return [{ message: `The group is empty; ${ALLOWED}.`, ...at }];
  const slash = text.indexOf('/');
  const head = slash < 0 ? text : text.slice(0, slash);
  if (wholeNumber(head, MAX) === undefined) {
    // A name that begins like a number, or one with a mask, is in nobody's file.
    const numeric = readCNumber(head).end > 0;
    if (!numeric && slash < 0) return [];
    const message = numeric
      ? `"${head}" is not a group number; ${ALLOWED}.`
      : `A group given by name cannot have a mask; ${ALLOWED}.`;
    return [{ message, ...at }];
  }
  if (slash < 0) return [];
  const mask = text.slice(slash + 1);
  if (wholeNumber(mask, MAX) !== undefined) return [];
  return [{ message: `"${mask}" is not a mask; ${ALLOWED}.`, ...at, start: slash + 1, end: text.length }];
}

/** Judges `--src-group` and `--dst-group`. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const text = option.values[0];
    return text === undefined ? [] : faultOf(text, index);
  });
