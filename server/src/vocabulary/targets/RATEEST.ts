// -j RATEEST: an estimate of the rate of traffic.

import type { Extension } from '../schema.ts';

export const RATEEST: Extension = {
  kind: 'target',
  name: 'RATEEST',
  families: [4, 6],
  summary: 'Counts the packet into an estimator, whose rate the match `rateest` compares.',
  detail:
    'Rules with the same name feed the same estimator and must give it the same times. The packet goes on to the next rule.',
  options: [
    {
      name: '--rateest-name',
      values: [{ kind: 'text', what: "an estimator's name", cutAfterBytes: 15 }],
      required: true,
      summary: 'The name of the estimator.',
    },
    {
      name: '--rateest-interval',
      values: [{ kind: 'irregular', syntax: 'a time of at most 8s: a number with s, ms or us' }],
      required: true,
      summary: 'How often it measures: `250ms`.',
      detail: 'Rounded up to 250ms, 500ms, 1s, 2s, 4s or 8s. A number without a unit is microseconds.',
    },
    {
      name: '--rateest-ewmalog',
      values: [{ kind: 'irregular', syntax: 'a time of at least 1.443 intervals: a number with s, ms or us' }],
      required: true,
      summary: 'The time over which it averages: `500ms`.',
      detail: 'A number without a unit is microseconds.',
    },
  ],
  examples: [
    {
      table: 'mangle',
      rule: '-A POSTROUTING -o eth0 -j RATEEST --rateest-name eth0 --rateest-interval 250ms --rateest-ewmalog 500ms',
    },
  ],
  source: 'iptables-extensions(8), RATEEST; libxt_RATEEST, by running 1.8.9 and 1.8.11',
};
