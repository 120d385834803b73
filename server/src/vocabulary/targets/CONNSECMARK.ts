// -j CONNSECMARK: the security mark, to and from the connection.

import type { Extension } from '../schema.ts';

export const CONNSECMARK: Extension = {
  kind: 'target',
  name: 'CONNSECMARK',
  families: [4, 6],
  summary: 'Copies the security mark from the packet to its connection, or back.',
  detail: 'Goes with `SECMARK`, which labels the first packet; needs SELinux or another LSM to mean anything.',
  places: [{ tables: ['mangle', 'security'] }],
  options: [
    {
      name: '--save',
      values: [],
      excludes: ['--restore'],
      summary: 'From the packet to the connection, where that has none yet.',
    },
    {
      name: '--restore',
      values: [],
      excludes: ['--save'],
      summary: 'From the connection to the packet, where that has none yet.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--save', '--restore'] }],
  examples: [
    { table: 'security', rule: '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j CONNSECMARK --restore' },
    { table: 'mangle', rule: '-A POSTROUTING -j CONNSECMARK --save' },
  ],
  source: 'iptables-extensions(8), CONNSECMARK; libxt_CONNSECMARK, by running 1.8.9 and 1.8.11',
};
