// -m limit: at most so many matches in a time.

import type { Extension } from '../schema.ts';
import type { RateValue } from '../values/kinds.ts';

/** The kernel's unit is a ten-thousandth of a second. */
export const LIMIT_RATE: RateValue = { kind: 'rate', perSecond: 10000 };

export const limit: Extension = {
  kind: 'match',
  name: 'limit',
  families: [4, 6],
  summary: 'Matches until a rate is reached; the packets beyond it go on to the next rule.',
  detail:
    'One bucket for the whole rule, whoever the sender: it starts with `--limit-burst` tokens, each match takes one, and `--limit` puts them back. It goes with ACCEPT or LOG: with DROP the first few are dropped and the flood passes. `-m hashlimit` keeps a bucket for every address. Without `--limit` the rate is 3 in an hour.',
  hangsOn: 'state',
  options: [
    {
      name: '--limit',
      values: [LIMIT_RATE],
      summary: 'How many matches in a second, minute, hour or day.',
      detail:
        'A unit may be cut: `5/m` is five in a minute. A bare `5` is five in a second. Bytes are not counted here: `512kb/s` means 512 packets.',
      default: '3/hour',
    },
    {
      name: '--limit-burst',
      values: [{ kind: 'integer', min: 0, max: 10000, unit: 'packets' }],
      summary: 'How many matches in a row are let through before the rate counts.',
      detail:
        'The legacy back end refuses 0, and slow rates with a large burst: `--limit 1/day` needs `--limit-burst 1`, the default is too much for it.',
      default: '5 packets',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A INPUT -m limit --limit 5/min --limit-burst 10 -j LOG --log-prefix "denied: "' },
    {
      table: 'filter',
      rule: '-A INPUT -p icmp -m icmp --icmp-type echo-request -m limit --limit 4/second -j ACCEPT',
      family: 4,
    },
  ],
  source: 'iptables-extensions(8), limit; libxt_limit and xt_limit, by running 1.8.9 and 1.8.11',
};
