// What an address, a network or a range of addresses means: first, last, how many, and special ranges.

import {
  addressNumber,
  addressText,
  compareAddresses,
  lastOf,
  networkText,
  prefixLength,
} from '../../../vocabulary/values/address-words.ts';
import { readValue } from '../../../vocabulary/values/index.ts';
import type {
  AddressRangeValue,
  HostValue,
  NetworkValue,
  PrefixLengthValue,
} from '../../../vocabulary/values/kinds.ts';
import type { Address, Network } from '../../../vocabulary/values/meaning.ts';
import { code } from '../page.ts';
import { count, sentence } from '../prose.ts';
import type { Explain } from './meaning.ts';
import { specialRange } from './special-ranges.ts';

const HOST_NAME = 'A host name: looked up once, when the rules are loaded, with a rule for each of its addresses.';

/** -s, -d, the networks of extensions, and addresses without a mask. */
export const explainNetwork: Explain<NetworkValue | HostValue> = (word, value, context) => {
  const network = readValue(word, value, context)?.networks[0];
  if (!network) return [];
  if (network.kind === 'host') return [HOST_NAME];
  if (network.kind === 'network') return networkSays(network);
  const [newest, ...others] = network.networks;
  const differ = others.map((other) => `Some versions read it as ${code(networkText(other))}.`);
  return [...(newest ? networkSays(newest) : []), ...differ];
};

/** `address-address`. */
export const explainAddressRange: Explain<AddressRangeValue> = (word, value, context) => {
  const range = readValue(word, value, context);
  return range ? addressesSay(range.first, range.last) : [];
};

/** Sentences about one address or the range between two. */
export function addressesSay(first: Address, last: Address): readonly (string | undefined)[] {
  const order = compareAddresses(first, last);
  if (order > 0) return [];
  const says = order === 0 ? `The address ${code(addressText(first))}.` : `${spanSays(first, last)}.`;
  return [says, specialSays(first, last)];
}

/** A mask or prefix length alone. */
export const explainPrefixLength: Explain<PrefixLengthValue> = (word, value, context) => {
  const mask = readValue(word, value, context)?.mask;
  const length = mask && prefixLength(mask);
  if (mask === undefined || length === undefined) return [];
  if (length === 0) return ['No bit counts: all addresses are the same.'];
  const bits = 32 * mask.length;
  return [
    `The first ${length} of ${bits} bits count: networks of ${count(1n << BigInt(bits - length), 'address')} each.`,
  ];
};

function networkSays(network: Network): readonly (string | undefined)[] {
  const { address, mask, written } = network;
  const length = prefixLength(mask);
  if (length === 0) return [`Every IPv${mask.length === 1 ? 4 : 6} address: the same as no condition.`];
  if (length === undefined) return [oddMaskSays(network)];
  const last = lastOf(network);
  const plain = code(networkText(network));
  const size =
    length === 32 * mask.length ? `The address ${plain}.` : `The network ${plain}: ${spanSays(address, last)}.`;
  const cut =
    compareAddresses(address, written) === 0
      ? undefined
      : `Only the first ${length} bits count: the tools save it as ${plain}.`;
  return [size, cut, specialSays(address, last)];
}

/** First, last, how many. */
function spanSays(first: Address, last: Address): string {
  const ends = `${code(addressText(first))} to ${code(addressText(last))}`;
  return `${ends}, ${count(addressNumber(last) - addressNumber(first) + 1n, 'address')}`;
}

function oddMaskSays({ address, mask }: Network): string {
  const [bits, holes] = [address, mask].map((one) => code(addressText(one)));
  return `Addresses that agree with ${bits} in the bits of the mask ${holes}: the mask is not a plain prefix.`;
}

function specialSays(first: Address, last: Address): string | undefined {
  const range = specialRange(first, last);
  if (!range) return undefined;
  return compareAddresses(range.first, first) === 0 && compareAddresses(range.last, last) === 0
    ? sentence(range.says)
    : `Part of ${code(range.network)}: ${range.says}.`;
}
