// -m icmp: types of ICMP messages, IPv4.

import type { Extension } from '../schema.ts';

export const icmp: Extension = {
  kind: 'match',
  name: 'icmp',
  families: [4],
  summary: 'Matches ICMP messages by type and code.',
  detail:
    'Loaded by itself when `--icmp-type` follows `-p icmp`, so `-m icmp` may be left out. IPv6 has `-m icmp6` with `--icmpv6-type`.',
  protocols: ['icmp'],
  options: [
    {
      name: '--icmp-type',
      values: [{ kind: 'icmp-type' }],
      negatable: true,
      required: true,
      summary: 'The type of the message, by name, `type` or `type/code`.',
      detail:
        'A type without a code means all its codes: `3` and `destination-unreachable` are every unreachable, `3/4` is only fragmentation-needed.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -p icmp -m icmp --icmp-type echo-request -j ACCEPT', family: 4 },
    { table: 'filter', rule: '-A INPUT -p icmp -m icmp --icmp-type 3/4 -j ACCEPT', family: 4 },
  ],
  source: 'iptables-extensions(8), icmp; libipt_icmp, by running 1.8.9 and 1.8.11',
};
