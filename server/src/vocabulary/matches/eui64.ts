// -m eui64: IPv6 addresses that are made of the sender's MAC address.

import type { Extension } from '../schema.ts';

export const eui64: Extension = {
  kind: 'match',
  name: 'eui64',
  families: [6],
  summary: "Matches when the lower half of the IPv6 source address is made of the sender's MAC address.",
  detail: 'Only on Ethernet and only where the frame has just come in. Privacy addresses and tunnels never match.',
  places: [{ hooks: ['PREROUTING', 'INPUT', 'FORWARD'] }],
  options: [],
  examples: [{ table: 'filter', rule: '-A INPUT -s fe80::/64 -m eui64 -j ACCEPT', family: 6 }],
  source: 'ip6tables-extensions(8), eui64; libip6t_eui64, by running 1.8.9 and 1.8.11',
};
