// -j ECN: explicit congestion notification, switched off.

import type { Extension } from '../schema.ts';

export const ECN: Extension = {
  kind: 'target',
  name: 'ECN',
  families: [4],
  summary: 'Changes the bits of explicit congestion notification, to get past routers that trip over them.',
  detail:
    'Anything but `--ecn-tcp-remove` makes packets that lie, and is for tests. The packet goes on to the next rule.',
  places: [{ tables: ['mangle'] }],
  protocols: ['tcp'],
  protocolsWith: ['--ecn-tcp-remove', '--ecn-tcp-cwr', '--ecn-tcp-ece'],
  options: [
    {
      name: '--ecn-tcp-remove',
      values: [],
      excludes: ['--ecn-tcp-cwr', '--ecn-tcp-ece'],
      summary: 'Clears the ECN bits of the TCP header, so that the connection is made without ECN.',
    },
    {
      name: '--ecn-tcp-cwr',
      values: [{ kind: 'integer', min: 0, max: 1 }],
      excludes: ['--ecn-tcp-remove'],
      summary: 'Writes the bit that says the sender slowed down.',
    },
    {
      name: '--ecn-tcp-ece',
      values: [{ kind: 'integer', min: 0, max: 1 }],
      excludes: ['--ecn-tcp-remove'],
      summary: 'Writes the bit by which the receiver echoes a congestion.',
    },
    {
      name: '--ecn-ip-ect',
      values: [{ kind: 'integer', min: 0, max: 3 }],
      summary: 'Writes the two ECN bits of the IP header.',
      detail: '0 is without ECN, 1 and 2 say that the ends know it, 3 that a router is congested.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--ecn-tcp-remove', '--ecn-tcp-cwr', '--ecn-tcp-ece', '--ecn-ip-ect'] }],
  examples: [
    { table: 'mangle', rule: '-A POSTROUTING -d 192.0.2.7/32 -p tcp -j ECN --ecn-tcp-remove', family: 4 },
    {
      table: 'mangle',
      rule: '-A POSTROUTING -d 192.0.2.7/32 -p tcp -j ECN --ecn-tcp-cwr 0 --ecn-tcp-ece 0 --ecn-ip-ect 0',
      family: 4,
    },
  ],
  source: 'iptables-extensions(8), ECN; libipt_ECN and ipt_ECN, by running 1.8.9 and 1.8.11',
};
