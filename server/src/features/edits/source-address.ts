// Judges the addresses that people type when a rule is to be restricted to a source.

import type { Family } from '../../vocabulary/schema.ts';
import { NO_ADDRESS, readV6, strictV4 } from '../../vocabulary/values/address.ts';

const NAMES = { 4: 'IPv4', 6: 'IPv6' } as const;
const EXAMPLES = { 4: '192.0.2.7 or 192.0.2.0/24', 6: '2001:db8::7 or 2001:db8::/32' } as const;
const BITS = { 4: 32, 6: 128 } as const;

/** The addresses that people type, without the blanks around them and around the commas between them. */
export function tidyAddresses(text: string): string {
  return text.trim().replace(/\s*,\s*/g, ',');
}

/** An address in full, as inet_pton takes it. */
function isWhole(text: string, family: Family): boolean {
  return family === 4 ? strictV4(text, 0, text.length) !== NO_ADDRESS : readV6(text, 0, text.length);
}

/**
 * What is wrong with `text` as the source of a rule of this family: one sentence for the user, undefined when all is
 * well. Takes what `-s` takes in one word: an address, an address with a prefix length or mask, several with commas.
 * Stricter than the loader where it guesses: short forms (`10.1` is 10.1.0.0 to it), leading zeros (octal) and host
 * names (asked for once, while the rules load) are turned down.
 */
export function isSourceAddress(text: string, family: Family): string | undefined {
  if (text.trim() === '') return `Type an address or a network, such as ${EXAMPLES[family]}.`;
  if (text.trim() !== text) return 'Remove the spaces around the address.';
  if (/\s/.test(text)) {
    return 'Separate addresses with commas only, without spaces: a.b.c.d,e.f.g.h.'.replace(
      'a.b.c.d,e.f.g.h',
      family === 4 ? '192.0.2.7,198.51.100.0/24' : '2001:db8::7,2001:db8:1::/48',
    );
  }
  const items = text.split(',');
  if (items.includes('')) return 'Every comma needs an address on both sides.';
  for (const item of items) {
    const problem = networkProblem(item, family);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function networkProblem(item: string, family: Family): string | undefined {
  if (item.startsWith('!')) return 'Remove the "!": the rule will match this source, not all others.';
  const slash = item.indexOf('/');
  const address = slash < 0 ? item : item.slice(0, slash);
  if (!isWhole(address, family)) return family === 4 ? ipv4Problem(address) : ipv6Problem(address);
  return slash < 0 ? undefined : maskProblem(item.slice(slash + 1), family);
}

function ipv4Problem(address: string): string {
  if (address.includes(':')) {
    return isWhole(address, 6)
      ? `"${address}" is an IPv6 address, but this file is for IPv4. Write an address such as ${EXAMPLES[4]}.`
      : `"${address}" is not an IPv4 address. Write four numbers without a port, such as ${EXAMPLES[4]}.`;
  }
  if (/^[\d.]+-[\d.]+$/.test(address)) {
    return 'A range is not allowed here. Write a network such as 192.0.2.0/24, or use "-m iprange --src-range".';
  }
  if (/[^\d.]/.test(address)) {
    return `"${address}" is not an IPv4 address. Names are looked up only once, when the rules load; write an address such as ${EXAMPLES[4]}.`;
  }
  const numbers = address.split('.');
  if (numbers.length !== 4 || numbers.includes('')) {
    return `"${address}" is not a complete IPv4 address. Write all four numbers, such as ${EXAMPLES[4]}.`;
  }
  const octal = numbers.find((number) => number.length > 1 && number.startsWith('0'));
  if (octal !== undefined) return `"${octal}" starts with 0 and would be read as octal.`;
  const large = numbers.find((number) => Number(number) > 255);
  return `"${large}" is over 255. Each of the four numbers is 0 to 255.`;
}

function ipv6Problem(address: string): string {
  if (/^\d+(\.\d+)+$/.test(address)) {
    return `"${address}" is an IPv4 address, but this file is for IPv6. Write an address such as ${EXAMPLES[6]}.`;
  }
  if (address.startsWith('[')) return 'Write the IPv6 address without brackets.';
  if (address.includes('%')) return 'Remove the interface (%...); "-i" is for interfaces.';
  if (!address.includes(':') && /[g-z]/i.test(address)) {
    return `"${address}" is not an IPv6 address. Names are looked up only once, when the rules load; write an address such as ${EXAMPLES[6]}.`;
  }
  return `"${address}" is not an IPv6 address. Write eight groups of hexadecimal digits, or fewer with "::" for groups of zeros.`;
}

function maskProblem(mask: string, family: Family): string | undefined {
  const bits = BITS[family];
  if (/^\d+$/.test(mask)) {
    if (mask.length > 1 && mask.startsWith('0')) return `"/${mask}" starts with 0 and would be read as octal.`;
    return Number(mask) <= bits
      ? undefined
      : `"/${mask}" is too long: an ${NAMES[family]} prefix length is 0 to ${bits}.`;
  }
  if (isWhole(mask, family)) return undefined;
  const example = family === 4 ? '/24 or /255.255.255.0' : '/64';
  return `"/${mask}" is not a mask. Write a prefix length from 0 to ${bits}, such as ${example}.`;
}
