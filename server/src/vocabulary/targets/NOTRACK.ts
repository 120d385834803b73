// -j NOTRACK: no connection tracking for the packet.

import type { Extension } from '../schema.ts';

export const NOTRACK: Extension = {
  kind: 'target',
  name: 'NOTRACK',
  families: [4, 6],
  summary: 'Leaves the packet untracked: its state is UNTRACKED, and NAT does not touch it.',
  detail:
    'The old name of `CT --notrack`. The packet goes on to the next rule. The answers need a rule of their own, and ' +
    'the filter rules an `UNTRACKED` beside `ESTABLISHED`.',
  places: [{ tables: ['raw'], hooks: ['PREROUTING', 'OUTPUT'] }],
  options: [],
  examples: [{ table: 'raw', rule: '-A PREROUTING -p udp -m udp --dport 53 -j NOTRACK' }],
  source: 'iptables-extensions(8), NOTRACK; libxt_CT, by running 1.8.9 and 1.8.11',
};
