// -j SNAT: another source for the connection.

import type { Extension } from '../schema.ts';

export const SNAT: Extension = {
  kind: 'target',
  name: 'SNAT',
  families: [4, 6],
  summary: 'Gives the connection another source address, so that its answers come back there.',
  detail: 'For a line whose own address is fixed. Where it changes, as with dial-up or DHCP, use `MASQUERADE`.',
  terminates: true,
  fate: 'accept',
  places: [{ tables: ['nat'], hooks: ['POSTROUTING', 'INPUT'] }],
  options: [
    {
      name: '--to-source',
      values: [{ kind: 'nat-range', base: 'lost' }],
      required: true,
      summary: 'The new address, ports or both: `203.0.113.1`, `203.0.113.1-203.0.113.4:1024-65535`.',
      detail:
        'A range of addresses is shared out among the connections. An IPv6 address with ports goes into brackets: ' +
        '`[2001:db8::1]:1024-65535`. Ports need `-p tcp` or another protocol with ports before them.',
    },
    {
      name: '--random',
      values: [],
      summary: 'Picks the source port by a hash with a random seed.',
    },
    {
      name: '--random-fully',
      values: [],
      summary: 'Picks the source port at random for every connection, which makes it hardest to guess.',
    },
    {
      name: '--persistent',
      values: [],
      summary: 'Gives a client the same address of the range for each of its connections.',
    },
  ],
  examples: [
    { table: 'nat', rule: '-A POSTROUTING -s 192.0.2.0/24 -o eth0 -j SNAT --to-source 203.0.113.1', family: 4 },
    { table: 'nat', rule: '-A POSTROUTING -s 2001:db8:1::/64 -o eth0 -j SNAT --to-source 2001:db8::1', family: 6 },
    {
      table: 'nat',
      rule: '-A POSTROUTING -o eth0 -j SNAT --to-source 203.0.113.1-203.0.113.4 --persistent --random-fully',
      family: 4,
    },
    {
      table: 'nat',
      rule: '-A POSTROUTING -o eth0 -p tcp -j SNAT --to-source 203.0.113.1:1024-65535 --random',
      family: 4,
    },
    {
      table: 'nat',
      rule: '-A POSTROUTING -o eth0 -j SNAT --to-source 2001:db8::1-2001:db8::4 --persistent --random-fully',
      family: 6,
    },
    {
      table: 'nat',
      rule: '-A POSTROUTING -o eth0 -p tcp -j SNAT --to-source [2001:db8::1]:1024-65535 --random',
      family: 6,
    },
  ],
  source: 'iptables-extensions(8), SNAT; libxt_NAT and xt_nat, by running 1.8.9 and 1.8.11',
};
