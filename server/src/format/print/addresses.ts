// How iptables-save prints addresses, networks and what NAT writes.

import type { Family } from '../../vocabulary/schema.ts';
import { addressText, networkText, prefixLength } from '../../vocabulary/values/address-words.ts';
import type {
  Address,
  AddressRangeMeaning,
  InterfaceMeaning,
  NatPorts,
  NatRangeMeaning,
  NetworkOrHost,
  NetworksMeaning,
} from '../../vocabulary/values/meaning.ts';
import { plainText } from './words.ts';

/**
 * The networks of -s and -d, the length of a mask always; empty where one takes every address, which iptables-save does
 * not print. Undefined where the machine or the version decides.
 */
export function networkList({ networks }: NetworksMeaning): string | undefined {
  const [only] = networks;
  if (networks.length === 1 && only?.kind === 'network' && isOpen(only.mask)) return '';
  let list = '';
  for (const each of networks) {
    const text = maskedNetwork(each);
    if (text === undefined) return undefined;
    list += list === '' ? text : `,${text}`;
  }
  return list;
}

function maskedNetwork(each: NetworkOrHost): string | undefined {
  if (each.kind !== 'network') return undefined;
  const text = networkText(each);
  return text.includes('/') ? text : `${text}/${32 * each.mask.length}`;
}

const isOpen = (mask: Address): boolean => mask.every((word) => word === 0);

/** A network of an extension: the address with all its bits, a mask only where it has zeros. */
export function networkOfExtension({ networks: [each] }: NetworksMeaning): string | undefined {
  if (each?.kind !== 'network') return undefined;
  const length = prefixLength(each.mask);
  if (length === undefined) return undefined;
  return `${addressText(each.written)}${length === 32 * each.mask.length ? '' : `/${length}`}`;
}

export function addressRangeText({ first, last }: AddressRangeMeaning): string {
  return `${addressText(first)}-${addressText(last)}`;
}

export function interfaceText({ name, prefix }: InterfaceMeaning): string | undefined {
  return plainText(prefix ? `${name}+` : name);
}

export function natPortsText({ first, last, base }: NatPorts): string {
  const ports = first === last ? String(first) : `${first}-${last}`;
  return base === undefined ? ports : `${ports}/${base}`;
}

export function natRangeText({ addresses, ports, differs }: NatRangeMeaning, family: Family): string | undefined {
  if (differs) return undefined;
  const ends = addresses ? [addresses.first, addresses.last].map(addressText) : [];
  const hosts = ends[0] === ends[1] ? (ends[0] ?? '') : ends.join('-');
  if (ports === undefined) return hosts === '' ? undefined : hosts;
  return `${family === 6 && hosts !== '' ? `[${hosts}]` : hosts}:${natPortsText(ports)}`;
}
