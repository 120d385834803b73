// The kind `interface`: the name of a network interface, or the beginning of one with a + behind it.

import type { ValueFault, ValueKind } from './kind.ts';
import type { InterfaceValue } from './kinds.ts';
import type { InterfaceMeaning } from './meaning.ts';
import { quoted } from './quoted.ts';
import { isDigit, isLetter, utf8Length } from './scan.ts';

/** IFNAMSIZ of the kernel is 16 with the byte that ends the name. */
const MAX_BYTES = 15;

/** Letters, digits and what stands in names such as eth0.100, br-lan, wg_home or docker0. */
function isUsual(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x2e || code === 0x2d || code === 0x5f;
}

/** Words that seem to take every interface, and are names of one. */
const EVERY: ReadonlySet<string> = new Set(['any', 'all', 'any+', 'ANY', 'ALL']);

/** Names that are fine by their letters, and are slips all the same. */
const SLIP =
  /^(?:localhost|loopback|lo0|eth|wlan|ppp|(?:ETH|Eth|WLAN|PPP|BR|TUN|TAP)\d+|LO|Lo|(?<kind>[a-z]+)\d+-\k<kind>\d+)$/;

function check(text: string, value: InterfaceValue): ValueFault | undefined {
  let usual = text.length > 0 && text.length <= MAX_BYTES && text.charCodeAt(0) !== 0x2d;
  const end = text.endsWith('+') ? text.length - 1 : text.length;
  for (let at = 0; usual && at < end; at++) usual = isUsual(text.charCodeAt(at));
  return usual && !EVERY.has(text) && !isAddress(text) && !SLIP.test(text) && text !== '.' && text !== '..'
    ? undefined
    : oddName(text, value);
}

function oddName(text: string, value: InterfaceValue): ValueFault | undefined {
  if (text === '')
    return value.empty
      ? undefined
      : { message: 'The interface name is missing; write a name such as eth0, or "+" for any interface.' };
  const bytes = utf8Length(text);
  if (bytes > MAX_BYTES) {
    return { message: `${quoted(text)} has ${bytes} bytes; interface names have at most ${MAX_BYTES}.` };
  }
  const reason = oddReason(text);
  return reason === undefined
    ? undefined
    : { message: `No interface can be called "${text}": ${reason}.`, severity: 'warning' };
}

/** Why the kernel has no interface of this name, or surely has none. */
function oddReason(text: string): string | undefined {
  if (text === '.' || text === '..') return 'the kernel forbids it';
  if (text.startsWith('-')) return 'it looks like an option, so the name may be missing';
  if (text.includes('*')) return 'the wildcard is "+", as in eth+';
  if (text.includes(',')) return 'lists are not supported; write one rule per interface';
  if (text.includes(':')) return 'an alias such as eth0:1 is not an interface; match its address instead';
  if (text.includes('/')) return 'names cannot contain "/"';
  if (text.includes('$')) return 'variables are not expanded';
  if (/\s/.test(text)) return 'names cannot contain spaces';
  if (text.includes('%')) return 'names cannot contain "%"';
  if (EVERY.has(text)) return 'leave the option out for every interface, or write "+"';
  if (SLIP.test(text)) return slip(text);
  if (isAddress(text)) return 'it is an address; match it with "-s" or "-d"';
  if (/^[^@]+@(?:if\d+|[A-Za-z][\w.-]*)$/.test(text))
    return 'what follows the "@" is what "ip link" prints of its parent; leave it out';
  if (/\+./.test(text)) return 'a "+" is a wildcard at the end only';
  if (/[[\]{}()<>?|;&'"`]/.test(text)) return 'the only wildcard is a "+" at the end, as in eth+';
  if (text.startsWith('!')) return 'write "!" as a separate word before the option';
  return undefined;
}

function slip(text: string): string {
  if (text === 'localhost' || text === 'loopback' || text === 'lo0') return 'the loopback interface is "lo"';
  if (/[A-Z]/.test(text)) return `names are case-sensitive, as in ${text.toLowerCase()}`;
  return text.includes('-')
    ? 'ranges are not supported; write one rule per interface'
    : `write "${text}+" for all of them`;
}

function isAddress(text: string): boolean {
  return isDigit(text.charCodeAt(0)) && /^\d+\.\d+\.\d+\.\d+$/.test(text);
}

function read(text: string): InterfaceMeaning {
  const prefix = text === '' || text.endsWith('+');
  return { kind: 'interface', name: prefix ? text.slice(0, -1) : text, prefix };
}

export const networkInterface: ValueKind<InterfaceValue, InterfaceMeaning> = {
  check,
  read,
  describe: () =>
    'the name of an interface, at most 15 bytes, such as eth0; a + at the end matches any ending, as in ppp+',
};
