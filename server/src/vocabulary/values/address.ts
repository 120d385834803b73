// Reading IPv4 and IPv6 addresses in the several forms that the tools' parsers take. No garbage on the way.

import { exactUnsigned, hexValue, isDigit, isLetter, isSpace, NO_NUMBER, scanEnd, scanUnsigned } from './scan.ts';

/** What the readers answer for text that is no address. */
export const NO_ADDRESS = -1;

/**
 * A dotted quad as inet_pton reads it: four decimal numbers up to 255 without leading zeros. The address as a number
 * from 0 to 2^32 - 1, or `NO_ADDRESS`.
 */
export function strictV4(text: string, from: number, to: number): number {
  let value = 0;
  let octet = 0;
  let digits = 0;
  let dots = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2e) {
      if (digits === 0 || ++dots > 3) return NO_ADDRESS;
      value = value * 256 + octet;
      octet = 0;
      digits = 0;
    } else {
      const digit = code - 0x30;
      if (digit < 0 || digit > 9 || (digits > 0 && octet === 0)) return NO_ADDRESS;
      octet = octet * 10 + digit;
      digits++;
      if (octet > 255) return NO_ADDRESS;
    }
  }
  return dots === 3 && digits > 0 ? value * 256 + octet : NO_ADDRESS;
}

/** The tools copy an address into a buffer of 20 bytes and read no further. */
const QUAD_BUFFER = 19;

/**
 * What libxtables itself takes for an address: up to four numbers in strtoul's base 0 (`0x0a.010.+1. 2`), missing ones
 * at the end are 0, so `10.1` is 10.1.0.0. As a mask (`isMask`) all four must be there.
 */
export function libxtablesV4(text: string, from: number, to: number, isMask: boolean): number {
  const last = Math.min(to, from + QUAD_BUFFER);
  let value = 0;
  let at = from;
  for (let part = 0; part < 4; part++) {
    const dot = part === 3 ? -1 : indexWithin(text, 0x2e, at, last);
    if (dot < 0 && part < 3 && isMask) return NO_ADDRESS;
    const end = dot < 0 ? last : dot;
    const octet = scanUnsigned(text, at, end);
    if (octet === NO_NUMBER || octet > 255 || scanEnd() !== end) return NO_ADDRESS;
    value = value * 256 + octet;
    if (dot < 0) return value * 256 ** (3 - part);
    at = dot + 1;
  }
  return NO_ADDRESS;
}

/** Where a character stands between two places, or -1. `indexOf` would look on to the end of a long list. */
export function indexWithin(text: string, code: number, from: number, to: number): number {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
}

/**
 * What inet_aton takes: one to four numbers in base 0, no blanks or signs; the last fills the bytes that are left, so
 * `10.1` is 10.0.0.1 and `2130706433` 127.0.0.1. getaddrinfo asks it before it asks the name service.
 */
export function atonV4(text: string, from: number, to: number): number {
  let value = 0;
  let at = from;
  for (let part = 0; part < 4; part++) {
    if (at >= to || !isDigit(text.charCodeAt(at))) return NO_ADDRESS;
    const number = scanUnsigned(text, at, to);
    at = scanEnd();
    if (at === to) return number < 256 ** (4 - part) ? value * 256 ** (4 - part) + number : NO_ADDRESS;
    if (text.charCodeAt(at) !== 0x2e || number > 255) return NO_ADDRESS;
    value = value * 256 + number;
    at++;
  }
  return NO_ADDRESS;
}

/** The eight groups of the last address that `readV6` took. */
const groups = new Uint16Array(8);

/** An IPv6 address as inet_pton reads it, dotted quad at the end included. Keeps its groups until the next call. */
export function readV6(text: string, from: number, to: number): boolean {
  let count = 0;
  let gap = -1;
  let at = from;
  if (text.charCodeAt(at) === 0x3a) {
    if (at + 1 >= to || text.charCodeAt(at + 1) !== 0x3a) return false;
    at++;
  }
  let group = 0;
  let digits = 0;
  let start = at;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    const digit = hexValue(code);
    if (digit < 16) {
      if (++digits > 4) return false;
      group = group * 16 + digit;
    } else if (code === 0x3a) {
      start = at + 1;
      if (digits === 0) {
        if (gap >= 0) return false;
        gap = count;
      } else {
        if (at + 1 === to || count >= 8) return false;
        groups[count++] = group;
        group = 0;
        digits = 0;
      }
    } else if (code === 0x2e) {
      return count <= 6 && quadAtEnd(text, start, to, count) && spread(count + 2, gap);
    } else {
      return false;
    }
  }
  if (digits > 0) {
    if (count >= 8) return false;
    groups[count++] = group;
  }
  return spread(count, gap);
}

