// The kind `interface`: the name of a network interface, or the beginning of one with a + behind it.

import type { ValueFault, ValueKind } from './kind.ts';
import type { InterfaceValue } from './kinds.ts';
import type { InterfaceMeaning } from './meaning.ts';
import { quoted } from './quoted.ts';
import { isDigit, isLetter, utf8Length } from './scan.ts';

/** IFNAMSIZ of the kernel is 16 with the byte that ends the name. */
const MAX_BYTES = 15;

/** Letters, digits and what stands in names such as eth0.100, br-lan, wg_home, docker0, vlan@10 or ppp+. */
function isUsual(code: number): boolean {
  return (
    isLetter(code) || isDigit(code) || code === 0x2e || code === 0x2d || code === 0x5f || code === 0x2b || code === 0x40
  );
}

function check(text: string, value: InterfaceValue): ValueFault | undefined {
  let usual = text.length > 0 && text.length <= MAX_BYTES && text.charCodeAt(0) !== 0x2d;
  for (let at = 0; usual && at < text.length; at++) usual = isUsual(text.charCodeAt(at));
  return usual && text !== '.' && text !== '..' ? undefined : oddName(text, value);
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
  if (text.startsWith('!')) return 'write "!" as a separate word before the option';
  return undefined;
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
