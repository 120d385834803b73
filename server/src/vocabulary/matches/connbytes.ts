// -m connbytes: how much a connection has carried so far.

import type { Extension } from '../schema.ts';

export const connbytes: Extension = {
  kind: 'match',
  name: 'connbytes',
  families: [4, 6],
  summary: 'Matches by what the connection has carried so far: bytes, packets or the mean size of a packet.',
  detail:
    'Loading the rule turns the counters on (`net.netfilter.nf_conntrack_acct`). Connections that began before have ' +
    'none and never match.',
  hangsOn: 'state',
  options: [
    {
      name: '--connbytes',
      values: [{ kind: 'integer-range', min: 0, max: 18446744073709551615n, ordered: 'always', alone: 'least' }],
      required: true,
      negatable: true,
      summary: 'The amount: `from:to`; `from:` and `from` alone are that much and more.',
      detail: 'What is counted says `--connbytes-mode`: bytes or packets.',
    },
    {
      name: '--connbytes-dir',
      values: [
        {
          kind: 'choice',
          what: 'a direction',
          choices: [
            { name: 'original', summary: 'Only packets in the direction of the first one.' },
            { name: 'reply', summary: 'Only packets of the answer.' },
            { name: 'both', summary: 'Packets of both directions together.' },
          ],
        },
      ],
      required: true,
      summary: 'Which direction is counted.',
    },
    {
      name: '--connbytes-mode',
      values: [
        {
          kind: 'choice',
          what: 'a mode',
          choices: [
            { name: 'packets', summary: 'The number of packets.' },
            { name: 'bytes', summary: 'The number of bytes, headers from IP on included.' },
            { name: 'avgpkt', summary: 'The mean size of a packet in bytes.' },
          ],
        },
      ],
      required: true,
      summary: 'What is counted.',
    },
  ],
  needs: 'connection tracking (nf_conntrack)',
  examples: [
    {
      table: 'mangle',
      rule: '-A FORWARD -m connbytes --connbytes 1000000: --connbytes-dir both --connbytes-mode bytes -j ACCEPT',
    },
  ],
  source: 'iptables-extensions(8), connbytes; libxt_connbytes, by running 1.8.9 and 1.8.11',
};
