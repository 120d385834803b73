// -m rateest: how fast traffic flows, by the kernel's rate estimators.

import type { Extension, Option } from '../schema.ts';

const NOTE = 'Without a number the two estimators are compared with each other; where there is one, 0 is meant.';

/** The rates to compare with. The word after them may be left out, which the brackets in the syntax say. */
function rateOption(name: string, aliases: readonly string[], unit: 'bits' | 'packets', which: string): Option {
  const syntax =
    unit === 'bits' ? '[number, with a unit such as kbit, mbit or kbps]' : '[packets a second, 0 to 4294967295]';
  return {
    name,
    ...(aliases.length > 0 ? { aliases } : {}),
    values: [{ kind: 'irregular', syntax, optional: true }],
    summary: unit === 'bits' ? `Compares the bandwidth of ${which}.` : `Compares the packets a second of ${which}.`,
    detail: `${unit === 'bits' ? 'A number without a unit is in bits a second. ' : ''}${NOTE}`,
  };
}

export const rateest: Extension = {
  kind: 'match',
  name: 'rateest',
  families: [4, 6],
  summary: 'Matches by the current rate of traffic, as one or two rate estimators see it.',
  detail:
    'The estimators are made with `-j RATEEST`, by a rule above or one that was loaded before. ' +
    'The rate is compared with a number, or the two estimators with each other.',
  hangsOn: 'state',
  options: [
    {
      name: '--rateest1',
      aliases: ['--rateest'],
      values: [{ kind: 'text', what: "an estimator's name", minBytes: 1, cutAfterBytes: 15 }],
      required: true,
      summary: 'The name of the first estimator.',
    },
    {
      name: '--rateest2',
      values: [{ kind: 'text', what: "an estimator's name", minBytes: 1, cutAfterBytes: 15 }],
      summary: 'The name of the second estimator.',
    },
    rateOption('--rateest-bps1', [], 'bits', 'the first estimator'),
    rateOption('--rateest-pps1', [], 'packets', 'the first estimator'),
    rateOption('--rateest-bps2', ['--rateest-bps'], 'bits', 'the second estimator, or of the only one'),
    rateOption('--rateest-pps2', ['--rateest-pps'], 'packets', 'the second estimator, or of the only one'),
    {
      name: '--rateest-delta',
      values: [],
      summary: 'Takes the distance between the given rate and the estimated one instead of the rate itself.',
      detail:
        'With `--rateest-bps1 2mbit` an estimator at 1.5 mbit has 0.5 mbit left. What would be negative counts as 0.',
    },
    { name: '--rateest-lt', values: [], negatable: true, summary: 'Matches if the rate is less.' },
    { name: '--rateest-gt', values: [], negatable: true, summary: 'Matches if the rate is more.' },
    { name: '--rateest-eq', values: [], negatable: true, summary: 'Matches if the rate is the same.' },
  ],
  groups: [
    { rule: 'at-least-one', options: ['--rateest-lt', '--rateest-gt', '--rateest-eq'] },
    { rule: 'at-least-one', options: ['--rateest-bps1', '--rateest-pps1', '--rateest-bps2', '--rateest-pps2'] },
  ],
  needs: 'a rate estimator of that name, made with -j RATEEST',
  examples: [
    { table: 'mangle', rule: '-A POSTROUTING -m rateest --rateest eth0 --rateest-gt --rateest-bps 2mbit -j DROP' },
    {
      table: 'mangle',
      rule:
        '-A PREROUTING -m rateest --rateest-delta --rateest1 eth0 --rateest-bps1 2.5mbit --rateest-gt ' +
        '--rateest2 ppp0 --rateest-bps2 2mbit -j CONNMARK --set-mark 1',
    },
    { table: 'mangle', rule: '-A POSTROUTING -m rateest --rateest eth0 --rateest-lt --rateest-pps 1000 -j ACCEPT' },
    {
      table: 'mangle',
      rule: '-A POSTROUTING -m rateest --rateest1 eth0 --rateest-pps1 --rateest-eq --rateest2 ppp0 --rateest-pps2 -j ACCEPT',
    },
  ],
  source: 'iptables-extensions(8), rateest; libxt_rateest, by running 1.8.9',
};
