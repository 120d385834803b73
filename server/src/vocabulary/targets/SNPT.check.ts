// What the literals of SNPT and DNPT cannot say: prefixes of 64 bits at most, with nothing behind them.

import { wholeNumber } from '../c-number.ts';
import type { UseCheck, UseFault } from '../schema.ts';

const LONGEST = 64;
const BITS = 128;
const EVERY_BIT = (1n << 128n) - 1n;

/** The two groups that an IPv4 tail stands for; the text itself when it has none. */
function withoutIpv4(text: string): string {
  const found = /^(.*:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!found) return text;
  const [a = 0, b = 0, c = 0, d = 0] = found.slice(2).map(Number);
  return `${found[1] ?? ''}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}

/** The 128 bits of an IPv6 address, undefined for anything else. */
function ipv6Bits(text: string): bigint | undefined {
  const halves = withoutIpv4(text).split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map(groupsOf);
  const gap = 8 - left.length - right.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...left, ...Array<string>(gap).fill('0'), ...right];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return BigInt(`0x${groups.map((group) => group.padStart(4, '0')).join('')}`);
}

/** The length of a prefix given as length or mask; -1 for a mask with holes, undefined for what is neither. */
function lengthOf(mask: string): number | undefined {
  const length = wholeNumber(mask, BigInt(BITS));
  if (length !== undefined) return Number(length);
  const bits = ipv6Bits(mask);
  if (bits === undefined) return undefined;
  const ones = bits.toString(2).padStart(BITS, '0').indexOf('0');
  if (ones < 0) return BITS;
  return bits === (EVERY_BIT << BigInt(BITS - ones)) % (EVERY_BIT + 1n) ? ones : -1;
}

/** Judges what is surely a prefix; the rest, host names for one, is not its business. */
function prefixFault(text: string): string | undefined {
  const slash = text.indexOf('/');
  const length = slash < 0 ? BITS : lengthOf(text.slice(slash + 1));
  const bits = ipv6Bits(slash < 0 ? text : text.slice(0, slash));
  if (length === undefined || bits === undefined) return undefined;
  if (length < 0) return `${text} has a mask with holes; write a length from /0 to /${LONGEST}.`;
  if (length > LONGEST) {
    const what = slash < 0 ? `${text} without a length is a /${BITS}` : `/${length} is too long`;
    return `${what}; a prefix that is translated has at most ${LONGEST} bits.`;
  }
  if ((bits & (EVERY_BIT >> BigInt(length))) === 0n) return undefined;
  return `${text} has bits behind its /${length}; write them as zeros.`;
}

/** Judges `--src-pfx` and `--dst-pfx`. */
export const check: UseCheck = (use) =>
  use.options.flatMap((option, index): readonly UseFault[] => {
    const text = option.values[0];
    const message = text === undefined ? undefined : prefixFault(text);
    return message === undefined ? [] : [{ message, option: index, value: 0 }];
  });
