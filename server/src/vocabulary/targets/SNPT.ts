// -j SNPT: another prefix for the IPv6 source.

import type { Extension } from '../schema.ts';

export const SNPT: Extension = {
  kind: 'target',
  name: 'SNPT',
  families: [6],
  summary: 'Exchanges the prefix of the source address, packet by packet, without tracking the connection.',
  detail:
    'Prefix translation after RFC 6296. A network needs both directions: `SNPT` on the way out, `DNPT` on the way in, ' +
    'with the prefixes the other way round, and the packets left untracked. The packet goes on to the next rule.',
  places: [{ tables: ['mangle'], hooks: ['INPUT', 'POSTROUTING'] }],
  options: [
    {
      name: '--src-pfx',
      values: [{ kind: 'network' }],
      required: true,
      summary: 'The prefix that the packet has, of at most 64 bits: `2001:db8:1::/64`.',
    },
    {
      name: '--dst-pfx',
      values: [{ kind: 'network' }],
      required: true,
      summary: 'The prefix that it gets, of at most 64 bits.',
    },
  ],
  examples: [
    {
      table: 'mangle',
      rule: '-A POSTROUTING -s fd00:1::/64 -o eth0 -j SNPT --src-pfx fd00:1::/64 --dst-pfx 2001:db8:1::/64',
      family: 6,
    },
  ],
  source: 'iptables-extensions(8), SNPT; libip6t_SNPT and ip6t_NPT, by running 1.8.9 and 1.8.11',
};
