// -m ah: the IPsec authentication header.

import type { Extension } from '../schema.ts';

export const ah: Extension = {
  kind: 'match',
  name: 'ah',
  families: [4, 6],
  summary: 'Matches packets with an IPsec authentication header (AH) by its fields.',
  detail:
    'IPv4 needs `-p ah`. In IPv6 leave it out: the header is looked for among the extension headers, and `-p ah` never matches.',
  options: [
    {
      name: '--ahspi',
      values: [{ kind: 'integer-range', min: 0, max: 4294967295, ordered: { since: '1.8.11' } }],
      negatable: true,
      summary: 'The security parameter index, a number or a range.',
      default: 'any',
    },
    {
      name: '--ahlen',
      values: [{ kind: 'integer', min: 0, max: 4294967295, unit: 'bytes' }],
      negatable: true,
      families: [6],
      summary: 'The length of the whole header in bytes.',
      default: 'any',
    },
    {
      name: '--ahres',
      values: [],
      families: [6],
      summary: 'Only headers whose reserved field is zero.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -p ah -m ah --ahspi 500:600 -j ACCEPT', family: 4 },
    { table: 'filter', rule: '-A INPUT -m ah --ahspi 500:600 --ahlen 24 --ahres -j ACCEPT', family: 6 },
  ],
  source: 'iptables-extensions(8), ah; libipt_ah and libip6t_ah, by running 1.8.9 and 1.8.11',
};
