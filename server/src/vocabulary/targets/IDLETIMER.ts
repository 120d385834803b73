// -j IDLETIMER: a timer that tells when traffic has stopped.

import type { Extension } from '../schema.ts';

export const IDLETIMER: Extension = {
  kind: 'target',
  name: 'IDLETIMER',
  families: [4, 6],
  summary: 'Restarts a timer with every packet; when it runs out, programs learn that there was no traffic.',
  detail:
    'The timer shows in `/sys/class/xt_idletimer/timers/<label>`, which gives notice when it runs out. Rules with the ' +
    'same label share it. The packet goes on to the next rule.',
  options: [
    {
      name: '--timeout',
      values: [{ kind: 'integer', min: 1, max: 2147482, unit: 'seconds' }],
      required: true,
      summary: 'How long it may be quiet.',
      detail: '0 and what is over the limit pass `--test`, but the kernel refuses them.',
    },
    {
      name: '--label',
      values: [
        {
          kind: 'text',
          what: "a timer's name",
          minBytes: 1,
          cutAfterBytes: 27,
          forbidden: '/',
          forbiddenWhy: 'it becomes the name of a file in /sys',
        },
      ],
      required: true,
      summary: 'The name of the timer.',
    },
    {
      name: '--alarm',
      values: [],
      summary: 'Goes on while the machine sleeps, and wakes it.',
    },
  ],
  examples: [
    { table: 'filter', rule: '-A OUTPUT -o wlan0 -j IDLETIMER --timeout 300 --label wlan0-idle' },
    { table: 'filter', rule: '-A OUTPUT -o wlan0 -j IDLETIMER --timeout 600 --label wlan0-alarm --alarm' },
  ],
  source: 'iptables-extensions(8), IDLETIMER; libxt_IDLETIMER revision 1 and xt_IDLETIMER, by running 1.8.9',
};
