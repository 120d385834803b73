// -j NFLOG: the packet, sent to a logging program.

import type { Extension } from '../schema.ts';

export const NFLOG: Extension = {
  kind: 'target',
  name: 'NFLOG',
  families: [4, 6],
  summary: 'Sends the packet to a logging program such as ulogd; the packet itself goes on to the next rule.',
  detail: 'Without a program that listens to the group nothing is logged. Put `-m limit` before it, as for `LOG`.',
  logs: true,
  options: [
    {
      name: '--nflog-group',
      values: [{ kind: 'integer', min: 0, max: 65535 }],
      summary: 'The group to which the program listens.',
      default: '0',
    },
    {
      name: '--nflog-prefix',
      values: [
        {
          kind: 'text',
          what: 'a text',
          minBytes: 1,
          cutAfterBytes: 63,
          forbidden: '\n',
          forbiddenWhy: 'it is one line; close the quote',
        },
      ],
      summary: 'Text that goes with the packet, to find it again.',
      detail: 'Legacy keeps 63 bytes, nft 127.',
    },
    {
      name: '--nflog-range',
      values: [{ kind: 'integer', min: 0, max: 0xffffffff, unit: 'bytes' }],
      excludes: ['--nflog-size'],
      summary: 'Has never had an effect; `--nflog-size` is what was meant.',
    },
    {
      name: '--nflog-size',
      values: [{ kind: 'integer', min: 0, max: 0xffffffff, unit: 'bytes' }],
      excludes: ['--nflog-range'],
      summary: 'How much of each packet is sent.',
      default: 'all of it',
    },
    {
      name: '--nflog-threshold',
      values: [{ kind: 'integer', min: 0, max: 65535, unit: 'packets' }],
      summary: 'How many packets the kernel collects before it sends them together.',
      detail: 'It can only lower the number that the program asks for.',
      default: 'what the program asks for',
    },
  ],
  needs: 'A program that listens, such as ulogd.',
  examples: [
    {
      table: 'filter',
      rule: '-A INPUT -m limit --limit 5/min -j NFLOG --nflog-group 2 --nflog-prefix "denied: " --nflog-size 64',
    },
    { table: 'filter', rule: '-A FORWARD -j NFLOG --nflog-group 2 --nflog-threshold 20' },
  ],
  source: 'iptables-extensions(8), NFLOG; libxt_NFLOG, by running 1.8.9 and 1.8.11',
};
