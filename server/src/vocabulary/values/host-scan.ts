// What the tools make of a word that stands for an address or a mask: an address, a host name, one of the other family.

import {
  atonV4,
  indexWithin,
  lastV6IsMapped,
  lastV6Mapped,
  libxtablesV4,
  NO_ADDRESS,
  readScopedV6,
  readV6,
  strictV4,
} from './address.ts';
import { isDigit, isLetter, NO_NUMBER, scanEnd, scanUnsigned, wholeUnsigned } from './scan.ts';

/** -s and -d try libxtables' own reading of IPv4 before getaddrinfo; the extensions ask getaddrinfo alone. */
export type AddressReader = 'libxtables' | 'getaddrinfo';

/** What stands for an address: a name that the machine looks up. */
export const HOST_NAME = -2;
/** What stands for an address: one of the other family. */
export const OTHER_FAMILY = -3;

/**
 * What an IPv4 tool makes of a word that stands for an address: the address as a number, `HOST_NAME`, `OTHER_FAMILY` or
 * `NO_ADDRESS`. Both readers were run with 1.8.9 and 1.8.11.
 */
export function scanHostV4(text: string, from: number, to: number, reader: AddressReader): number {
  const strict = strictV4(text, from, to);
  if (strict !== NO_ADDRESS) return strict;
  const short = reader === 'libxtables' ? libxtablesV4(text, from, to, false) : NO_ADDRESS;
  if (short !== NO_ADDRESS) return short;
  const address = atonV4(text, from, to);
  if (address !== NO_ADDRESS) return address;
  if (indexWithin(text, 0x3a, from, to) < 0 && isHostName(text, from, to)) return HOST_NAME;
  if (!readScopedV6(text, from, to)) return NO_ADDRESS;
  return lastV6IsMapped() ? lastV6Mapped() : OTHER_FAMILY;
}

/** What an IPv6 tool makes of it: 0 for an address, whose groups `lastV6Groups` has, else as `scanHostV4`. */
export function scanHostV6(text: string, from: number, to: number): number {
  if (readV6(text, from, to)) return 0;
  if (atonV4(text, from, to) !== NO_ADDRESS) return OTHER_FAMILY;
  if (isHostName(text, from, to)) return HOST_NAME;
  return readScopedV6(text, from, to) ? 0 : NO_ADDRESS;
}

/**
 * A mask of IPv4 as a number, `NO_ADDRESS` for what is none: a length, or an address in full for `libxtables`, in any
 * of its forms for `getaddrinfo`.
 */
export function scanMaskV4(text: string, from: number, to: number, reader: AddressReader): number {
  const length = wholeUnsigned(text, from, to, 32);
  if (length >= 0) return 2 ** 32 - 2 ** (32 - length);
  if (reader === 'libxtables') return libxtablesV4(text, from, to, true);
  const mask = atonV4(text, from, to);
  if (mask !== NO_ADDRESS) return mask;
  return readScopedV6(text, from, to) && lastV6IsMapped() ? lastV6Mapped() : NO_ADDRESS;
}

/** What `scanMaskV6` answers for a mask that is written as an address; `lastV6Groups` has its groups. */
export const AS_ADDRESS = 129;

/** A mask of IPv6: a length from 0 to 128, `AS_ADDRESS`, or `NO_ADDRESS` for what is none. */
export function scanMaskV6(text: string, from: number, to: number, reader: AddressReader): number {
  const length = wholeUnsigned(text, from, to, 128);
  if (length >= 0) return length;
  const read = reader === 'libxtables' ? readV6(text, from, to) : readScopedV6(text, from, to);
  return read ? AS_ADDRESS : NO_ADDRESS;
}

/** A name for the name service: letters, digits, hyphens (RFC 1123) and glibc's underscore in labels of 1 to 63. */
function isHostName(text: string, from: number, to: number): boolean {
  const end = to - from > 1 && text.charCodeAt(to - 1) === 0x2e ? to - 1 : to;
  if (end <= from || end - from > 253 || text.charCodeAt(from) === 0x2d) return false;
  let label = from;
  for (let at = from; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 0x2e;
    if (code === 0x2e) {
      if (at === label || at - label > 63) return false;
      if (at < end) label = at + 1;
    } else if (!isNameCode(code)) {
      return false;
    }
  }
  return !isNumberLike(text, from, label, end);
}

function isNameCode(code: number): boolean {
  return isDigit(code) || isLetter(code) || code === 0x2d || code === 0x5f;
}

/**
 * No host has a name without a letter (`1-5`), a number for its last label (`1.2.3.256`), nor numbers for all labels
 * before one that begins with a digit (`10.0.0.1x`).
 */
function isNumberLike(text: string, from: number, label: number, end: number): boolean {
  let letters = 0;
  let last = true;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || code === 0x5f) letters++;
    if (at >= label && !isDigit(code)) last = false;
  }
  if (last || letters === 0) return true;
  const hexadecimal = text.charCodeAt(label) === 0x30 && (text.charCodeAt(label + 1) | 0x20) === 0x78;
  if (hexadecimal && scanUnsigned(text, label, end) !== NO_NUMBER && scanEnd() === end) return true;
  if (label === from || !isDigit(text.charCodeAt(label))) return false;
  for (let at = from; at < label; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code) && code !== 0x2e) return false;
  }
  return true;
}
