// -m frag: the IPv6 fragment header.

import type { Extension } from '../schema.ts';

export const frag: Extension = {
  kind: 'match',
  name: 'frag',
  families: [6],
  summary: 'Matches IPv6 packets with a fragment header, by its fields.',
  detail:
    'Once a rule uses connection tracking or NAT, fragments are joined before any table sees them, raw too, and nothing matches.',
  options: [
    {
      name: '--fragid',
      values: [{ kind: 'integer-range', min: 0, max: 4294967295, ordered: { since: '1.8.11' } }],
      negatable: true,
      summary: 'The identification that the fragments of one packet share, a number or a range.',
      default: 'any',
    },
    {
      name: '--fraglen',
      values: [{ kind: 'integer', min: 0, max: 4294967295, unit: 'bytes' }],
      negatable: true,
      summary: 'The length of the header in bytes.',
      detail: 'Linux does not look at it: the header always has 8 bytes.',
    },
    {
      name: '--fragres',
      values: [],
      summary: 'Only headers whose reserved fields are zero.',
    },
    {
      name: '--fragfirst',
      values: [],
      summary: 'Only the first fragment.',
    },
    {
      name: '--fragmore',
      values: [],
      excludes: ['--fraglast'],
      summary: 'Only fragments after which more follow.',
    },
    {
      name: '--fraglast',
      values: [],
      excludes: ['--fragmore'],
      summary: 'Only the last fragment.',
    },
  ],
  examples: [
    { table: 'raw', rule: '-A PREROUTING -m frag --fragfirst --fragmore -j ACCEPT', family: 6 },
    { table: 'filter', rule: '-A INPUT -m frag ! --fragid 1:100 --fraglast -j DROP', family: 6 },
    { table: 'raw', rule: '-A PREROUTING -m frag --fraglen 8 --fragres -j ACCEPT', family: 6 },
  ],
  source: 'ip6tables-extensions(8), frag; libip6t_frag, by running 1.8.9 and 1.8.11',
};
