// -j DSCP: the DSCP field of the IP header.

import { DSCP_CLASS } from '../dscp-classes.ts';
import type { Extension } from '../schema.ts';

export const DSCP: Extension = {
  kind: 'target',
  name: 'DSCP',
  families: [4, 6],
  summary: 'Writes the six bits of the IP header by which routers tell urgent traffic from the rest.',
  detail: 'The two ECN bits beside them stay as they are. The packet goes on to the next rule.',
  places: [{ tables: ['mangle'] }],
  options: [
    {
      name: '--set-dscp',
      values: [{ kind: 'integer', min: 0, max: 63 }],
      excludes: ['--set-dscp-class'],
      summary: 'The value itself: `46` or `0x2e`.',
    },
    {
      name: '--set-dscp-class',
      values: [DSCP_CLASS],
      excludes: ['--set-dscp'],
      summary: 'The value by the name of its class.',
    },
  ],
  groups: [{ rule: 'at-least-one', options: ['--set-dscp', '--set-dscp-class'] }],
  examples: [
    { table: 'mangle', rule: '-A POSTROUTING -p udp -m udp --dport 5060 -j DSCP --set-dscp-class EF' },
    { table: 'mangle', rule: '-A PREROUTING -i eth0 -j DSCP --set-dscp 0' },
  ],
  source: 'iptables-extensions(8), DSCP; libxt_DSCP, by running 1.8.9 and 1.8.11',
};
