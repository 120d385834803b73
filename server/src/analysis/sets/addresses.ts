// Networks and ranges of addresses as sets.

import { addressNumber, lastOf, prefixLength } from '../../vocabulary/values/address-words.ts';
import type { Address, AddressRangeMeaning, Network } from '../../vocabulary/values/meaning.ts';
import type { Axis, Intervals, Point, Span } from './intervals.ts';

/** A mask with holes makes a network of as many parts as this at most; one with more stays unknown. */
const MOST_PARTS = 256;

/** The addresses of any of these networks; undefined where a mask with holes makes too many parts. */
export function networksSet(axis: Axis, networks: readonly Network[]): Intervals | undefined {
  const [only] = networks;
  if (networks.length === 1 && only && prefixLength(only.mask) !== undefined)
    return axis.span(pointOf(only.address), pointOf(lastOf(only)));
  const spans: Span[] = [];
  for (const network of networks) {
    const parts = partsOf(network);
    if (!parts) return undefined;
    spans.push(...parts);
  }
  return axis.spans(spans);
}

/** The addresses of a range; nothing where it runs backwards, as the kernel has it. */
export function addressRangeSet(axis: Axis, { first, last }: AddressRangeMeaning): Intervals {
  return axis.span(pointOf(first), pointOf(last));
}

/** The point of an address: a number for IPv4, a bigint for IPv6. */
export function pointOf(address: Address): Point {
  const [only = 0] = address;
  return address.length === 1 ? only : addressNumber(address);
}

/** The stretches of a network: one where its mask is a prefix, else one for every way to fill the mask's holes. */
function partsOf(network: Network): readonly Span[] | undefined {
  const { address, mask } = network;
  if (prefixLength(mask) !== undefined) return [{ first: pointOf(address), last: pointOf(lastOf(network)) }];
  const bits = 32 * mask.length;
  const word = addressNumber(mask);
  let low = 0;
  while (low < bits && !isSet(word, low)) low++;
  const holes: bigint[] = [];
  for (let at = low; at < bits; at++) if (!isSet(word, at)) holes.push(1n << BigInt(at));
  if (2 ** holes.length > MOST_PARTS) return undefined;
  let starts: readonly bigint[] = [addressNumber(address)];
  for (const hole of holes) starts = starts.concat(starts.map((start) => start | hole));
  const rest = (1n << BigInt(low)) - 1n;
  const point = (number: bigint): Point => (bits === 32 ? Number(number) : number);
  return starts.map((start) => ({ first: point(start), last: point(start | rest) }));
}

function isSet(word: bigint, bit: number): boolean {
  return ((word >> BigInt(bit)) & 1n) === 1n;
}
