// The kind `network`: an address or host name with a mask behind a slash, for -s and -d several with commas.

import type { Family } from '../schema.ts';
import { isEveryTool } from '../versions.ts';
import { lastV6IsZero, NO_ADDRESS } from './address.ts';
import { addressFault, part } from './address-fault.ts';
import { addressText, lastV6Address, maskOfLength, networkOf, networkText, prefixLength, v4 } from './address-words.ts';
import {
  type AddressReader,
  AS_ADDRESS,
  HOST_NAME,
  scanHostV4,
  scanHostV6,
  scanMaskV4,
  scanMaskV6,
} from './host-scan.ts';
import type { ReadContext, ValueContext, ValueFault, ValueKind } from './kind.ts';
import type { NetworkValue } from './kinds.ts';
import type { Address, HostName, Network, NetworkOrHost, NetworksMeaning } from './meaning.ts';
import { FIRST_BYTES_ALONE, firstBytes, LENGTHS_ALONE, masksOfAddress, masksOfExtension } from './odd-masks.ts';
import { quoted } from './quoted.ts';
import { isSpace, wholeUnsigned } from './scan.ts';

/** The tools copy an entry of a list into a buffer of 256 bytes. */
const MAX_ENTRY = 255;

function check(text: string, value: NetworkValue, context: ValueContext): ValueFault | undefined {
  if (!value.list) return checkOne(text, context.family);
  let gravest: ValueFault | undefined;
  for (let from = 0; ; ) {
    const comma = text.indexOf(',', from);
    const to = comma < 0 ? text.length : comma;
    const fault = checkEntry(text, from, to, context.family);
    if (fault !== undefined && gravity(fault) > gravity(gravest)) gravest = fault;
    if (comma < 0 || gravity(gravest) === REFUSED) return gravest;
    from = comma + 1;
  }
}

const REFUSED = 3;

/** Of several faults of a list the gravest counts: every tool refuses, some do, none does. */
function gravity(fault: ValueFault | undefined): number {
  if (fault === undefined) return 0;
  return fault.severity !== undefined ? 1 : isEveryTool(fault) ? REFUSED : 2;
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
    return { message: `Addresses and host names have at most ${MAX_ENTRY} characters.`, start: from, end: to };
  const slash = maskSlash(text, from, to);
  if (slash < from) {
    if (from === to && text.length > 0)
      return {
        message: 'The list has an empty entry; remove the comma.',
        start: commaBeside(text, first),
        end: commaBeside(text, first) + 1,
      };
    return addressFault(text, from, to, family, 'libxtables');
  }
  const mask =
    family === 4 ? scanMaskV4(text, slash + 1, to, 'libxtables') : scanMaskV6(text, slash + 1, to, 'libxtables');
  if (mask === NO_ADDRESS) return linkFault(text, from, to, family) ?? maskFault(text, slash + 1, to, family);
  // With a mask of nothing but zeros the tools do not look at the address: `any/0` loads.
  if (isZero(mask, family)) return undefined;
  if (slash === from)
    return { message: `The address before the "/" is missing; ${wanted(family)}.`, start: from, end: to };
  const fault = addressFault(text, from, slash, family, 'libxtables');
  const mayHaveHoles = family === 4 ? hasHoles(mask) : mask === AS_ADDRESS;
  const cut = mayHaveHoles ? cutFault(text, from, slash, to, family) : undefined;
  return gravity(cut) > gravity(fault) ? cut : fault;
}

/** Whether a mask just scanned has nothing but zeros. */
function isZero(mask: number, family: Family): boolean {
  return mask === 0 || (family === 6 && mask === AS_ADDRESS && lastV6IsZero());
}

/** Whether a word of -s or -d, no list, takes every address by its mask. Whatever stands before that is not looked at. */
export function takesEveryAddress(text: string, family: Family): boolean {
  const slash = text.lastIndexOf('/');
  if (slash < 0) return false;
  const scan = family === 4 ? scanMaskV4 : scanMaskV6;
  return isZero(scan(text, slash + 1, text.length, 'libxtables'), family);
}

/** Whether a mask of IPv4 is not ones and then zeros. */
function hasHoles(mask: number): boolean {
  const rest = ~mask;
  return (rest & (rest + 1)) !== 0;
}

/** What becomes of a mask with holes where not all of it is looked at. */
function cutFault(text: string, from: number, slash: number, to: number, family: Family): ValueFault | undefined {
  const mask = readMask(text, slash + 1, to, family, 'libxtables') ?? [];
  const cut = firstBytes(mask);
  if (cut === undefined) return undefined;
  const who = { backend: 'nft', ...FIRST_BYTES_ALONE } as const;
  const word = `The mask "${text.slice(slash + 1, to)}"`;
  const what = `${word} has holes`;
  const wanted = 'write the networks separately, or use "-m u32".';
  if (prefixLength(cut) === 0)
    return {
      message: `${word} begins with zeros, which is refused here; use "-m u32".`,
      ...part(text, from, to),
      ...who,
    };
  const found = readHost(text, from, slash, cut, 'libxtables');
  const made = found?.kind === 'network' ? networkText(found) : `a mask of /${prefixLength(cut)}`;
  const message = `${what}, so iptables-nft before ${FIRST_BYTES_ALONE.until} reads it as ${made}; ${wanted}`;
  return { message, ...part(text, from, to), ...who, severity: 'warning' };
}

