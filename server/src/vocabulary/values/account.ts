// The kind `account`: a user or group by name or number, or a range of numbers.

import type { ValueFault, ValueKind } from './kind.ts';
import type { AccountValue } from './kinds.ts';
import { NO_NUMBER, scanEnd, scanUnsigned } from './scan.ts';
import { shown } from './shown.ts';

/** The highest number; 2^32 - 1 stands for none. */
const MAX_ID = 4294967294;

/** Letters first, then what user names have; which ones exist is the machine's business. */
const NAME = /^(?=.*[A-Za-z_\u0080-\uffff])[A-Za-z0-9_\u0080-\uffff][A-Za-z0-9_.@\\$\u0080-\uffff-]*$/;

function check(text: string, value: AccountValue): ValueFault | undefined {
  const low = scanUnsigned(text, 0, text.length);
  const end = scanEnd();
  if (low !== NO_NUMBER && low <= MAX_ID) {
    if (end === text.length) return undefined;
    const code = text.charCodeAt(end);
    if (code === 0x2d || code === 0x3a) {
      const high = scanUnsigned(text, end + 1, text.length);
      if (high !== NO_NUMBER && high <= MAX_ID && scanEnd() === text.length) {
        return low <= high ? undefined : backwards(text, end);
      }
    }
  }
  return NAME.test(text) ? undefined : accountFault(text, value);
}

function backwards(text: string, middle: number): ValueFault {
  const turned = `${text.slice(middle + 1)}-${text.slice(0, middle)}`;
  return {
    message: `The range ${text} runs backwards; the smaller number comes first, as in ${turned}.`,
    suggestions: [turned],
    late: true,
  };
}

function accountFault(text: string, value: AccountValue): ValueFault {
  const allowed = `write the name of a ${value.of}, a number from 0 to ${MAX_ID}, or a range such as 1000-1999`;
  if (text === '') return { message: `A ${value.of} is missing; ${allowed}.` };
  const number = scanUnsigned(text, 0, text.length);
  if (number > MAX_ID && scanEnd() === text.length) return { message: `${shown(text)} is over ${MAX_ID}; ${allowed}.` };
  return { message: `"${text}" is no ${value.of}; ${allowed}.` };
}

export const account: ValueKind<AccountValue> = {
  check,
  describe: (value) => `the name or number of a ${value.of}, or a range of numbers such as 1000-1999`,
};
