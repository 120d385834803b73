// -m physdev: the ports of a bridge.

import type { Extension } from '../schema.ts';

export const physdev: Extension = {
  kind: 'match',
  name: 'physdev',
  families: [4, 6],
  summary: 'Matches packets that cross a bridge by the port they come in or leave by.',
  detail:
    'A rule of `-i` or `-o` sees the bridge (`br0`), not its ports. Bridged packets come here only with the module br_netfilter and the sysctl `net.bridge.bridge-nf-call-iptables=1`, for IPv6 `bridge-nf-call-ip6tables`.',
  hangsOn: 'machine',
  options: [
    {
      name: '--physdev-in',
      values: [{ kind: 'interface', empty: true }],
      negatable: true,
      summary: 'The bridge port that the packet came in by.',
      detail:
        'A `+` at the end matches any ending. Packets that did not come in through a bridge never match, and with `!` all of them do: add `-i br0`.',
    },
    {
      name: '--physdev-out',
      values: [{ kind: 'interface', empty: true }],
      negatable: true,
      // OUTPUT takes it beside --physdev-is-bridged, where it can never match: packets of this machine are not bridged.
      places: [{ hooks: ['PREROUTING', 'INPUT', 'FORWARD', 'POSTROUTING'], unless: '--physdev-is-bridged' }],
      summary: 'The bridge port that the packet leaves by.',
      detail:
        'Known for bridged packets only, in FORWARD and POSTROUTING: add `--physdev-is-bridged`. Routed packets and those of this machine get their port later, so without that OUTPUT refuses it.',
    },
    {
      name: '--physdev-is-in',
      values: [],
      negatable: true,
      summary: 'The packet came in by a bridge port.',
    },
    {
      name: '--physdev-is-out',
      values: [],
      negatable: true,
      places: [{ hooks: ['PREROUTING', 'INPUT', 'FORWARD', 'POSTROUTING'], unless: '--physdev-is-bridged' }],
      summary: 'The packet will leave by a bridge port.',
      detail: 'Known where `--physdev-out` is, so OUTPUT refuses it without `--physdev-is-bridged`.',
    },
    {
      name: '--physdev-is-bridged',
      values: [],
      negatable: true,
      summary: 'The packet is bridged and not routed: it came in by one port and leaves by another of the same bridge.',
      detail: 'Means something in FORWARD and POSTROUTING.',
    },
  ],
  groups: [
    {
      rule: 'at-least-one',
      options: ['--physdev-in', '--physdev-out', '--physdev-is-in', '--physdev-is-out', '--physdev-is-bridged'],
    },
  ],
  needs: 'the module br_netfilter',
  examples: [
    {
      table: 'filter',
      rule: '-A FORWARD -m physdev --physdev-is-bridged --physdev-in eth0 --physdev-out eth1 -j ACCEPT',
    },
    { table: 'filter', rule: '-A INPUT -i br0 -m physdev ! --physdev-in eth+ -j DROP' },
    { table: 'filter', rule: '-A FORWARD -m physdev --physdev-is-in --physdev-is-out --physdev-is-bridged -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), physdev; libxt_physdev and xt_physdev, by running 1.8.9 and 1.8.11',
};