const wanted = (family: Family): string => `write a network such as ${family === 4 ? '192.0.2.0/24' : '2001:db8::/32'}`;

/** `https://example.org/`: an address out of a browser. */
function linkFault(text: string, from: number, to: number, family: Family): ValueFault | undefined {
  if (!/^[a-z]+:\/\//i.test(text.slice(from, to))) return undefined;
  const message = `${quoted(text.slice(from, to))} is a URL; ${wanted(family)}, or a host name.`;
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
 * mask 0.0.0.33, which nobody means; one with holes is fine for the newer versions alone.
 */
export function maskOf(text: string, from: number, to: number, family: Family): ValueFault | undefined {
  const longest = family === 4 ? 32 : 128;
  if (wholeUnsigned(text, from, to, longest) >= 0) return undefined;
  const mask = readMask(text, from, to, family, 'getaddrinfo');
  if (mask === undefined) return maskFault(text, from, to, family);
  const word = text.slice(from, to);
  const what = { ...part(text, from, to), severity: 'warning' } as const;
  if (family === 4 && !word.includes(':') && word.split('.').length < 4)
    return {
      message: `"/${word}" is read as the mask ${addressText(mask)}; prefix lengths are 0 to ${longest}.`,
      ...what,
    };
  if (prefixLength(mask) !== undefined) return undefined;
  const message = `The mask "${word}" has holes, so iptables before ${LENGTHS_ALONE.until} compares whole addresses; write a prefix length from 0 to ${longest}.`;
  return { message, ...what, ...LENGTHS_ALONE };
}

/** A mask that no tool takes, in words. */
export function maskFault(text: string, from: number, to: number, family: Family): ValueFault {
  const longest = family === 4 ? 32 : 128;
  const form = family === 4 ? 'or four numbers such as 255.255.255.0' : 'or an address such as ffff:ffff::';
  const word = text.slice(from, to);
  const allowed = `write a prefix length from 0 to ${longest} ${form}`;
  if (word === '')
    return { message: `The mask after the "/" is missing; ${allowed}.`, start: Math.max(from - 1, 0), end: to };
  const number = wholeUnsigned(text, from, to, Number.MAX_SAFE_INTEGER);
  if (number > longest)
    return { message: `The prefix length "/${word}" is over ${longest}; ${allowed}.`, ...part(text, from, to) };
  return { message: `${quoted(word)} is not a mask; ${allowed}.`, ...part(text, from, to) };
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

/** The address or host name between two places; undefined for what is neither. */
export function readHost(
  text: string,
  from: number,
  to: number,
  mask: Address,
  reader: AddressReader,
): Network | HostName | undefined {
  const family = mask.length === 1 ? 4 : 6;
  const found = family === 4 ? scanHostV4(text, from, to, reader) : scanHostV6(text, from, to);
  if (found === HOST_NAME) return { kind: 'host', name: text.slice(from, to), mask };
  return found < 0 ? undefined : networkOf(family === 4 ? v4(found) : lastV6Address(), mask);
}

/** The network with each of the masks that some tool uses, the usual one first. */
function readWith(
  text: string,
  from: number,
  to: number,
  [mask, ...others]: readonly Address[],
  reader: AddressReader,
): NetworkOrHost | undefined {
  const newest = mask && readHost(text, from, to, mask, reader);
  if (newest?.kind !== 'network' || others.length === 0) return newest;
  return { kind: 'differs', networks: [newest, ...others.map((other) => networkOf(newest.written, other))] };
}

function readEntry(text: string, first: number, to: number, context: ReadContext): NetworkOrHost | undefined {
  const { family, version } = context;
  const from = entryStart(text, first, to);
  const slash = maskSlash(text, from, to);
  if (slash < from) return readHost(text, from, to, maskOfLength(128, family), 'libxtables');
  const mask = readMask(text, slash + 1, to, family, 'libxtables');
  if (mask === undefined) return undefined;
  if (mask.every((word) => word === 0)) return networkOf(mask, mask);
  return readWith(text, from, slash, masksOfAddress(mask, version), 'libxtables');
}

function readOne(text: string, { family, version }: ReadContext): NetworkOrHost | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return readHost(text, 0, text.length, maskOfLength(128, family), 'getaddrinfo');
  const mask = readMask(text, slash + 1, text.length, family, 'getaddrinfo');
  return mask && readWith(text, 0, slash, masksOfExtension(mask, version), 'getaddrinfo');
}

function read(text: string, value: NetworkValue, context: ReadContext): NetworksMeaning | undefined {
  const networks: NetworkOrHost[] = [];
  for (let from = 0; ; ) {
    const comma = value.list ? text.indexOf(',', from) : -1;
    const to = comma < 0 ? text.length : comma;
    const network = value.list ? readEntry(text, from, to, context) : readOne(text, context);
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
    return `an IPv${context.family} address or a host name, optionally with a mask: ${form}${value.list ? '; several separated by commas' : ''}`;
  },
};
