// Judges one address or host name, for the kinds host and network: the answer and, when it is wrong, in words.

import type { Family } from '../schema.ts';
import { atonV4, dotted, NO_ADDRESS, octalPart, strictV4 } from './address.ts';
import { type AddressReader, HOST_NAME, OTHER_FAMILY, scanHostV4, scanHostV6 } from './host-scan.ts';
import type { ValueFault } from './kind.ts';
import { quoted } from './quoted.ts';

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
  const message = `A leading zero makes a number octal, so "${text.slice(from, to).trim()}" is ${dotted(address)}; remove the zero.`;
  return { message, start: from, end: to, severity: 'warning' };
}

function wrongFamily(text: string, from: number, to: number, family: Family): ValueFault {
  const word = text.slice(from, to);
  const other = family === 4 ? 'IPv6' : 'IPv4';
  const bare = family === 6 && !word.includes('.') ? ` (${dotted(atonV4(text, from, to))})` : '';
  return {
    message: `${quoted(word)} is an ${other} address${bare}, but this file is for IPv${family}. ${WANTED[family]}`,
    ...part(text, from, to),
  };
}

/** The marked part; nothing when it is the whole word. */
export function part(text: string, from: number, to: number): { start?: number; end?: number } {
  return from === 0 && to === text.length ? {} : { start: from, end: to };
}

function reasonV4(text: string, from: number, to: number): string {
  const word = text.slice(from, to);
  if (word.trim() === '') return 'The address is missing.';
  const common = commonReason(word);
  if (common !== undefined) return common;
  const parts = word.split('.');
  if (parts.every((p) => /^\d+$/.test(p))) {
    if (parts.length > 4) return `${quoted(word)} has ${parts.length} numbers, but an IPv4 address has four.`;
    const big = parts.find((p) => Number(p) > 255);
    if (big !== undefined) return `${quoted(word)} is not an IPv4 address: ${big} is over 255.`;
    return `${quoted(word)} is not an IPv4 address: a number with a leading zero is octal and cannot contain 8 or 9.`;
  }
  return `${quoted(word)} is neither an IPv4 address nor a host name.`;
}

function reasonV6(text: string, from: number, to: number): string {
  const word = text.slice(from, to);
  if (word.trim() === '') return 'The address is missing.';
  const common = commonReason(word);
  if (common !== undefined) return common;
  if (word.includes('%'))
    return `${quoted(word)} cannot have a zone; only link-local addresses take an interface, such as fe80::1%eth0.`;
  if (!word.includes(':')) return `${quoted(word)} is neither an IPv6 address nor a host name.`;
  if (word.split('::').length > 2) return `${quoted(word)} contains "::" twice; an IPv6 address may contain it once.`;
  const long = word.split(/[:.]/).find((group) => /^[0-9a-fA-F]{5,}$/.test(group));
  if (long !== undefined)
    return `${quoted(word)} is not an IPv6 address: the group "${long}" has more than four digits.`;
  const count = word.split(':').filter((group) => group !== '').length;
  if (/^[0-9a-fA-F:]+$/.test(word) && !word.includes('::'))
    return `${quoted(word)} has ${count} groups; an IPv6 address has eight, or fewer with "::".`;
  return `${quoted(word)} is not an IPv6 address.`;
}

/** What people write where an address stands, of either family. */
function commonReason(word: string): string | undefined {
  if (/\s/.test(word)) return `"${word}" contains a space.`;
  if (/^\[.*\]$/.test(word)) return `${quoted(word)} has brackets, which are not allowed here.`;
  if (/^[0-9a-fA-F.:]+-[0-9a-fA-F.:]+$/.test(word))
    return `${quoted(word)} is a range; ranges need "-m iprange --src-range" or "--dst-range".`;
  if (/^\d+\.\d+\.\d+\.\d+:\d+$/.test(word))
    return `${quoted(word)} contains a port; ports need "--dport" or "--sport".`;
  if (/^['"].*['"]$/.test(word)) return `${quoted(word)} contains quotes, which become part of the value here.`;
  if (word.includes(',')) return `${quoted(word)} is a list; only one value is allowed here.`;
  if (word.includes('*')) return `${quoted(word)} contains "*"; write a network with a mask, such as 10.0.0.0/8.`;
  return undefined;
}
