// -m hl: the hop limit of IPv6 packets.

import type { Extension } from '../schema.ts';

export const hl: Extension = {
  kind: 'match',
  name: 'hl',
  families: [6],
  summary: 'Matches by the hop limit of the IPv6 header.',
  detail: 'Each router takes one off. 255 proves that the sender is on this link. IPv4 has `-m ttl`.',
  options: [
    {
      name: '--hl-eq',
      aliases: ['--hl'],
      values: [{ kind: 'integer', min: 0, max: 255, unit: 'hops' }],
      negatable: true,
      excludes: ['--hl-lt', '--hl-gt'],
      summary: 'The hop limit is exactly this.',
    },
    {
      name: '--hl-lt',
      values: [{ kind: 'integer', min: 0, max: 255, unit: 'hops' }],
      excludes: ['--hl-eq', '--hl-gt'],
      summary: 'The hop limit is less than this.',
    },
    {
      name: '--hl-gt',
      values: [{ kind: 'integer', min: 0, max: 255, unit: 'hops' }],
      excludes: ['--hl-eq', '--hl-lt'],
      summary: 'The hop limit is more than this.',
    },
  ],
  groups: [{ rule: 'exactly-one', options: ['--hl-eq', '--hl-lt', '--hl-gt'] }],
  examples: [
    {
      table: 'filter',
      rule: '-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type router-advertisement -m hl --hl-eq 255 -j ACCEPT',
      family: 6,
    },
    { table: 'mangle', rule: '-A PREROUTING -m hl --hl-lt 5 -j DROP', family: 6 },
    { table: 'filter', rule: '-A INPUT -m hl --hl-gt 1 -j ACCEPT', family: 6 },
  ],
  source: 'iptables-extensions(8), hl; libip6t_hl, by running 1.8.9 and 1.8.11',
};
