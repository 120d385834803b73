// -m realm: the routing realm of the packet.

import type { Extension } from '../schema.ts';

export const realm: Extension = {
  kind: 'match',
  name: 'realm',
  families: [4],
  summary: 'Matches by the routing realm, a number that the routing table gives to groups of routes.',
  detail:
    'The realm is set with `ip route add ... realm 10` and is known only after routing, hence nowhere in PREROUTING.',
  hangsOn: 'machine',
  options: [
    {
      name: '--realm',
      values: [
        {
          kind: 'irregular',
          syntax: "a realm's number with an optional /mask, or its name in /etc/iproute2/rt_realms",
        },
      ],
      negatable: true,
      required: true,
      summary: 'The realm that the route of the packet has.',
      detail: 'Number and mask have 32 bits, decimal, 0x hexadecimal or 0 octal. A name cannot have a mask.',
      default: 'without a mask all 32 bits count',
    },
  ],
  places: [{ hooks: ['INPUT', 'FORWARD', 'OUTPUT', 'POSTROUTING'] }],
  examples: [
    { table: 'filter', rule: '-A FORWARD -m realm --realm 0xa -j ACCEPT', family: 4 },
    { table: 'mangle', rule: '-A POSTROUTING -m realm ! --realm 10/0xff -j MARK --set-mark 2', family: 4 },
  ],
  source: 'iptables-extensions(8), realm; libipt_realm, by running 1.8.9 and 1.8.11',
};
