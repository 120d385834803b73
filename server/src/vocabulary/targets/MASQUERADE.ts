// -j MASQUERADE: the address of the outgoing interface as the connection's source.

import type { Extension } from '../schema.ts';

export const MASQUERADE: Extension = {
  kind: 'target',
  name: 'MASQUERADE',
  families: [4, 6],
  summary: 'Gives the connection the address of the interface it leaves by, whatever that is at the moment.',
  detail:
    'When the interface goes down, its connections are forgotten, which is right for an address that changes. ' +
    'Always say `-o`, or traffic inside the network is masqueraded too. With a fixed address `SNAT` is cheaper. Nothing is forwarded without `net.ipv4.ip_forward=1`, in IPv6 `net.ipv6.conf.all.forwarding=1`.',
  terminates: true,
  fate: 'accept',
  places: [{ tables: ['nat'], hooks: ['POSTROUTING'] }],
  options: [
    {
      name: '--to-ports',
      values: [{ kind: 'nat-ports', base: 'lost' }],
      summary: 'The source ports to use: `1024-65535`.',
      detail: 'Needs `-p tcp` or another protocol with ports before it.',
      default: 'the port stays where it is free',
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
  ],
  examples: [
    { table: 'nat', rule: '-A POSTROUTING -s 192.0.2.0/24 -o ppp0 -j MASQUERADE', family: 4 },
    { table: 'nat', rule: '-A POSTROUTING -s 2001:db8:1::/64 -o ppp0 -j MASQUERADE', family: 6 },
    { table: 'nat', rule: '-A POSTROUTING -o ppp0 -p tcp -j MASQUERADE --to-ports 1024-65535 --random' },
    { table: 'nat', rule: '-A POSTROUTING -o ppp0 -j MASQUERADE --random-fully' },
  ],
  source: 'iptables-extensions(8), MASQUERADE; libxt_NAT and xt_MASQUERADE, by running 1.8.9 and 1.8.11',
};
