// The library `standard`, behind the verdicts and the jumps to chains.

import type { Extension } from '../schema.ts';

export const standard: Extension = {
  kind: 'target',
  name: 'standard',
  families: [4, 6],
  summary: 'Carries the verdicts ACCEPT, DROP, QUEUE and RETURN and the jumps to chains; never written itself.',
  detail: '`-j standard` passes `--test`, and then the kernel refuses it.',
  options: [],
  examples: [
    { table: 'filter', rule: '-A INPUT -i lo -j ACCEPT' },
    { table: 'mangle', rule: '-A PREROUTING -m conntrack --ctstate INVALID -j DROP' },
    { table: 'nat', rule: '-A POSTROUTING -d 192.0.2.0/24 -j RETURN', family: 4 },
  ],
  source: 'iptables(8), TARGETS; libxt_standard, by running 1.8.9 and 1.8.11',
};
