// -m ttl: the time to live of IPv4 packets.

import type { Extension } from '../schema.ts';

export const ttl: Extension = {
  kind: 'match',
  name: 'ttl',
  families: [4],
  summary: 'Matches by the time to live (TTL) of the IPv4 header.',
  detail: 'Each router takes one off. 255 proves that the sender is on this link. IPv6 has `-m hl`.',
  options: [
    {
      name: '--ttl-eq',
      aliases: ['--ttl'],
      values: [{ kind: 'integer', min: 0, max: 255, unit: 'hops' }],
      negatable: true,
      excludes: ['--ttl-lt', '--ttl-gt'],
      summary: 'The TTL is exactly this.',
    },
    {
      name: '--ttl-gt',
      values: [{ kind: 'integer', min: 0, max: 255, unit: 'hops' }],
      excludes: ['--ttl-eq', '--ttl-lt'],
      summary: 'The TTL is more than this.',
    },
    {
      name: '--ttl-lt',
      values: [{ kind: 'integer', min: 0, max: 255, unit: 'hops' }],
      excludes: ['--ttl-eq', '--ttl-gt'],
      summary: 'The TTL is less than this.',
    },
  ],
  groups: [{ rule: 'exactly-one', options: ['--ttl-eq', '--ttl-gt', '--ttl-lt'] }],
  examples: [
    { table: 'filter', rule: '-A INPUT -p udp -m udp --dport 5353 -m ttl ! --ttl-eq 255 -j DROP', family: 4 },
    { table: 'mangle', rule: '-A PREROUTING -m ttl --ttl-lt 2 -j DROP', family: 4 },
    { table: 'filter', rule: '-A INPUT -m ttl --ttl-gt 1 -j ACCEPT', family: 4 },
  ],
  source: 'iptables-extensions(8), ttl; libipt_ttl, by running 1.8.9 and 1.8.11',
};
