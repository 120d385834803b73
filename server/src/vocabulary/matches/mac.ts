// -m mac: the Ethernet address of the sender.

import type { Extension } from '../schema.ts';

export const mac: Extension = {
  kind: 'match',
  name: 'mac',
  families: [4, 6],
  summary: 'Matches by the Ethernet address that the packet arrived from.',
  detail:
    "It is the address of the last hop: for a packet from beyond a router, the router's. Packets that this machine sends have none yet, so OUTPUT and POSTROUTING refuse the match.",
  places: [{ hooks: ['PREROUTING', 'INPUT', 'FORWARD'] }],
  options: [
    {
      name: '--mac-source',
      values: [{ kind: 'mac' }],
      negatable: true,
      required: true,
      summary: 'The Ethernet address of the sender.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -m mac --mac-source 00:00:5e:00:53:01 -j ACCEPT' },
    { table: 'filter', rule: '-A FORWARD -i eth1 -m mac ! --mac-source 00:00:5e:00:53:01 -j DROP' },
  ],
  source: 'iptables-extensions(8), mac; libxt_mac, by running 1.8.9 and 1.8.11',
};
