// -m multiport: several ports in one rule.

import type { Extension } from '../schema.ts';

export const multiport: Extension = {
  kind: 'match',
  name: 'multiport',
  families: [4, 6],
  summary: 'Matches up to 15 ports and port ranges in one rule.',
  detail: 'A range takes two of the 15 places. `-p` must come before the ports: `-p tcp -m multiport --dports 80,443`.',
  protocols: ['tcp', 'udp', 'udplite', 'sctp', 'dccp'],
  asksForProtocol: true,
  options: [
    {
      name: '--sports',
      aliases: ['--source-ports'],
      values: [{ kind: 'port-list', maxPorts: 15 }],
      negatable: true,
      excludes: ['--dports', '--ports'],
      summary: 'Ports, one of which the packet comes from.',
    },
    {
      name: '--dports',
      aliases: ['--destination-ports'],
      values: [{ kind: 'port-list', maxPorts: 15 }],
      negatable: true,
      excludes: ['--sports', '--ports'],
      summary: 'Ports, one of which the packet is for.',
      detail: '`--dports 22,80,8000:8080` are two ports and a range, four of the 15 places.',
    },
    {
      name: '--ports',
      values: [{ kind: 'port-list', maxPorts: 15 }],
      negatable: true,
      excludes: ['--sports', '--dports'],
      summary: 'Ports, one of which is the source or the destination.',
    },
  ],
  groups: [{ rule: 'exactly-one', options: ['--sports', '--dports', '--ports'] }],
  examples: [
    { table: 'filter', rule: '-A INPUT -p tcp -m multiport --dports 22,80,443 -j ACCEPT' },
    { table: 'filter', rule: '-A INPUT -p udp -m multiport ! --sports 53,1024:65535 -j DROP' },
    { table: 'filter', rule: '-A FORWARD -p tcp -m multiport --ports 6881:6889,51413 -j DROP' },
  ],
  source: 'iptables-extensions(8), multiport; libxt_multiport, by running 1.8.9 and 1.8.11',
};
