// The kind `network`: an address or host name with a mask behind a slash, for -s and -d several with commas.

import type { Family } from '../schema.ts';
import { lastV6IsZero, NO_ADDRESS } from './address.ts';
import { addressFault, part } from './address-fault.ts';
import { addressText, lastV6Address, maskOfLength, networkOf, prefixLength, v4 } from './address-words.ts';
import {
  type AddressReader,
  AS_ADDRESS,
  HOST_NAME,
  scanHostV4,
  scanHostV6,
  scanMaskV4,
  scanMaskV6,
} from './host-scan.ts';
import type { ValueContext, ValueFault, ValueKind } from './kind.ts';
import type { NetworkValue } from './kinds.ts';
import type { Address, NetworkOrHost, NetworksMeaning } from './meaning.ts';
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

/** Where an entry of -s or -d begins: blanks before it do not count. */
function entryStart(text: string, first: number, to: number): number {
  let from = first;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  return from;
}

/** The slash before an entry's mask, which is its last; below `from` where it has none. */
function maskSlash(text: string, from: number, to: number): number {
  let slash = to - 1;
  while (slash >= from && text.charCodeAt(slash) !== 0x2f) slash--;
  return slash;
}

function checkEntry(text: string, first: number, to: number, family: Family): ValueFault | undefined {
  const from = entryStart(text, first, to);
  if (to - from > MAX_ENTRY)
    return { message: `An address or host name has at most ${MAX_ENTRY} characters.`, start: from, end: to };
  const slash = maskSlash(text, from, to);
  if (slash < from) {
    if (from === to && text.length > 0)
      return {
        message: 'A list of addresses has no empty entries; take the comma out.',
        start: commaBeside(text, first),
        end: commaBeside(text, first) + 1,
      };
    return addressFault(text, from, to, family, 'libxtables');
  }
  const mask =
    family === 4 ? scanMaskV4(text, slash + 1, to, 'libxtables') : scanMaskV6(text, slash + 1, to, 'libxtables');
  if (mask === NO_ADDRESS) return linkFault(text, from, to, family) ?? maskFault(text, slash + 1, to, family);
  // With a mask of nothing but zeros the tools do not look at the address: `any/0` loads.
  if (mask === 0 || (family === 6 && mask === AS_ADDRESS && lastV6IsZero())) return undefined;
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
 * mask 0.0.0.33, and one with holes in it counts as a mask of ones: nobody means that.
 */
export function maskOf(text: string, from: number, to: number, family: Family): ValueFault | undefined {
  if (wholeUnsigned(text, from, to, family === 4 ? 32 : 128) >= 0) return undefined;
  const mask = readMask(text, from, to, family, 'getaddrinfo');
  if (mask === undefined) return maskFault(text, from, to, family);
  const word = text.slice(from, to);
  const isInFull = family === 6 || word.includes(':') || word.split('.').length === 4;
  const hasHoles = prefixLength(mask) === undefined;
  if (isInFull && !hasHoles) return undefined;
  const what = isInFull ? `The mask ${word} has holes` : `/${word} is read as the mask ${addressText(mask)}`;
  const holes = hasHoles ? `${isInFull ? '' : ', which has holes'}, and then every bit counts` : '';
  const message = `${what}${holes}; a length goes from 0 to ${family === 4 ? 32 : 128}.`;
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

/** The mask between two places in words; undefined for what is none. */
export function readMask(
  text: string,
  from: number,
  to: number,
  family: Family,
  reader: AddressReader,
): Address | undefined {
  if (family === 4) {
    const mask = scanMaskV4(text, from, to, reader);
    return mask === NO_ADDRESS ? undefined : v4(mask);
  }
  const mask = scanMaskV6(text, from, to, reader);
  if (mask === NO_ADDRESS) return undefined;
  return mask === AS_ADDRESS ? lastV6Address() : maskOfLength(mask, 6);
}

/**
 * What the extensions make of a mask: they keep its length alone, and that of a mask with holes comes out as all bits.
 * Source: xtopt_parse_plenmask of 1.8.9, and runs: `--ctorigsrc 10.0.0.1/255.0.255.0` is saved without a mask.
 */
export function usedMask(mask: Address): Address {
  return prefixLength(mask) === undefined ? mask.map(() => 0xffffffff) : mask;
}

/** The address or host name between two places; undefined for what is neither. */
export function readHost(
  text: string,
  from: number,
  to: number,
  mask: Address,
  reader: AddressReader,
): NetworkOrHost | undefined {
  const family = mask.length === 1 ? 4 : 6;
  const found = family === 4 ? scanHostV4(text, from, to, reader) : scanHostV6(text, from, to);
  if (found === HOST_NAME) return { kind: 'host', name: text.slice(from, to), mask };
  return found < 0 ? undefined : networkOf(family === 4 ? v4(found) : lastV6Address(), mask);
}

function readEntry(text: string, first: number, to: number, family: Family): NetworkOrHost | undefined {
  const from = entryStart(text, first, to);
  const slash = maskSlash(text, from, to);
  if (slash < from) return readHost(text, from, to, maskOfLength(128, family), 'libxtables');
  const mask = readMask(text, slash + 1, to, family, 'libxtables');
  if (mask === undefined) return undefined;
  return mask.every((word) => word === 0) ? networkOf(mask, mask) : readHost(text, from, slash, mask, 'libxtables');
}

function readOne(text: string, family: Family): NetworkOrHost | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return readHost(text, 0, text.length, maskOfLength(128, family), 'getaddrinfo');
  const mask = readMask(text, slash + 1, text.length, family, 'getaddrinfo');
  return mask && readHost(text, 0, slash, usedMask(mask), 'getaddrinfo');
}

function read(text: string, value: NetworkValue, { family }: ValueContext): NetworksMeaning | undefined {
  const networks: NetworkOrHost[] = [];
  for (let from = 0; ; ) {
    const comma = value.list ? text.indexOf(',', from) : -1;
    const to = comma < 0 ? text.length : comma;
    const network = value.list ? readEntry(text, from, to, family) : readOne(text, family);
    if (network === undefined) return undefined;
    networks.push(network);
    if (comma < 0) return { kind: 'networks', networks };
    from = comma + 1;
  }
}

export const network: ValueKind<NetworkValue, NetworksMeaning> = {
  check,
  read,
  describe: (value, context) => {
    const form = context.family === 4 ? '192.0.2.0/24 or 192.0.2.0/255.255.255.0' : '2001:db8::/32';
    return `an IPv${context.family} address or a host name, with a mask behind a slash: ${form}${value.list ? '; several with commas' : ''}`;
  },
};
