// The value of --realm: a number with a mask, or a name that only the machine knows.

import { wholeNumber } from '../c-number.ts';
import type { UseCheck, UseFault } from '../schema.ts';

const MOST = 0xffffffffn;
const ALLOWED = 'write a number from 0 to 4294967295 with an optional /mask, or a name from /etc/iproute2/rt_realms';

type Part = Pick<UseFault, 'message' | 'start' | 'end'>;

/** What is wrong with the word, undefined for what loads here or may load where the name is known. */
function wrong(text: string): Part | undefined {
  const slash = text.indexOf('/');
  const realm = slash < 0 ? text : text.slice(0, slash);
  const mask = slash < 0 ? undefined : text.slice(slash + 1);
  if (/^[A-Za-z_]/.test(realm)) {
    if (mask === undefined) return undefined;
    return { message: 'A realm given by name cannot have a mask; write the number.', start: slash, end: text.length };
  }
  if (wholeNumber(realm, MOST) === undefined) return { message: `"${realm}" is not a realm; ${ALLOWED}.` };
  if (mask === undefined || wholeNumber(mask, MOST) !== undefined) return undefined;
  const message = `"/${mask}" is not a mask; write a number from 0 to 4294967295.`;
  return { message, start: slash, end: text.length };
}

export const check: UseCheck = ({ options }) =>
  options.flatMap((use, option) => {
    const text = use.name === '--realm' ? use.values[0] : undefined;
    const part = text === undefined ? undefined : wrong(text);
    return part === undefined ? [] : [{ ...part, option, value: 0 }];
  });
