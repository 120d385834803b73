// The kind `network`: an address or host name with a mask behind a slash, for -s and -d several with commas.

import type { Family } from '../schema.ts';
import { atonV4, lastV6IsMapped, lastV6IsZero, libxtablesV4, NO_ADDRESS, readScopedV6, readV6 } from './address.ts';
import { addressFault, part } from './address-fault.ts';
import type { ValueContext, ValueFault, ValueKind } from './kind.ts';
import type { NetworkValue } from './kinds.ts';
import { isSpace, wholeUnsigned } from './scan.ts';
import { shown } from './shown.ts';

/** The tools copy an entry of a list into a buffer of 256 bytes. */
const MAX_ENTRY = 255;

function check(text: string, value: NetworkValue, context: ValueContext): ValueFault | undefined {
  if (!value.list) return checkOne(text, context.family);
  let warning: ValueFault | undefined;
  for (let from = 0; ; ) {
    const comma = text.indexOf(',', from);
    const to = comma < 0 ? text.length : comma;
    const fault = checkEntry(text, from, to, context.family);
    if (fault !== undefined && fault.severity === undefined) return fault;
    warning ??= fault;
    if (comma < 0) return warning;
    from = comma + 1;
  }
}

/** An entry of -s or -d: blanks before it do not count, and the last slash is the mask's. */
function checkEntry(text: string, first: number, to: number, family: Family): ValueFault | undefined {
  let from = first;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  if (to - from > MAX_ENTRY)
    return { message: `An address or host name has at most ${MAX_ENTRY} characters.`, start: from, end: to };
  let slash = to - 1;
  while (slash >= from && text.charCodeAt(slash) !== 0x2f) slash--;
  if (slash < from) {
    if (from === to && text.length > 0)
      return {
        message: 'A list of addresses has no empty entries; take the comma out.',
        start: commaBeside(text, first),
        end: commaBeside(text, first) + 1,
      };
    return addressFault(text, from, to, family, 'libxtables');
  }
  const mask = family === 4 ? listMask4(text, slash + 1, to) : listMask6(text, slash + 1, to);
  if (mask === BAD_MASK) return linkFault(text, from, to, family) ?? maskFault(text, slash + 1, to, family);
  // With a mask of nothing but zeros the tools do not look at the address: `any/0` loads.
  if (mask === ZERO_MASK) return undefined;
  if (slash === from)
    return { message: `Before the / an address is missing; ${wanted(family)}.`, start: from, end: to };
  return addressFault(text, from, slash, family, 'libxtables');
}

const wanted = (family: Family): string => `write a network such as ${family === 4 ? '192.0.2.0/24' : '2001:db8::/32'}`;

/** `https://example.org/`: an address out of a browser. */
function linkFault(text: string, from: number, to: number, family: Family): ValueFault | undefined {
  if (!/^[a-z]+:\/\//i.test(text.slice(from, to))) return undefined;
  const message = `${shown(text.slice(from, to))} is the address of a web page; ${wanted(family)}, or a host name.`;
  return { message, ...part(text, from, to) };
}

/** The comma that makes an entry empty: before it, or behind it at the beginning of the list. */
function commaBeside(text: string, from: number): number {
  return from > 0 ? from - 1 : Math.max(text.indexOf(','), 0);
}

const BAD_MASK = 0;
const ZERO_MASK = 1;
const GOOD_MASK = 2;

function listMask4(text: string, from: number, to: number): number {
  const length = wholeUnsigned(text, from, to, 32);
  if (length >= 0) return length === 0 ? ZERO_MASK : GOOD_MASK;
  const mask = libxtablesV4(text, from, to, true);
  return mask === NO_ADDRESS ? BAD_MASK : mask === 0 ? ZERO_MASK : GOOD_MASK;
}

function listMask6(text: string, from: number, to: number): number {
  const length = wholeUnsigned(text, from, to, 128);
  if (length >= 0) return length === 0 ? ZERO_MASK : GOOD_MASK;
  return !readV6(text, from, to) ? BAD_MASK : lastV6IsZero() ? ZERO_MASK : GOOD_MASK;
}

/** A single network of an extension: the first slash is the mask's, and getaddrinfo reads both sides. */
function checkOne(text: string, family: Family): ValueFault | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return addressFault(text, 0, text.length, family, 'getaddrinfo');
  const mask = maskOf(text, slash + 1, text.length, family);
  if (mask !== undefined && mask.severity === undefined) return mask;
  const address = addressFault(text, 0, slash, family, 'getaddrinfo');
  return address === undefined || (address.severity !== undefined && mask !== undefined) ? mask : address;
}

/**
 * The mask of an extension's network or a mask alone: a length, or any form of an address. So `/33` is no error but the
 * mask 0.0.0.33, which nobody means.
 */
export function maskOf(text: string, from: number, to: number, family: Family): ValueFault | undefined {
  const longest = family === 4 ? 32 : 128;
  if (wholeUnsigned(text, from, to, longest) >= 0) return undefined;
  if (family === 6) return readScopedV6(text, from, to) ? undefined : maskFault(text, from, to, family);
  if (atonV4(text, from, to) === NO_ADDRESS) {
    return readScopedV6(text, from, to) && lastV6IsMapped() ? undefined : maskFault(text, from, to, family);
  }
  const dots = text.slice(from, to).split('.').length - 1;
  if (dots === 3) return undefined;
  const message = `/${text.slice(from, to)} is read as an address here and makes an odd mask; a length goes from 0 to 32.`;
  return { message, ...part(text, from, to), severity: 'warning' };
}

/** A mask that no tool takes, in words. */
export function maskFault(text: string, from: number, to: number, family: Family): ValueFault {
  const longest = family === 4 ? 32 : 128;
  const form = family === 4 ? 'or four numbers such as 255.255.255.0' : 'or an address such as ffff:ffff::';
  const word = text.slice(from, to);
  const allowed = `a mask is a length from 0 to ${longest} ${form}`;
  if (word === '')
    return { message: `Behind the / a mask is missing; ${allowed}.`, start: Math.max(from - 1, 0), end: to };
  const number = wholeUnsigned(text, from, to, Number.MAX_SAFE_INTEGER);
  if (number > longest)
    return { message: `The mask /${word} is over ${longest}; ${allowed}.`, ...part(text, from, to) };
  return { message: `${shown(word)} is no mask; ${allowed}.`, ...part(text, from, to) };
}

export const network: ValueKind<NetworkValue> = {
  check,
  describe: (value, context) => {
    const form = context.family === 4 ? '192.0.2.0/24 or 192.0.2.0/255.255.255.0' : '2001:db8::/32';
    return `an IPv${context.family} address or a host name, with a mask behind a slash: ${form}${value.list ? '; several with commas' : ''}`;
  },
};
