// -j NETMAP: a whole network onto another, host by host.

import type { Extension } from '../schema.ts';

export const NETMAP: Extension = {
  kind: 'target',
  name: 'NETMAP',
  families: [4, 6],
  summary: 'Maps a network onto another of the same size; the host part of each address stays.',
  detail:
    'In PREROUTING and OUTPUT it changes the destination, in POSTROUTING and INPUT the source. Each connection is ' +
    'tracked, so one rule for each direction in which connections are made is enough.',
  terminates: true,
  fate: 'accept',
  places: [{ tables: ['nat'] }],
  options: [
    {
      name: '--to',
      values: [{ kind: 'network' }],
      required: true,
      summary: 'The network to map onto: `198.51.100.0/24`.',
      detail: 'Without a mask it is one single address. Give `-d` or `-s` a network with the same mask.',
    },
  ],
  examples: [
    { table: 'nat', rule: '-A PREROUTING -d 192.0.2.0/24 -j NETMAP --to 198.51.100.0/24', family: 4 },
    { table: 'nat', rule: '-A PREROUTING -d 2001:db8:1::/64 -j NETMAP --to 2001:db8:2::/64', family: 6 },
  ],
  source: 'iptables-extensions(8), NETMAP; libipt_NETMAP and libip6t_NETMAP, by running 1.8.9 and 1.8.11',
};
