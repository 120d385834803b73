// -j REDIRECT: the connection to this machine itself.

import type { Extension } from '../schema.ts';

export const REDIRECT: Extension = {
  kind: 'target',
  name: 'REDIRECT',
  families: [4, 6],
  summary: 'Sends the connection to this machine: to the address of the interface it came in by, or to loopback.',
  detail:
    'Made for transparent proxies. In PREROUTING the destination becomes the address of the incoming interface, in ' +
    'OUTPUT 127.0.0.1 or ::1. The INPUT chain sees the new port.',
  terminates: true,
  fate: 'accept',
  places: [{ tables: ['nat'], hooks: ['PREROUTING', 'OUTPUT'] }],
  options: [
    {
      name: '--to-ports',
      values: [{ kind: 'nat-ports', namesBefore9: true }],
      summary: 'The port here that takes the connection, or a range of ports: `3128`, `3128-3131`.',
      detail: 'Needs `-p tcp` or another protocol with ports before it. The end of a range is a number, never a name.',
      default: 'the port stays the same',
    },
    {
      name: '--random',
      values: [],
      summary: 'Picks the port of the range at random.',
    },
  ],
  examples: [
    { table: 'nat', rule: '-A PREROUTING -i eth1 -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 3128' },
    { table: 'nat', rule: '-A OUTPUT -p udp -m udp --dport 53 -j REDIRECT --to-ports 5353' },
    { table: 'nat', rule: '-A PREROUTING -i eth1 -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 3128-3131 --random' },
  ],
  source: 'iptables-extensions(8), REDIRECT; libxt_NAT and xt_REDIRECT, by running 1.8.9 and 1.8.11',
};
