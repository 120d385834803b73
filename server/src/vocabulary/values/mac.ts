// The kind `mac`: an Ethernet address.

import type { ValueFault, ValueKind } from './kind.ts';
import type { MacValue } from './kinds.ts';
import type { MacMeaning } from './meaning.ts';
import { hexValue, isSpace } from './scan.ts';

const FORM = 'write six pairs of hexadecimal digits separated by colons, such as 00:11:22:33:44:55';

/**
 * How one of the six parts ends: the index behind it, or -1. C's strtoul with base 16 reads it, so it may be empty or
 * begin with a blank or a sign, as long as it has no more than two characters.
 */
function partEnd(text: string, from: number): number {
  let at = from;
  if (isSpace(text.charCodeAt(at))) at++;
  const sign = text.charCodeAt(at);
  if (sign === 0x2b || sign === 0x2d) at++;
  const digits = at;
  while (at < text.length && at - from < 3 && hexValue(text.charCodeAt(at)) < 16) at++;
  if (at === digits) return from;
  return at - from > 2 ? -1 : at;
}

function check(text: string): ValueFault | undefined {
  let at = 0;
  let odd = false;
  for (let i = 0; i < 6; i++) {
    const end = partEnd(text, at);
    const stop = i < 5 ? 0x3a : Number.NaN;
    if (end < 0 || (i < 5 ? text.charCodeAt(end) !== stop : end !== text.length)) return fault(text, at);
    if (end === at || hexValue(text.charCodeAt(at)) > 15) odd = true;
    at = end + 1;
  }
  return odd
    ? { message: `"${text}" loads, but is read as another address; ${FORM}.`, severity: 'warning' }
    : undefined;
}

function fault(text: string, from: number): ValueFault {
  const bare = text.replace(/[-.:]/g, '');
  if (/^[0-9a-fA-F]{12}$/.test(bare)) {
    const right = bare.replace(/..(?=.)/g, '$&:');
    return { message: `"${text}" has no colons; ${FORM}.`, suggestions: [right] };
  }
  const count = text.split(':').length;
  if (/^[0-9a-fA-F:]+$/.test(text) && count !== 6) return { message: `"${text}" has ${count} parts; ${FORM}.` };
  return {
    message: `"${text}" is not an Ethernet address; ${FORM}.`,
    ...(from < text.length ? { start: from, end: text.length } : {}),
  };
}

/** Each part as strtoul with base 16 reads it, cut to a byte: `-1` is ff. */
function read(text: string): MacMeaning {
  const bytes = text.split(':').map((word) => {
    const digits = word.trim();
    const size = Number.parseInt(digits.replace(/^[-+]/, '') || '0', 16);
    return (digits.startsWith('-') ? -size : size) & 0xff;
  });
  return { kind: 'mac', bytes };
}

export const mac: ValueKind<MacValue, MacMeaning> = {
  check,
  read,
  describe: () => 'an Ethernet address such as 00:11:22:33:44:55',
};
