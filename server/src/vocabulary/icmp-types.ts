// The ICMP and ICMPv6 types that iptables knows by name, with their numbers.

import type { Family, Version } from './schema.ts';

/** A name of a type or of one code of it. */
export interface IcmpType {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly family: Family;
  /** 255 is `any`: every type, ICMP only. */
  readonly type: number;
  /** Missing: every code of the type. */
  readonly code?: number;
  /** One sentence. */
  readonly summary: string;
  /** First version that knows the name; all when missing. Source: labelled runs of both versions. */
  readonly since?: Version;
}

/** Names that came with a later version. */
const SINCE: ReadonlyMap<string, Version> = new Map<string, Version>([
  ['mld-listener-query', '1.8.11'],
  ['mld-listener-report', '1.8.11'],
  ['mld-listener-done', '1.8.11'],
]);

type Entry = readonly [name: string, type: number, code: number | undefined, summary: string, alias?: string];

const V4: readonly Entry[] = [
  ['any', 255, undefined, 'Every ICMP message.'],
  ['echo-reply', 0, undefined, 'The answer to a ping.', 'pong'],
  ['destination-unreachable', 3, undefined, 'A packet did not arrive; the code says why.'],
  ['network-unreachable', 3, 0, 'No route to the network.'],
  ['host-unreachable', 3, 1, 'The last router cannot reach the host.'],
  ['protocol-unreachable', 3, 2, 'The host does not speak the protocol.'],
  ['port-unreachable', 3, 3, 'Nothing listens at the port.'],
  ['fragmentation-needed', 3, 4, 'The packet is too big for a link; path MTU discovery needs this one.'],
  ['source-route-failed', 3, 5, 'The route that the sender asked for does not work.'],
  ['network-unknown', 3, 6, 'The network does not exist.'],
  ['host-unknown', 3, 7, 'The host does not exist.'],
  ['network-prohibited', 3, 9, 'A filter forbids the network.'],
  ['host-prohibited', 3, 10, 'A filter forbids the host.'],
  ['TOS-network-unreachable', 3, 11, 'The network cannot be reached with this type of service.'],
  ['TOS-host-unreachable', 3, 12, 'The host cannot be reached with this type of service.'],
  ['communication-prohibited', 3, 13, 'A filter forbids the communication.'],
  ['host-precedence-violation', 3, 14, 'The precedence is not allowed for the host.'],
  ['precedence-cutoff', 3, 15, 'The precedence is below the least allowed one.'],
  ['source-quench', 4, undefined, 'Asks to send slower; no longer used.'],
  ['redirect', 5, undefined, 'A router tells of a better way; the code says for what.'],
  ['network-redirect', 5, 0, 'A better way to the network.'],
  ['host-redirect', 5, 1, 'A better way to the host.'],
  ['TOS-network-redirect', 5, 2, 'A better way to the network for this type of service.'],
  ['TOS-host-redirect', 5, 3, 'A better way to the host for this type of service.'],
  ['echo-request', 8, undefined, 'A ping.', 'ping'],
  ['router-advertisement', 9, undefined, 'A router makes itself known.'],
  ['router-solicitation', 10, undefined, 'A host asks for routers.'],
  [
    'time-exceeded',
    11,
    undefined,
    'The time to live ran out, or that for reassembly; traceroute lives on it.',
    'ttl-exceeded',
  ],
  ['ttl-zero-during-transit', 11, 0, 'The time to live ran out on the way.'],
  ['ttl-zero-during-reassembly', 11, 1, 'Not every fragment came in time.'],
  ['parameter-problem', 12, undefined, 'The header is wrong.'],
  ['ip-header-bad', 12, 0, 'The header is wrong at the place that the message names.'],
  ['required-option-missing', 12, 1, 'The header lacks an option.'],
  ['timestamp-request', 13, undefined, 'Asks for the time.'],
  ['timestamp-reply', 14, undefined, 'Tells the time.'],
  ['address-mask-request', 17, undefined, 'Asks for the mask of the network; no longer used.'],
  ['address-mask-reply', 18, undefined, 'Tells the mask of the network; no longer used.'],
];

const V6: readonly Entry[] = [
  ['destination-unreachable', 1, undefined, 'A packet did not arrive; the code says why.'],
  ['no-route', 1, 0, 'No route to the destination.'],
  ['communication-prohibited', 1, 1, 'A filter forbids the communication.'],
  ['beyond-scope', 1, 2, 'The source address does not reach that far.'],
  ['address-unreachable', 1, 3, 'The last router cannot reach the address.'],
  ['port-unreachable', 1, 4, 'Nothing listens at the port.'],
  ['failed-policy', 1, 5, 'A filter forbids the source address.'],
  ['reject-route', 1, 6, 'The route to the destination rejects.'],
  ['packet-too-big', 2, undefined, 'The packet is too big for a link; IPv6 does not work without this one.'],
  ['time-exceeded', 3, undefined, 'The hop limit ran out, or the time for reassembly.', 'ttl-exceeded'],
  ['ttl-zero-during-transit', 3, 0, 'The hop limit ran out on the way.'],
  ['ttl-zero-during-reassembly', 3, 1, 'Not every fragment came in time.'],
  ['parameter-problem', 4, undefined, 'The header is wrong.'],
  ['bad-header', 4, 0, 'A field of the header is wrong.'],
  ['unknown-header-type', 4, 1, 'A next header that the host does not know.'],
  ['unknown-option', 4, 2, 'An option that the host does not know.'],
  ['echo-request', 128, undefined, 'A ping.', 'ping'],
  ['echo-reply', 129, undefined, 'The answer to a ping.', 'pong'],
  ['mld-listener-query', 130, undefined, 'A router asks who listens to which multicast groups.'],
  ['mld-listener-report', 131, undefined, 'A host tells that it listens to a group.'],
  ['mld-listener-done', 132, undefined, 'A host tells that it listens no more.', 'mld-listener-reduction'],
  ['router-solicitation', 133, undefined, 'A host asks for routers.'],
  ['router-advertisement', 134, undefined, 'A router makes itself known; hosts configure themselves by it.'],
  ['neighbour-solicitation', 135, undefined, 'Asks who has an address: the ARP of IPv6.', 'neighbor-solicitation'],
  ['neighbour-advertisement', 136, undefined, 'Tells who has an address.', 'neighbor-advertisement'],
  ['redirect', 137, undefined, 'A router tells of a better way.'],
];

function icmpType(family: Family, [name, type, code, summary, alias]: Entry): IcmpType {
  return {
    name,
    aliases: alias === undefined ? [] : [alias],
    family,
    type,
    ...(code === undefined ? {} : { code }),
    ...since(name),
    summary,
  };
}

function since(name: string): { readonly since?: Version } {
  const version = SINCE.get(name);
  return version === undefined ? {} : { since: version };
}

/**
 * Every type and code with a name, in the order in which `iptables -p icmp -h` and `ip6tables -p icmpv6 -h` list them.
 * Source: those lists and the rules that 1.8.9 and 1.8.11 save; nothing else reads them, so this is refreshed by hand.
 */
export const ICMP_TYPES: readonly IcmpType[] = [...V4.map((e) => icmpType(4, e)), ...V6.map((e) => icmpType(6, e))];

const NAMES4 = ICMP_TYPES.filter((entry) => entry.family === 4);
const NAMES6 = ICMP_TYPES.filter((entry) => entry.family === 6);

/** The types of one family. */
export function icmpTypes(family: Family): readonly IcmpType[] {
  return family === 4 ? NAMES4 : NAMES6;
}
