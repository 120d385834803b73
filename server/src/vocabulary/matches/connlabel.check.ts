// What a connection's label may be: a bit from 0 to 127, or a name that the machine knows.

import { readCNumber } from '../c-number.ts';
import type { UseCheck, UseFault } from '../schema.ts';

const ALLOWED = 'write a number from 0 to 127 or a name from connlabel.conf';
const DIGITS = /^[ \t\n\v\f\r]*[+-]?(?:0[xX][0-9a-fA-F]+|[0-9]+)$/;

/** What is wrong with a label; undefined when nothing is, or when it is a name. */
function faultOf(text: string): Pick<UseFault, 'message' | 'late'> | undefined {
  if (text === '') return { message: `The label is empty; ${ALLOWED}.` };
  const { value, end, overflow } = readCNumber(text);
  if (end !== text.length || overflow)
    return DIGITS.test(text) ? { message: `"${text}" is not a readable number; ${ALLOWED}.` } : undefined;
  // The library keeps 32 bits with a sign and the kernel's structure 16, so 65536 is label 0.
  const bit = Number(BigInt.asIntN(32, value));
  const isOver = bit < 0 || (bit & 0xffff) > 127;
  return isOver ? { message: `Label "${text}" is over 127; ${ALLOWED}.`, late: true } : undefined;
}

/** The kernel refuses labels past 127; names are a matter of the machine. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index) => {
    const text = option.name === '--label' ? option.values[0] : undefined;
    const fault = text === undefined ? undefined : faultOf(text);
    return fault === undefined ? [] : [{ ...fault, option: index, value: 0 }];
  });
