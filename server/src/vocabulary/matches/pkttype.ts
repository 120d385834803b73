// -m pkttype: to whom the link layer addressed a packet.

import type { Extension } from '../schema.ts';

export const pkttype: Extension = {
  kind: 'match',
  name: 'pkttype',
  families: [4, 6],
  summary: 'Matches by whom the frame was addressed to: this machine, a group or everyone.',
  detail: 'It is about the Ethernet address. `-m addrtype` looks at the IP address.',
  options: [
    {
      name: '--pkt-type',
      values: [
        {
          kind: 'choice',
          what: 'a packet type',
          letterCase: 'any',
          choices: [
            { name: 'unicast', summary: 'Addressed to this machine alone.', number: 0 },
            { name: 'broadcast', summary: 'Addressed to every machine on the link.', number: 1 },
            { name: 'multicast', summary: 'Addressed to a group.', number: 2 },
            {
              name: 'otherhost',
              since: '1.8.9',
              summary: 'Addressed to another machine, seen because the interface is promiscuous.',
              number: 3,
            },
            { name: 'host', summary: 'Another name of unicast.', number: 0 },
            { name: 'bcast', summary: 'Another name of broadcast.', number: 1 },
            { name: 'mcast', summary: 'Another name of multicast.', number: 2 },
          ],
        },
      ],
      negatable: true,
      required: true,
      summary: 'Whom the frame was addressed to.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -m pkttype --pkt-type broadcast -j DROP' },
    { table: 'filter', rule: '-A INPUT -m pkttype ! --pkt-type unicast -j DROP' },
  ],
  source: 'iptables-extensions(8), pkttype; libxt_pkttype, by running 1.8.9 and 1.8.11',
};
