// Address ranges with a meaning of their own. Source: IANA's registries of special-purpose and multicast addresses.

import type { Family } from '../../../vocabulary/schema.ts';
import { addressNumber, compareAddresses, lastOf } from '../../../vocabulary/values/address-words.ts';
import { readValue } from '../../../vocabulary/values/index.ts';
import type { Address } from '../../../vocabulary/values/meaning.ts';

export interface SpecialRange {
  readonly family: Family;
  /** As people write it: `10.0.0.0/8`. */
  readonly network: string;
  readonly first: Address;
  readonly last: Address;
  /** A phrase without a full stop: `private addresses (RFC 1918)`. */
  readonly says: string;
}

const RANGES: readonly (readonly [network: string, says: string])[] = [
  ['0.0.0.0/8', 'this network (RFC 791)'],
  ['0.0.0.0/32', 'no address yet, as a DHCP client has it (RFC 1122)'],
  ['10.0.0.0/8', 'private addresses (RFC 1918)'],
  ['100.64.0.0/10', "a provider's shared addresses behind carrier-grade NAT (RFC 6598)"],
  ['127.0.0.0/8', 'loopback, this machine itself (RFC 1122)'],
  ['169.254.0.0/16', 'link-local, for links without a DHCP server and the metadata services of clouds (RFC 3927)'],
  ['172.16.0.0/12', 'private addresses (RFC 1918)'],
  ['192.0.0.0/24', "IETF's protocol assignments (RFC 6890)"],
  ['192.0.2.0/24', 'documentation, TEST-NET-1 (RFC 5737)'],
  ['192.88.99.0/24', '6to4 relays, no longer used (RFC 7526)'],
  ['192.168.0.0/16', 'private addresses (RFC 1918)'],
  ['198.18.0.0/15', 'benchmarks (RFC 2544)'],
  ['198.51.100.0/24', 'documentation, TEST-NET-2 (RFC 5737)'],
  ['203.0.113.0/24', 'documentation, TEST-NET-3 (RFC 5737)'],
  ['224.0.0.0/4', 'multicast (RFC 5771)'],
  ['224.0.0.0/24', 'multicast that no router passes on (RFC 5771)'],
  ['224.0.0.1/32', 'multicast to all hosts of the link'],
  ['224.0.0.2/32', 'multicast to all routers of the link'],
  ['224.0.0.5/32', 'multicast to OSPF routers'],
  ['224.0.0.18/32', 'multicast to VRRP routers'],
  ['224.0.0.22/32', 'multicast to routers that speak IGMPv3'],
  ['224.0.0.251/32', 'multicast for mDNS (RFC 6762)'],
  ['224.0.0.252/32', 'multicast for LLMNR (RFC 4795)'],
  ['239.0.0.0/8', 'multicast within an organisation (RFC 2365)'],
  ['239.255.255.250/32', 'multicast for SSDP, as UPnP uses it'],
  ['240.0.0.0/4', 'reserved (RFC 1112)'],
  ['255.255.255.255/32', 'broadcast to the link (RFC 919)'],
  ['::/128', 'no address yet (RFC 4291)'],
  ['::1/128', 'loopback, this machine itself (RFC 4291)'],
  ['::ffff:0:0/96', 'IPv4 addresses as IPv6 programs see them (RFC 4291)'],
  ['64:ff9b::/96', 'IPv4 addresses behind NAT64 (RFC 6052)'],
  ['64:ff9b:1::/48', 'local NAT64 (RFC 8215)'],
  ['100::/64', 'discard, what goes there is thrown away (RFC 6666)'],
  ['2000::/3', 'global unicast, the Internet (RFC 4291)'],
  ['2001::/32', 'Teredo (RFC 4380)'],
  ['2001:20::/28', 'ORCHIDv2, identifiers and not places (RFC 7343)'],
  ['2001:db8::/32', 'documentation (RFC 3849)'],
  ['2002::/16', '6to4 (RFC 3056)'],
  ['3fff::/20', 'documentation (RFC 9637)'],
  ['5f00::/16', 'segment identifiers of SRv6 (RFC 9602)'],
  ['fc00::/7', 'unique local addresses, private ones (RFC 4193)'],
  ['fe80::/10', 'link-local, on one link only; every interface has one (RFC 4291)'],
  ['fec0::/10', 'site-local, no longer used (RFC 3879)'],
  ['ff00::/8', 'multicast (RFC 4291)'],
  ['ff01::/16', 'multicast within this machine (RFC 4291)'],
  ['ff02::/16', 'multicast on one link (RFC 4291)'],
  ['ff02::1/128', 'multicast to all nodes of the link'],
  ['ff02::2/128', 'multicast to all routers of the link'],
  ['ff02::5/128', 'multicast to OSPF routers'],
  ['ff02::16/128', 'multicast to MLDv2 routers'],
  ['ff02::fb/128', 'multicast for mDNS (RFC 6762)'],
  ['ff02::1:2/128', 'multicast to DHCPv6 servers and relays (RFC 8415)'],
  ['ff02::1:ff00:0/104', 'multicast to solicited nodes for neighbour discovery (RFC 4291)'],
  ['ff05::/16', 'multicast within a site (RFC 4291)'],
  ['ff08::/16', 'multicast within an organisation (RFC 4291)'],
  ['ff0e::/16', 'multicast without limits (RFC 4291)'],
];

/** Every range, in the order above. */
export const SPECIAL_RANGES: readonly SpecialRange[] = RANGES.flatMap(([network, says]) => {
  const family = network.includes(':') ? 6 : 4;
  const read = readValue(network, { kind: 'network' }, { family })?.networks[0];
  return read?.kind === 'network' ? [{ family, network, first: read.address, last: lastOf(read), says }] : [];
});

/** The smallest special range that holds all addresses from `first` to `last`. */
export function specialRange(first: Address, last: Address): SpecialRange | undefined {
  let best: SpecialRange | undefined;
  for (const range of SPECIAL_RANGES) {
    if (range.first.length !== first.length) continue;
    if (compareAddresses(first, range.first) < 0 || compareAddresses(last, range.last) > 0) continue;
    if (!best || sizeOf(range) < sizeOf(best)) best = range;
  }
  return best;
}

function sizeOf({ first, last }: SpecialRange): bigint {
  return addressNumber(last) - addressNumber(first);
}
