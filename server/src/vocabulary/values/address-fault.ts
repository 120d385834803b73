// Judges one address or host name, for the kinds host and network: the answer and, when it is wrong, in words.

import type { Family } from '../schema.ts';
import { atonV4, dotted, NO_ADDRESS, octalPart, strictV4 } from './address.ts';
import { type AddressReader, HOST_NAME, OTHER_FAMILY, scanHostV4, scanHostV6 } from './host-scan.ts';
import type { ValueFault } from './kind.ts';
import { shown } from './shown.ts';

/**
 * Judges the address or host name between `from` and `to`. Host names pass whether they exist or not: that depends on
 * the machine.
 */
export function addressFault(
  text: string,
  from: number,
  to: number,
  family: Family,
  reader: AddressReader,
): ValueFault | undefined {
  return family === 4 ? faultV4(text, from, to, reader) : faultV6(text, from, to);
}

function faultV4(text: string, from: number, to: number, reader: AddressReader): ValueFault | undefined {
  if (strictV4(text, from, to) !== NO_ADDRESS) return undefined;
  const address = scanHostV4(text, from, to, reader);
  if (address === HOST_NAME) return undefined;
  if (address >= 0) return octalWarning(text, from, to, address);
  if (address === OTHER_FAMILY) return wrongFamily(text, from, to, 4);
  return { message: `${reasonV4(text, from, to)} ${WANTED[4]}`, ...part(text, from, to) };
}

function faultV6(text: string, from: number, to: number): ValueFault | undefined {
  const found = scanHostV6(text, from, to);
  if (found === OTHER_FAMILY) return wrongFamily(text, from, to, 6);
  if (found !== NO_ADDRESS) return undefined;
  return { message: `${reasonV6(text, from, to)} ${WANTED[6]}`, ...part(text, from, to) };
}

const WANTED = {
  4: 'Write an IPv4 address such as 192.0.2.1, or a host name.',
  6: 'Write an IPv6 address such as 2001:db8::1, or a host name.',
} as const;

export function octalWarning(text: string, from: number, to: number, address: number): ValueFault | undefined {
  const octal = octalPart(text, from, to);
  if (octal < 0) return undefined;
  const message = `A leading zero makes a number octal, so ${text.slice(from, to).trim()} is ${dotted(address)}; leave the zero out.`;
  return { message, start: from, end: to, severity: 'warning' };
}

function wrongFamily(text: string, from: number, to: number, family: Family): ValueFault {
  const word = text.slice(from, to);
  const other = family === 4 ? 'IPv6' : 'IPv4';
  const bare = family === 6 && !word.includes('.') ? ` (${dotted(atonV4(text, from, to))})` : '';
  return {
    message: `${shown(word)} is an ${other} address${bare}, and this file is for IPv${family}. ${WANTED[family]}`,
    ...part(text, from, to),
  };
}

/** The marked part; nothing when it is the whole word. */
export function part(text: string, from: number, to: number): { start?: number; end?: number } {
  return from === 0 && to === text.length ? {} : { start: from, end: to };
}

function reasonV4(text: string, from: number, to: number): string {
  const word = text.slice(from, to);
  if (word.trim() === '') return 'Here an address is missing.';
  const common = commonReason(word);
  if (common !== undefined) return common;
  const parts = word.split('.');
  if (parts.every((p) => /^\d+$/.test(p))) {
    if (parts.length > 4) return `${shown(word)} has ${parts.length} numbers, and an IPv4 address has four.`;
    const big = parts.find((p) => Number(p) > 255);
    if (big !== undefined) return `${shown(word)} is no IPv4 address: ${big} is over 255.`;
    return `${shown(word)} is no IPv4 address: a number with a leading zero is octal, and an octal digit goes to 7.`;
  }
  return `${shown(word)} is neither an IPv4 address nor a host name.`;
}

function reasonV6(text: string, from: number, to: number): string {
  const word = text.slice(from, to);
  if (word.trim() === '') return 'Here an address is missing.';
  const common = commonReason(word);
  if (common !== undefined) return common;
  if (word.includes('%'))
    return `${shown(word)} is no address with a zone; link-local ones take an interface, such as fe80::1%eth0.`;
  if (!word.includes(':')) return `${shown(word)} is neither an IPv6 address nor a host name.`;
  if (word.split('::').length > 2) return `${shown(word)} has "::" twice, and an IPv6 address may have it once.`;
  const long = word.split(/[:.]/).find((group) => /^[0-9a-fA-F]{5,}$/.test(group));
  if (long !== undefined) return `${shown(word)} is no IPv6 address: the group ${long} has more than four digits.`;
  const count = word.split(':').filter((group) => group !== '').length;
  if (/^[0-9a-fA-F:]+$/.test(word) && !word.includes('::'))
    return `${shown(word)} has ${count} groups, and an IPv6 address has eight, or "::" in it.`;
  return `${shown(word)} is no IPv6 address.`;
}

/** What people write where an address stands, of either family. */
function commonReason(word: string): string | undefined {
  if (/\s/.test(word)) return `"${word}" has a blank in it.`;
  if (/^\[.*\]$/.test(word)) return `${shown(word)} has brackets, which an address does not take here.`;
  if (/^[0-9a-fA-F.:]+-[0-9a-fA-F.:]+$/.test(word))
    return `${shown(word)} is a range, which needs -m iprange --src-range or --dst-range.`;
  if (/^\d+\.\d+\.\d+\.\d+:\d+$/.test(word)) return `${shown(word)} has a port, which needs --dport or --sport.`;
  if (/^['"].*['"]$/.test(word)) return `${shown(word)} has quotes in it, which are part of the word here.`;
  if (word.includes(',')) return `${shown(word)} is a list, which is not taken here.`;
  if (word.includes('*')) return `${shown(word)} has a *; a network is written with a mask, as in 10.0.0.0/8.`;
  return undefined;
}
