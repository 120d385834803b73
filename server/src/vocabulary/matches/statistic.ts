// -m statistic: every so manieth packet, or a random share of them.

import type { Extension } from '../schema.ts';

export const statistic: Extension = {
  kind: 'match',
  name: 'statistic',
  families: [4, 6],
  summary: 'Matches a random share of the packets, or every nth.',
  detail:
    'Spreads connections in the nat table, where only the first packet counts: with three servers the first rule ' +
    'takes `--every 3 --packet 0`, the next, which sees the rest, `--every 2 --packet 0`.',
  hangsOn: 'state',
  options: [
    {
      name: '--mode',
      values: [
        {
          kind: 'choice',
          what: 'a mode',
          choices: [
            { name: 'random', summary: 'By chance; needs `--probability`.' },
            { name: 'nth', summary: 'By counting; needs `--every` and `--packet`.' },
          ],
        },
      ],
      required: true,
      summary: 'Whether chance or counting decides.',
    },
    {
      name: '--probability',
      values: [{ kind: 'decimal', min: 0, max: 1 }],
      negatable: true,
      excludes: ['--every', '--packet'],
      summary: 'The share of the packets that match.',
      detail: '`0.25` matches one of four. Kept in steps of 1/2147483648.',
    },
    {
      name: '--every',
      values: [{ kind: 'integer', min: 1, max: 4294967295, unit: 'packets' }],
      negatable: true,
      excludes: ['--probability'],
      requires: ['--packet'],
      summary: 'Matches one packet of so many.',
    },
    {
      name: '--packet',
      values: [{ kind: 'integer', min: 0, max: 4294967294 }],
      excludes: ['--probability'],
      requires: ['--every'],
      summary: 'Where the counter begins: 0 matches the first packet of each round.',
      detail: 'Less than `--every`.',
    },
  ],
  examples: [
    { table: 'mangle', rule: '-A PREROUTING -m statistic --mode random --probability 0.25 -j MARK --set-mark 1' },
    {
      table: 'nat',
      rule: '-A PREROUTING -p tcp --dport 80 -m statistic --mode nth --every 2 --packet 0 -j DNAT --to-destination 192.0.2.10',
      family: 4,
    },
    {
      table: 'nat',
      rule: '-A PREROUTING -p tcp --dport 80 -m statistic --mode nth --every 2 --packet 0 -j DNAT --to-destination 2001:db8::10',
      family: 6,
    },
  ],
  source: 'iptables-extensions(8), statistic; libxt_statistic, by running 1.8.9 and 1.8.11',
};
