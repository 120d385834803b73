// Addresses of a trace as points: read from text, printed, cut to networks.

import type { Family } from '../../vocabulary/schema.ts';
import { lastV6, NO_ADDRESS, readV6, strictV4 } from '../../vocabulary/values/address.ts';
import { addressText } from '../../vocabulary/values/address-words.ts';

/** An IPv4 address is a number, one of IPv6 a bigint. */
export type AddressPoint = number | bigint;

/** The addresses that begin with the same bits. */
export interface Prefix {
  readonly address: AddressPoint;
  readonly length: number;
}

export const BITS: Readonly<Record<Family, number>> = { 4: 32, 6: 128 };

/** An address as it is written; undefined for anything else. */
export function readAddress(text: string, family: Family): AddressPoint | undefined {
  if (family === 6) return readV6(text, 0, text.length) ? lastV6() : undefined;
  const address = strictV4(text, 0, text.length);
  return address === NO_ADDRESS ? undefined : address;
}

/** `10.0.0.1/24`, or an address alone; undefined for anything else. */
export function readPrefix(text: string, family: Family): Prefix | undefined {
  const [written = '', digits, ...more] = text.split('/');
  const address = readAddress(written, family);
  if (address === undefined || more.length > 0) return undefined;
  if (digits === undefined) return { address, length: BITS[family] };
  if (!/^\d{1,3}$/.test(digits) || Number(digits) > BITS[family]) return undefined;
  return { address, length: Number(digits) };
}

/** Which family a text of an address is of, by its colons. */
export function familyOfAddress(text: string): Family {
  return text.includes(':') ? 6 : 4;
}

/** The form in which the tools print it. */
export function printAddress(address: AddressPoint): string {
  if (typeof address === 'number') return addressText([address]);
  const words: number[] = [];
  for (let shift = 96n; shift >= 0n; shift -= 32n) words.push(Number((address >> shift) & 0xffffffffn));
  return addressText(words);
}

/** The mask of the first `length` bits. */
export function maskOf(length: number, family: Family): bigint {
  const bits = BigInt(BITS[family]);
  return ((1n << BigInt(length)) - 1n) << (bits - BigInt(length));
}

/** A number of 32 or 128 bits as a point of its family. */
export function asPoint(number: bigint, family: Family): AddressPoint {
  return family === 4 ? Number(number) : number;
}

/** Whether both begin with the same `length` bits. */
export function agree(one: AddressPoint, two: AddressPoint, length: number, family: Family): boolean {
  const rest = BigInt(BITS[family] - length);
  return BigInt(one) >> rest === BigInt(two) >> rest;
}

/** How many bits two addresses have in common before they part. */
export function commonLength(one: AddressPoint, two: AddressPoint, family: Family): number {
  const difference = BigInt(one) ^ BigInt(two);
  return BITS[family] - (difference === 0n ? 0 : difference.toString(2).length);
}
