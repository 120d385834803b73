// The kind `account`: a user or group by name or number, or a range of numbers.

import type { ValueFault, ValueKind } from './kind.ts';
import type { AccountValue } from './kinds.ts';
import type { AccountMeaning, Range, UnknownMeaning } from './meaning.ts';
import { quoted } from './quoted.ts';
import { NO_NUMBER, scanEnd, scanUnsigned, wholeUnsigned } from './scan.ts';

/** The highest number; 2^32 - 1 stands for none. */
const MAX_ID = 4294967294;

/** Letters first, then what user names have; which ones exist is the machine's business. */
const NAME = /^(?=.*[A-Za-z_\u0080-\uffff])[A-Za-z0-9_\u0080-\uffff][A-Za-z0-9_.@\\$\u0080-\uffff-]*$/;
/** Blanks of another kind and what nobody sees: no name has them. */
const UNSEEN = /[\u0080-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/;

/** A number, or two with a hyphen or colon between them; undefined for anything else. */
function numbersOf(text: string): Range | undefined {
  const first = scanUnsigned(text, 0, text.length);
  const end = scanEnd();
  if (first === NO_NUMBER || first > MAX_ID) return undefined;
  if (end === text.length) return { first, last: first };
  const code = text.charCodeAt(end);
  if (code !== 0x2d && code !== 0x3a) return undefined;
  const last = wholeUnsigned(text, end + 1, text.length, MAX_ID);
  return last < 0 ? undefined : { first, last };
}

function check(text: string, value: AccountValue): ValueFault | undefined {
  const numbers = numbersOf(text);
  if (numbers !== undefined) return numbers.first <= numbers.last ? undefined : backwards(text);
  return NAME.test(text) && !UNSEEN.test(text) ? undefined : accountFault(text, value);
}

function read(text: string): AccountMeaning | UnknownMeaning {
  const numbers = numbersOf(text);
  return numbers === undefined ? { kind: 'unknown', name: text } : { kind: 'account', ...numbers };
}

function backwards(text: string): ValueFault {
  const middle = text.search(/[-:]/);
  const turned = `${text.slice(middle + 1)}-${text.slice(0, middle)}`;
  return {
    message: `The range "${text}" runs backwards; write "${turned}".`,
    suggestions: [turned],
    late: true,
  };
}

function accountFault(text: string, value: AccountValue): ValueFault {
  const allowed = `write the name of a ${value.of}, a number from 0 to ${MAX_ID}, or a range such as 1000-1999`;
  if (text === '') return { message: `The ${value.of} is missing; ${allowed}.` };
  const number = scanUnsigned(text, 0, text.length);
  if (number > MAX_ID && scanEnd() === text.length)
    return { message: `${quoted(text)} is over ${MAX_ID}; ${allowed}.` };
  return { message: `"${text}" is not a ${value.of}; ${allowed}.` };
}

export const account: ValueKind<AccountValue, AccountMeaning | UnknownMeaning> = {
  check,
  read,
  describe: (value) => `the name or number of a ${value.of}, or a range of numbers such as 1000-1999`,
};
