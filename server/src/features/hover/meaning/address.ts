// What an address, a network or a range of addresses means: first, last, how many, and special ranges.

import type { Family } from '../../../vocabulary/schema.ts';
import {
  atonV4,
  dotted,
  lastV6,
  libxtablesV4,
  NO_ADDRESS,
  readScopedV6,
  readV6,
} from '../../../vocabulary/values/address.ts';
import type { NetworkValue } from '../../../vocabulary/values/kinds.ts';
import { wholeUnsigned } from '../../../vocabulary/values/scan.ts';
import { code } from '../page.ts';
import { count, sentence } from '../prose.ts';
import { type Explain, entryAt, type Meaning, whole } from './meaning.ts';
import { readAddress, specialRange } from './special-ranges.ts';

type Reader = 'libxtables' | 'getaddrinfo';

const HOST_NAME = 'A host name: looked up once, when the rules are loaded, with a rule for each of its addresses.';

/** -s, -d and the networks of extensions. */
export const explainNetwork: Explain<NetworkValue> = (text, value, at, { family }) => {
  const { from, to } = value.list ? entryAt(text, at, ',') : { from: 0, to: text.length };
  const start = from + (text.slice(from, to).length - text.slice(from, to).trimStart().length);
  return {
    from: start,
    to,
    says: networkSays(text.slice(start, to), family, value.list ? 'libxtables' : 'getaddrinfo'),
  };
};

/** An address without a mask. */
export const explainHost: Explain<unknown> = (text, _value, _at, { family }) =>
  whole(text, networkSays(text, family, 'getaddrinfo'));

/** `address-address`. */
export const explainAddressRange: Explain<unknown> = (text, _value, _at, { family }) => rangeMeaning(text, family);

function rangeMeaning(text: string, family: Family): Meaning {
  const dash = text.indexOf('-');
  if (dash < 0) return whole(text, networkSays(text, family, 'getaddrinfo'));
  const first = addressOf(text.slice(0, dash), family, 'libxtables');
  const last = addressOf(text.slice(dash + 1), family, 'libxtables');
  if (first === undefined || last === undefined || last < first) return whole(text, []);
  const says = `${spanSays(first, last, family)}.`;
  return whole(text, [says, specialSays(first, last, family)]);
}

/** Sentences about one address or range as NAT writes it, without its port. */
export function natAddressSays(text: string, family: Family): readonly string[] {
  return rangeMeaning(text, family).says;
}

/** A mask or prefix length alone. */
export const explainPrefixLength: Explain<unknown> = (text, _value, _at, { family }) => {
  const bits = family === 4 ? 32 : 128;
  const mask = maskOf(text, family);
  const length = mask === undefined ? undefined : lengthOf(mask, BigInt(bits));
  if (length === undefined) return whole(text, []);
  const size = count(1n << BigInt(bits - length), 'address');
  const says = `The first ${length} of ${bits} bits count: networks of ${size} each.`;
  return whole(text, [length === 0 ? 'No bit counts: all addresses are taken as one.' : says]);
};

function networkSays(text: string, family: Family, reader: Reader): string[] {
  const slash = text.indexOf('/');
  const bits = family === 4 ? 32n : 128n;
  const all = (1n << bits) - 1n;
  const mask = slash < 0 ? all : maskOf(text.slice(slash + 1), family);
  if (mask === undefined) return [];
  if (mask === 0n) return [`Every IPv${family} address: the same as no condition.`];
  const word = slash < 0 ? text : text.slice(0, slash);
  const address = addressOf(word, family, reader);
  if (address === undefined) return isHostLike(word) ? [HOST_NAME] : [];
  const first = address & mask;
  const length = lengthOf(mask, bits);
  if (length === undefined) return [oddMaskSays(first, mask, family)];
  const last = first | (all & ~mask);
  const single = length === Number(bits);
  const plain = `${addressText(first, family)}${single ? '' : `/${length}`}`;
  const size = single ? `The address ${code(plain)}.` : `The network ${code(plain)}: ${spanSays(first, last, family)}.`;
  const cut =
    address === first ? undefined : `Only the first ${length} bits count: the tools save it as ${code(plain)}.`;
  return [size, cut, specialSays(first, last, family)].filter((one) => one !== undefined);
}

/** First, last, how many. */
function spanSays(first: bigint, last: bigint, family: Family): string {
  const ends = `${code(addressText(first, family))} to ${code(addressText(last, family))}`;
  return `${ends}, ${count(last - first + 1n, 'address')}`;
}

function oddMaskSays(first: bigint, mask: bigint, family: Family): string {
  const [address, bits] = [first, mask].map((one) => code(addressText(one, family)));
  return `Addresses that agree with ${address} in the bits of the mask ${bits}: the mask is no plain prefix.`;
}

function specialSays(first: bigint, last: bigint, family: Family): string | undefined {
  const range = specialRange(first, last, family);
  if (!range) return undefined;
  return range.first === first && range.last === last
    ? sentence(range.says)
    : `Part of ${code(range.network)}: ${range.says}.`;
}

function addressOf(text: string, family: Family, reader: Reader): bigint | undefined {
  if (family === 6) return readScopedV6(text, 0, text.length) ? lastV6() : undefined;
  const address = reader === 'libxtables' ? libxtablesV4(text, 0, text.length, false) : atonV4(text, 0, text.length);
  return address === NO_ADDRESS || text.trim() === '' ? undefined : BigInt(address);
}

/** A mask as a length or an address; undefined where it is neither. */
function maskOf(text: string, family: Family): bigint | undefined {
  const bits = family === 4 ? 32 : 128;
  const length = wholeUnsigned(text, 0, text.length, bits);
  const all = (1n << BigInt(bits)) - 1n;
  if (length >= 0) return (all << BigInt(bits - length)) & all;
  if (family === 6) return readV6(text, 0, text.length) ? lastV6() : undefined;
  return readAddress(text, 4);
}

/** The length of a mask that is ones and then zeros. */
function lengthOf(mask: bigint, bits: bigint): number | undefined {
  const rest = (1n << bits) - 1n - mask;
  if ((rest & (rest + 1n)) !== 0n) return undefined;
  return Number(bits) - (rest === 0n ? 0 : rest.toString(2).length);
}

function isHostLike(text: string): boolean {
  return /^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z_-][A-Za-z0-9_.-]*)?$/.test(text) && /[A-Za-z]/.test(text);
}

/** An address in its usual form, IPv6 as RFC 5952 wants it. */
export function addressText(address: bigint, family: Family): string {
  if (family === 4) return dotted(Number(address));
  const groups = Array.from({ length: 8 }, (_, i) => Number((address >> BigInt(112 - 16 * i)) & 0xffffn));
  let best = { from: -1, length: 1 };
  for (let from = 0; from < 8; from++) {
    let length = 0;
    while (from + length < 8 && groups[from + length] === 0) length++;
    if (length > best.length) best = { from, length };
  }
  const hex = groups.map((group) => group.toString(16));
  if (best.from < 0) return hex.join(':');
  return `${hex.slice(0, best.from).join(':')}::${hex.slice(best.from + best.length).join(':')}`;
}
