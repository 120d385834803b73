// A port forward that says neither where packets come in nor to which address: it takes what the LAN sends out, too.

import { asksOnlyFor, hands, PLACELESS_OPTIONS } from '../common/conditions.ts';
import { lintRule } from '../rule.ts';

/** What leaves a rule open to packets from anywhere to anywhere. */
const OPEN: ReadonlySet<string> = new Set([...PLACELESS_OPTIONS, '--syn']);

export const dnatWithoutInterfaceOrAddress = lintRule({
  name: 'dnat-without-interface-or-address',
  severity: 'warning',
  category: 'packets',
  finds: 'A DNAT without an interface or address, which takes connections of the own network to other hosts, too.',
  looksAt: 'rule',
  tables: ['nat'],
  targets: ['DNAT'],
  when: { may: ({ chain, object }) => chain === 'PREROUTING' && object === 'DNAT' },
  check(rule, { line }, report) {
    if (!hands(rule, 'DNAT') || !asksOnlyFor(rule, OPEN)) return;
    report({
      message:
        'This DNAT takes every connection to the port that comes by, also those from your own network to other servers. Add the interface with "-i" or the public address with "-d".',
      line,
      ...rule.columns(rule.objectWord),
    });
  },
});
