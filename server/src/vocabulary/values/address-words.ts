// Addresses and masks as words of 32 bits: made from what the readers read, compared, turned into numbers and text.

import type { Family } from '../schema.ts';
import { dotted, lastV6Groups } from './address.ts';
import type { Address, Network } from './meaning.ts';

const WORD = 2 ** 32;

/** An IPv4 address out of the number that the readers give. */
export function v4(address: number): Address {
  return [address];
}

/** The address that `readV6` or `readScopedV6` took last. */
export function lastV6Address(): Address {
  const groups = lastV6Groups();
  return [0, 2, 4, 6].map((at) => (groups[at] ?? 0) * 65536 + (groups[at + 1] ?? 0));
}

/** The mask whose first `length` bits are ones. */
export function maskOfLength(length: number, family: Family): Address {
  const starts = family === 4 ? [0] : [0, 32, 64, 96];
  return starts.map((start) => WORD - 2 ** (32 - Math.min(Math.max(length - start, 0), 32)));
}

/** How many ones a mask begins with, where zeros alone follow; undefined for a mask with holes. */
export function prefixLength(mask: Address): number | undefined {
  let length = 0;
  for (const word of mask) length += Math.clz32(~word);
  const family = mask.length === 1 ? 4 : 6;
  return maskOfLength(length, family).every((word, at) => word === mask[at]) ? length : undefined;
}

/** The network of an address as it was written. */
export function networkOf(written: Address, mask: Address): Network {
  const address = written.map((word, at) => (word & (mask[at] ?? 0)) >>> 0);
  return { kind: 'network', address, mask, written };
}

/** The last address of a network; of one with holes in its mask others are between that do not belong to it. */
export function lastOf({ address, mask }: Network): Address {
  return address.map((word, at) => (word | ~(mask[at] ?? 0)) >>> 0);
}

/** Below 0 where `a` comes before `b`, above 0 where it comes behind, 0 where they are the same. */
export function compareAddresses(a: Address, b: Address): number {
  const at = a.findIndex((word, i) => word !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** One number of 32 or 128 bits. */
export function addressNumber(address: Address): bigint {
  return address.reduce((number, word) => (number << 32n) | BigInt(word), 0n);
}

/** The form in which the tools save it: dotted, IPv6 as inet_ntop writes it, `::ffff:192.0.2.1` included. */
export function addressText(address: Address): string {
  const [first = 0] = address;
  if (address.length === 1) return dotted(first);
  const groups = address.flatMap((word) => [Math.floor(word / 65536), word % 65536]);
  const gap = longestGap(groups);
  const hex = groups.map((group) => group.toString(16));
  if (gap.length < 2) return hex.join(':');
  const endsDotted = gap.from === 0 && (gap.length === 6 || (gap.length === 5 && groups[5] === 0xffff));
  if (endsDotted) return `::${gap.length === 5 ? 'ffff:' : ''}${dotted(address[3] ?? 0)}`;
  return `${hex.slice(0, gap.from).join(':')}::${hex.slice(gap.from + gap.length).join(':')}`;
}

/** The first of the longest runs of zeros. */
function longestGap(groups: readonly number[]): { readonly from: number; readonly length: number } {
  let best = { from: 0, length: 0 };
  for (let from = 0; from < groups.length; from++) {
    let length = 0;
    while (groups[from + length] === 0) length++;
    if (length > best.length) best = { from, length };
  }
  return best;
}

/** `192.0.2.0/24`, an address alone without its mask, a mask with holes as an address: `10.0.0.1/255.0.0.255`. */
export function networkText({ address, mask }: Network): string {
  const length = prefixLength(mask);
  if (length === 32 * mask.length) return addressText(address);
  return `${addressText(address)}/${length ?? addressText(mask)}`;
}
