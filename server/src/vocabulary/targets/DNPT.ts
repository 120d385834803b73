// -j DNPT: another prefix for the IPv6 destination.

import type { Extension } from '../schema.ts';

export const DNPT: Extension = {
  kind: 'target',
  name: 'DNPT',
  families: [6],
  summary: 'Exchanges the prefix of the destination address, packet by packet, without tracking the connection.',
  detail:
    'Prefix translation after RFC 6296. A network needs both directions: `DNPT` on the way in, `SNPT` on the way out, ' +
    'with the prefixes the other way round, and the packets left untracked. The packet goes on to the next rule.',
  places: [{ tables: ['mangle'], hooks: ['PREROUTING', 'OUTPUT'] }],
  options: [
    {
      name: '--src-pfx',
      values: [{ kind: 'network' }],
      required: true,
      summary: 'The prefix that the destination has, of at most 64 bits: `2001:db8:1::/64`.',
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
      rule: '-A PREROUTING -d 2001:db8:1::/64 -i eth0 -j DNPT --src-pfx 2001:db8:1::/64 --dst-pfx fd00:1::/64',
      family: 6,
    },
  ],
  source: 'iptables-extensions(8), DNPT; libip6t_DNPT and ip6t_NPT, by running 1.8.9 and 1.8.11',
};
