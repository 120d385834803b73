// What a protocol means: its number, its other names, what it is for.

import { findProtocol, PROTOCOLS, protocolName } from '../../../vocabulary/protocols.ts';
import { readValue } from '../../../vocabulary/values/index.ts';
import type { ProtocolValue } from '../../../vocabulary/values/kinds.ts';
import { code } from '../page.ts';
import { list } from '../prose.ts';
import type { Explain } from './meaning.ts';

/** Source: IANA's registry of protocol numbers; the sentences are ours. */
const SAYS: ReadonlyMap<number, string> = new Map([
  [1, 'ICMP: errors and pings of IPv4. Its match is `-m icmp`.'],
  [2, 'IGMP: who listens to which multicast group.'],
  [4, 'IPv4 inside IP, a tunnel.'],
  [6, 'TCP: connections with ports. Its match is `-m tcp`.'],
  [17, 'UDP: single packets with ports, as DNS and WireGuard send them. Its match is `-m udp`.'],
  [33, 'DCCP: packets with ports and congestion control. Its match is `-m dccp`.'],
  [41, 'IPv6 inside IPv4, a tunnel such as 6in4.'],
  [43, 'The routing header of IPv6.'],
  [44, 'The fragment header of IPv6.'],
  [46, 'RSVP: reserves bandwidth.'],
  [47, 'GRE: a tunnel, as PPTP uses it.'],
  [50, 'ESP: encrypted payload of IPsec. Its match is `-m esp`.'],
  [51, 'AH: authentication of IPsec. Its match is `-m ah`.'],
  [58, 'ICMPv6: errors, pings and neighbour discovery of IPv6. Its match is `-m icmp6`.'],
  [59, 'IPv6 with nothing after the header.'],
  [60, 'The destination options of IPv6.'],
  [88, 'EIGRP: routing.'],
  [89, 'OSPF: routing.'],
  [94, 'IP inside IP, a tunnel.'],
  [103, 'PIM: routing of multicast.'],
  [108, 'IPComp: compressed payload. Its match is `-m ipcomp`.'],
  [112, 'VRRP: routers that replace each other, as in keepalived.'],
  [115, 'L2TP version 3 straight over IP; L2TP of VPNs is UDP, port 1701.'],
  [132, 'SCTP: connections of several streams, with ports. Its match is `-m sctp`.'],
  [135, 'The mobility header of IPv6. Its match is `-m mh`.'],
  [136, 'UDP-Lite: UDP that may arrive damaged.'],
]);

/** -p and --ctproto. */
export const explainProtocol: Explain<ProtocolValue> = (word, value, context) => {
  const number = readValue(word, value, context)?.number;
  if (number === undefined) return [];
  if (number === 0) return ['Every protocol: the same as no `-p`.'];
  const written = word.toLowerCase();
  const name = protocolName(number) ?? findProtocol(written)?.name;
  const others = PROTOCOLS.filter((one) => one.number === number && one.name !== written).map((one) => one.name);
  const also = list(others.filter((other) => other !== name).map(code), 'or');
  const what = `Protocol ${number}${name === undefined ? ', which has no name' : `, ${code(name)}`}.`;
  return [
    SAYS.get(number) ?? what,
    SAYS.has(number) ? what : undefined,
    also === '' ? undefined : `Also written ${also}.`,
  ];
};
