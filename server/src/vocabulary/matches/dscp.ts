// -m dscp: the six bits of Differentiated Services in the IP header.

import { DSCP_CLASS } from '../dscp-classes.ts';
import type { Extension } from '../schema.ts';

export const dscp: Extension = {
  kind: 'match',
  name: 'dscp',
  families: [4, 6],
  summary: 'Matches by the Differentiated Services code point, the upper six bits of the TOS or traffic class byte.',
  options: [
    {
      name: '--dscp',
      values: [{ kind: 'integer', min: 0, max: 63 }],
      negatable: true,
      excludes: ['--dscp-class'],
      summary: 'The code point as a number.',
      detail: 'It is the TOS byte divided by 4: TOS 0xb8 is code point 46.',
    },
    {
      name: '--dscp-class',
      values: [DSCP_CLASS],
      negatable: true,
      excludes: ['--dscp'],
      summary: 'The code point by the name of its class.',
      detail:
        '| class | code points |\n|---|---|\n| BE | 0, best effort |\n| EF | 46, expedited forwarding: voice |\n' +
        '| CS0 to CS7 | 0, 8, 16 ... 56, the old IP precedence |\n| AF11, AF12, AF13 | 10, 12, 14 |\n' +
        '| AF21, AF22, AF23 | 18, 20, 22 |\n| AF31, AF32, AF33 | 26, 28, 30 |\n| AF41, AF42, AF43 | 34, 36, 38 |\n\n' +
        'The tools ignore whatever follows the name: `CS10` loads, as CS1.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--dscp', '--dscp-class'] }],
  examples: [
    { table: 'mangle', rule: '-A PREROUTING -m dscp --dscp-class EF -j MARK --set-mark 1' },
    { table: 'filter', rule: '-A INPUT -m dscp ! --dscp 0x2e -j ACCEPT' },
  ],
  source: 'iptables-extensions(8), dscp; libxt_dscp, by running 1.8.9 and 1.8.11',
};
