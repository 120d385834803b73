// -m iprange: addresses from one to another.

import type { Extension } from '../schema.ts';

export const iprange: Extension = {
  kind: 'match',
  name: 'iprange',
  families: [4, 6],
  summary: 'Matches addresses from one to another, both included.',
  detail:
    'For what no prefix can say; a whole network is cheaper with `-s` or `-d`. Host names and prefixes are not taken, and a range whose end lies before its start loads and never matches, with `!` always.',
  options: [
    {
      name: '--src-range',
      values: [{ kind: 'address-range' }],
      negatable: true,
      summary: 'Addresses, one of which the packet comes from.',
      detail: '`192.0.2.10-192.0.2.20` are eleven addresses; one address alone is a range too.',
    },
    {
      name: '--dst-range',
      values: [{ kind: 'address-range' }],
      negatable: true,
      summary: 'Addresses, one of which the packet is for.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--src-range', '--dst-range'] }],
  examples: [
    { table: 'filter', rule: '-A INPUT -m iprange --src-range 192.0.2.10-192.0.2.20 -j ACCEPT', family: 4 },
    { table: 'filter', rule: '-A INPUT -m iprange ! --src-range 2001:db8::10-2001:db8::20 -j DROP', family: 6 },
    { table: 'filter', rule: '-A OUTPUT -m iprange --dst-range 198.51.100.1-198.51.100.9 -j REJECT', family: 4 },
    { table: 'filter', rule: '-A OUTPUT -m iprange --dst-range 2001:db8::1-2001:db8::9 -j REJECT', family: 6 },
  ],
  source: 'iptables-extensions(8), iprange; libxt_iprange revision 1, by running 1.8.9 and 1.8.11',
};