function quadAtEnd(text: string, from: number, to: number, count: number): boolean {
  const quad = strictV4(text, from, to);
  if (quad === NO_ADDRESS) return false;
  groups[count] = Math.floor(quad / 65536);
  groups[count + 1] = quad % 65536;
  return true;
}

/** Moves the groups behind `::` to the end. False where the number of groups is wrong. */
function spread(count: number, gap: number): boolean {
  if (gap < 0) return count === 8;
  if (count >= 8) return false;
  const moved = count - gap;
  for (let i = 1; i <= moved; i++) {
    groups[8 - i] = groups[count - i] ?? 0;
    groups[count - i] = 0;
  }
  groups.fill(0, gap, 8 - moved);
  return true;
}

/** The address that `readV6` read last, as a number of 128 bits. */
export function lastV6(): bigint {
  let value = 0n;
  for (const group of groups) value = value * 65536n + BigInt(group);
  return value;
}

/** The eight groups of 16 bits of the address that `readV6` read last, until the next call. */
export function lastV6Groups(): ArrayLike<number> {
  return groups;
}

/** Whether the last address is all zeros, as the mask `::` is. */
export function lastV6IsZero(): boolean {
  return groups.every((group) => group === 0);
}

/** Whether the last address is a mapped one such as ::ffff:192.0.2.1, which getaddrinfo gives out as IPv4. */
export function lastV6IsMapped(): boolean {
  return groups[5] === 0xffff && groups.every((group, index) => index > 4 || group === 0);
}

/** The IPv4 address that the last one, a mapped one, stands for. */
export function lastV6Mapped(): number {
  return (groups[6] ?? 0) * 65536 + (groups[7] ?? 0);
}

/** Whether the last address is bound to a link: fe80::/10, or multicast of the scopes interface and link. */
function lastV6IsLocal(): boolean {
  const first = groups[0] ?? 0;
  return (first & 0xffc0) === 0xfe80 || ((first & 0xff00) === 0xff00 && ((first & 0xf) === 1 || (first & 0xf) === 2));
}

/**
 * An address with its zone as getaddrinfo takes it: `fe80::1%eth0`, `::1%2`. A zone is a number of 32 bits, with
 * link-local addresses an interface's name too; whether that one exists is the machine's business.
 */
export function readScopedV6(text: string, from: number, to: number): boolean {
  const percent = indexWithin(text, 0x25, from, to);
  if (percent < 0) return readV6(text, from, to);
  if (percent + 1 >= to || !readV6(text, from, percent)) return false;
  let number = true;
  for (let at = percent + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === 0x25) return false;
    if (!isDigit(code)) number = false;
  }
  if (number) return BigInt(text.slice(percent + 1, to)) < 2n ** 32n;
  return lastV6IsLocal() && isLikelyInterface(text, percent + 1, to);
}

/** Names begin with a letter and hold no slash; signs and hexadecimal numbers are no zone. */
function isLikelyInterface(text: string, from: number, to: number): boolean {
  return to - from <= 15 && isLetter(text.charCodeAt(from)) && indexWithin(text, 0x2f, from, to) < 0;
}

/** The dotted form of a number that the IPv4 readers gave. */
export function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/**
 * A part of a dotted address that C reads as octal although its writer surely meant decimal (`192.168.010.1` is
 * 192.168.8.1): where it begins, or -1. Only for text that is an address.
 */
export function octalPart(text: string, from: number, to: number): number {
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && text.charCodeAt(at) !== 0x2e) continue;
    const zero = at - start > 1 && text.charCodeAt(start) === 0x30 && isDigit(text.charCodeAt(start + 1));
    if (zero && exactUnsigned(text, start, at) > 7n) return start;
    start = at + 1;
  }
  return -1;
}
