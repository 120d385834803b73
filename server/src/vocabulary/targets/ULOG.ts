// -j ULOG: the packet, sent to a logging program the old way.

import type { Extension } from '../schema.ts';

export const ULOG: Extension = {
  kind: 'target',
  name: 'ULOG',
  families: [4],
  summary: 'Sends the packet to a logging program; gone from Linux, use `NFLOG` instead.',
  detail: 'The tools still read the rule, and no kernel since Linux 3.17 loads it.',
  logs: true,
  options: [
    {
      name: '--ulog-nlgroup',
      values: [{ kind: 'integer', min: 1, max: 32 }],
      summary: 'The group to which the program listens.',
      default: '1',
    },
    {
      name: '--ulog-prefix',
      values: [{ kind: 'text', what: 'a text', minBytes: 1, cutAfterBytes: 31 }],
      summary: 'Text that goes with the packet, to find it again.',
    },
    {
      name: '--ulog-cprange',
      values: [{ kind: 'integer', min: 0, max: 18446744073709551615n, unit: 'bytes' }],
      summary: 'How much of each packet is sent.',
      default: 'all of it',
    },
    {
      name: '--ulog-qthreshold',
      values: [{ kind: 'integer', min: 1, max: 50, unit: 'packets' }],
      summary: 'How many packets the kernel collects before it sends them together.',
      default: '1',
    },
  ],
  needs: 'A kernel before Linux 3.17.',
  removed: { linux: '3.17', instead: '-j NFLOG', unread: { until: '1.8.9' } },
  examples: [
    { table: 'filter', rule: '-A INPUT -j ULOG --ulog-nlgroup 2 --ulog-prefix "denied: "', family: 4 },
    { table: 'filter', rule: '-A INPUT -j ULOG --ulog-cprange 100 --ulog-qthreshold 10', family: 4 },
  ],
  source: 'iptables-extensions(8), ULOG; libipt_ULOG, by running 1.8.9 and 1.8.11 with --test',
};
