// -m devgroup: the groups of the interfaces that a packet passes.

import type { Extension } from '../schema.ts';

const SYNTAX = 'a group as value[/mask], 32 bits each, or its name in /etc/iproute2/group';

export const devgroup: Extension = {
  kind: 'match',
  name: 'devgroup',
  families: [4, 6],
  summary: 'Matches by the group of the interface that the packet comes in or goes out by.',
  detail: '`ip link set dev eth0 group 10` puts an interface into a group; one rule then serves many interfaces.',
  hangsOn: 'machine',
  options: [
    {
      name: '--src-group',
      values: [{ kind: 'irregular', syntax: SYNTAX }],
      negatable: true,
      places: [{ hooks: ['PREROUTING', 'INPUT', 'FORWARD'] }],
      summary: 'The group of the interface that the packet came in by.',
      detail: 'A mask goes with a number only: `0x10/0xf0`.',
    },
    {
      name: '--dst-group',
      values: [{ kind: 'irregular', syntax: SYNTAX }],
      negatable: true,
      places: [{ hooks: ['FORWARD', 'OUTPUT', 'POSTROUTING'] }],
      summary: 'The group of the interface that the packet goes out by.',
      detail: 'A mask goes with a number only: `0x10/0xf0`.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--src-group', '--dst-group'] }],
  needs: 'for names /etc/iproute2/group',
  examples: [
    { table: 'filter', rule: '-A INPUT -m devgroup --src-group 10 -j ACCEPT' },
    { table: 'filter', rule: '-A FORWARD -m devgroup --src-group 0x10/0xf0 ! --dst-group 0 -j DROP' },
  ],
  source: 'iptables-extensions(8), devgroup; libxt_devgroup, by running 1.8.9',
};
