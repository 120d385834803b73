// -m quota: a number of bytes that runs out.

import type { Extension } from '../schema.ts';

export const quota: Extension = {
  kind: 'match',
  name: 'quota',
  families: [4, 6],
  summary: 'Matches until a number of bytes has gone through the rule.',
  detail: 'Loading the rules again fills the quota up.',
  hangsOn: 'state',
  options: [
    {
      name: '--quota',
      values: [{ kind: 'integer', min: 0, max: 18446744073709551615n, unit: 'bytes' }],
      negatable: true,
      required: true,
      summary: 'The number of bytes after which the rule no longer matches.',
      detail: 'A plain number, no `k` or `M`. With `!` the rule begins to match once the bytes are used up.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A FORWARD -d 192.0.2.0/24 -m quota --quota 1073741824 -j ACCEPT', family: 4 },
    { table: 'filter', rule: '-A FORWARD -d 2001:db8::/32 -m quota --quota 1073741824 -j ACCEPT', family: 6 },
    { table: 'filter', rule: '-A INPUT -i eth0 -m quota ! --quota 1000000 -j DROP' },
  ],
  source: 'iptables-extensions(8), quota; libxt_quota, by running 1.8.9 and 1.8.11',
};
