// Judges and compares the addresses that people type when a rule is to be restricted to a source.

import type { Family } from '../../vocabulary/schema.ts';

const NAMES = { 4: 'IPv4', 6: 'IPv6' } as const;
const EXAMPLES = { 4: '192.0.2.7 or 192.0.2.0/24', 6: '2001:db8::7 or 2001:db8::/32' } as const;
const BITS = { 4: 32, 6: 128 } as const;

/** A network: the address bits that count, and how many. */
interface Network {
  readonly groups: readonly number[];
  readonly mask: readonly number[];
}

/**
 * What is wrong with `text` as the source of a rule of this family: one sentence for the user, undefined when all is
 * well. Takes what `-s` takes in one word: an address, an address with a prefix length or mask, several with commas.
 * Stricter than the loader where it guesses: short forms (`10.1` is 10.1.0.0 to it), leading zeros (octal) and host
 * names (asked for once, while the rules load) are turned down.
 */
export function isSourceAddress(text: string, family: Family): string | undefined {
  if (text.trim() === '') return `Type an address or a network, such as ${EXAMPLES[family]}.`;
  if (text.trim() !== text) return 'Take away the blanks around the address.';
  if (/\s/.test(text)) {
    return 'No blanks between addresses: only a comma may separate them, such as a.b.c.d,e.f.g.h.'.replace(
      'a.b.c.d,e.f.g.h',
      family === 4 ? '192.0.2.7,198.51.100.0/24' : '2001:db8::7,2001:db8:1::/48',
    );
  }
  const items = text.split(',');
  if (items.includes('')) return 'A comma must have an address on each side.';
  for (const item of items) {
    const problem = networkProblem(item, family);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function networkProblem(item: string, family: Family): string | undefined {
  if (item.startsWith('!')) return 'Type the address alone: the rule is to accept this source, not all others.';
  const slash = item.indexOf('/');
  const address = slash < 0 ? item : item.slice(0, slash);
  const problem = family === 4 ? ipv4Problem(address) : ipv6Problem(address);
  if (problem !== undefined) return problem;
  return slash < 0 ? undefined : maskProblem(item.slice(slash + 1), family);
}

function ipv4Problem(address: string): string | undefined {
  if (address.includes(':')) {
    return ipv6Groups(address)
      ? `${address} is an IPv6 address; this file is for IPv4, such as ${EXAMPLES[4]}.`
      : `${address} is no IPv4 address; write four numbers, such as ${EXAMPLES[4]}. A port does not belong here.`;
  }
  if (/^[\d.]+-[\d.]+$/.test(address)) {
    return 'A range with a dash is no source; write a network such as 192.0.2.0/24, or use -m iprange --src-range.';
  }
  if (/[^\d.]/.test(address)) {
    return `${address} is no IPv4 address; a name would be looked up once, while the rules load. Write ${EXAMPLES[4]}.`;
  }
  const numbers = address.split('.');
  if (numbers.length !== 4 || numbers.includes('')) {
    return `${address} is no whole IPv4 address; write all four numbers, such as ${EXAMPLES[4]}.`;
  }
  for (const number of numbers) {
    if (number.length > 1 && number.startsWith('0')) return `${number} begins with 0 and would be read as octal.`;
    if (Number(number) > 255) return `${number} is over 255; each of the four numbers is 0 to 255.`;
  }
  return undefined;
}

function ipv6Problem(address: string): string | undefined {
  if (/^\d+(\.\d+)+$/.test(address)) {
    return `${address} is an IPv4 address; this file is for IPv6, such as ${EXAMPLES[6]}.`;
  }
  if (address.startsWith('[')) return 'Write the IPv6 address without brackets.';
  if (address.includes('%')) return 'Leave the interface (%...) out; -i names the interface.';
  if (!address.includes(':') && /[g-z]/i.test(address)) {
    return `${address} is no IPv6 address; a name would be looked up once, while the rules load. Write ${EXAMPLES[6]}.`;
  }
  if (ipv6Groups(address)) return undefined;
  return `${address} is no IPv6 address; it has eight groups of hexadecimal digits, :: stands for groups of zeros.`;
}

function maskProblem(mask: string, family: Family): string | undefined {
  const bits = BITS[family];
  if (/^\d+$/.test(mask)) {
    return Number(mask) <= bits
      ? undefined
      : `/${mask} is too long: an ${NAMES[family]} prefix length is 0 to ${bits}.`;
  }
  const dotted = family === 4 ? ipv4Problem(mask) === undefined : ipv6Groups(mask) !== undefined;
  if (dotted) return undefined;
  const example = family === 4 ? '/24 or /255.255.255.0' : '/64';
  return `/${mask} is no mask; write a prefix length from 0 to ${bits}, such as ${example}.`;
}

/** The eight 16-bit groups of an IPv6 address; undefined where it is none. */
function ipv6Groups(text: string): number[] | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (dotted) {
    const [, head = '', tail = ''] = dotted;
    if (ipv4Problem(tail) !== undefined) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = tail.split('.').map(Number);
    return ipv6Groups(`${head}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`);
  }
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (!head || ![...head, ...(tail ?? [])].every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 1 : missing !== 0) return undefined;
  const zeros = new Array<string>(missing).fill('0');
  return [...head, ...zeros, ...(tail ?? [])].map((group) => Number.parseInt(group, 16));
}

/**
 * One spelling for every way to write the same network: `10.1.2.3/255.0.0.0` and `10.0.0.0/8` are equal. Undefined
 * for the network of all addresses. A text that is no address (a host name) comes back as it is.
 */
export function canonicalNetwork(text: string, family: Family): string | undefined {
  const network = readNetwork(text, family);
  if (!network) return text;
  if (network.mask.every((part) => part === 0)) return undefined;
  const address = network.groups.map((group, i) => group & (network.mask[i] ?? 0));
  return `${address.join('.')}/${network.mask.join('.')}`;
}

function readNetwork(text: string, family: Family): Network | undefined {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const mask = slash < 0 ? String(BITS[family]) : text.slice(slash + 1);
  const groups = family === 4 ? ipv4Numbers(address) : ipv6Groups(address);
  if (!groups) return undefined;
  const length = /^\d+$/.test(mask) ? Number(mask) : undefined;
  if (length !== undefined) return length <= BITS[family] ? { groups, mask: prefixMask(length, family) } : undefined;
  const parts = family === 4 ? ipv4Numbers(mask) : ipv6Groups(mask);
  return parts && { groups, mask: parts };
}

/** iptables completes a short address with zeros at its end: `10.1` is 10.1.0.0. */
function ipv4Numbers(text: string): number[] | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){0,3}$/.test(text)) return undefined;
  const numbers = text.split('.').map(Number);
  return numbers.every((number) => number <= 255) ? [...numbers, 0, 0, 0].slice(0, 4) : undefined;
}

function prefixMask(length: number, family: Family): number[] {
  const width = family === 4 ? 8 : 16;
  return Array.from({ length: BITS[family] / width }, (_, i) => {
    const ones = Math.max(0, Math.min(width, length - i * width));
    return (2 ** width - 1) & ~(2 ** (width - ones) - 1);
  });
}
