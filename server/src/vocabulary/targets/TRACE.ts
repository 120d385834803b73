// -j TRACE: the packet's way through all rules, written down.

import type { Extension } from '../schema.ts';

export const TRACE: Extension = {
  kind: 'target',
  name: 'TRACE',
  families: [4, 6],
  summary: 'Writes down every rule that the packet meets from here on; the packet goes on to the next rule.',
  detail:
    'For finding out why a packet is lost. Under nft read the trace with `xtables-monitor --trace`, under legacy in ' +
    'the kernel log. Legacy takes it in the raw table only. Name few packets and take the rule out again: it is slow.',
  places: [{ tables: ['raw'], hooks: ['PREROUTING', 'OUTPUT'], backend: 'legacy' }],
  options: [],
  examples: [{ table: 'raw', rule: '-A PREROUTING -p tcp -m tcp --dport 80 --syn -j TRACE' }],
  source: 'iptables-extensions(8), TRACE; libxt_TRACE, by running 1.8.9 and 1.8.11',
};
