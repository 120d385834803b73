// -m icmp6: types of ICMPv6 messages.

import type { Extension } from '../schema.ts';

export const icmp6: Extension = {
  kind: 'match',
  name: 'icmp6',
  families: [6],
  summary: 'Matches ICMPv6 messages by type and code.',
  detail:
    'Loaded by itself when `--icmpv6-type` follows `-p ipv6-icmp`, so `-m icmp6` may be left out. `-m icmpv6` and `-m ipv6-icmp` are the same match. Neighbour discovery (types 133 to 136) and packet-too-big must pass, or IPv6 stops working.',
  protocols: ['ipv6-icmp'],
  options: [
    {
      name: '--icmpv6-type',
      values: [{ kind: 'icmp-type' }],
      negatable: true,
      required: true,
      summary: 'The type of the message, by name, `type` or `type/code`.',
      detail: 'A type without a code means all its codes: `1` is every unreachable, `1/4` is only port-unreachable.',
    },
  ],
  examples: [
    {
      table: 'filter',
      rule: '-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type neighbour-solicitation -j ACCEPT',
      family: 6,
    },
    { table: 'filter', rule: '-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type packet-too-big -j ACCEPT', family: 6 },
  ],
  source: 'iptables-extensions(8), icmp6; libip6t_icmp6, by running 1.8.9 and 1.8.11',
};
