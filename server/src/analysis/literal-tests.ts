// Literals that a packet answers: bits of its mark, and of its addresses where a mask has too many holes for a set.

import { addressNumber } from '../vocabulary/values/address-words.ts';
import type { MarkMeaning, NetworkOrHost } from '../vocabulary/values/meaning.ts';
import type { Literal } from './literal.ts';

type Test = NonNullable<Literal['test']>;

/** Whether the bits of the mask in the packet's mark are those of the value. */
export function markTest({ value, mask }: MarkMeaning): Test {
  return (packet) => (packet.mark === undefined ? undefined : (packet.mark & mask) >>> 0 === value);
}

/** Whether an address is in one of these networks; undefined where a name of a host is among them. */
export function networksTest(
  dimension: 'source' | 'destination',
  networks: readonly NetworkOrHost[],
): Test | undefined {
  const masked: { readonly address: bigint; readonly mask: bigint }[] = [];
  for (const network of networks) {
    if (network.kind !== 'network') return undefined;
    masked.push({ address: addressNumber(network.address), mask: addressNumber(network.mask) });
  }
  return (packet) => {
    const point = packet[dimension];
    if (point === undefined || typeof point === 'string') return undefined;
    return masked.some(({ address, mask }) => (BigInt(point) & mask) === address);
  };
}
