// -m connmark: the mark of the packet's connection.

import type { Extension } from '../schema.ts';

export const connmark: Extension = {
  kind: 'match',
  name: 'connmark',
  families: [4, 6],
  summary: 'Matches by the mark of the connection, which `-j CONNMARK` sets.',
  detail: "It is not the packet's own mark: that one is `-m mark`, and `-j CONNMARK --restore-mark` copies it over.",
  hangsOn: 'machine',
  options: [
    {
      name: '--mark',
      values: [{ kind: 'mark' }],
      required: true,
      negatable: true,
      summary: 'The mark that the connection must have.',
      detail: 'With a mask only its bits count: `0x10/0xf0` matches the mark 0x1f too.',
      default: 'without a mask all 32 bits count',
    },
  ],
  needs: 'connection tracking (nf_conntrack)',
  examples: [
    { table: 'mangle', rule: '-A PREROUTING -m connmark --mark 0x1 -j CONNMARK --restore-mark' },
    { table: 'filter', rule: '-A FORWARD -m connmark ! --mark 0x10/0xf0 -j DROP' },
  ],
  source: 'iptables-extensions(8), connmark; libxt_connmark revision 1, by running 1.8.9 and 1.8.11',
};
