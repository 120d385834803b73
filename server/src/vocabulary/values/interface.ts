// The kind `interface`: the name of a network interface, or the beginning of one with a + behind it.

import type { ValueFault, ValueKind } from './kind.ts';
import type { InterfaceValue } from './kinds.ts';
import type { InterfaceMeaning } from './meaning.ts';
import { isDigit, isLetter, utf8Length } from './scan.ts';
import { shown } from './shown.ts';

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
      : { message: 'The name of an interface is missing, such as eth0; + stands for any.' };
  const bytes = utf8Length(text);
  if (bytes > MAX_BYTES) {
    return { message: `${shown(text)} has ${bytes} bytes, and the name of an interface has at most ${MAX_BYTES}.` };
  }
  const reason = oddReason(text);
  return reason === undefined
    ? undefined
    : { message: `It loads, but no interface is called "${text}": ${reason}.`, severity: 'warning' };
}

/** Why the kernel has no interface of this name, or surely has none. */
function oddReason(text: string): string | undefined {
  if (text === '.' || text === '..') return 'the kernel forbids it';
  if (text.startsWith('-')) return 'it looks like an option, so a name may be missing before it';
  if (text.includes('*')) return 'the sign for any rest is +, as in eth+';
  if (text.includes(',')) return 'a list is not taken here, and each interface needs a rule of its own';
  if (text.includes(':')) return 'an alias such as eth0:1 is no interface; match its address instead';
  if (text.includes('/')) return 'a name has no /';
  if (text.includes('$')) return 'variables are not replaced here';
  if (/\s/.test(text)) return 'a name has no blanks';
  if (text.includes('%')) return 'a name has no %';
  if (text.startsWith('!')) return 'the ! stands as a word of its own before the option';
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
    'the name of an interface of at most 15 bytes, such as eth0; a + at the end stands for any rest, as in ppp+',
};
