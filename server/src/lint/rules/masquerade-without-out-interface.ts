// A MASQUERADE or SNAT without the interface to which it belongs: it hides who sends, in every direction.

import type { Rule } from '../../ruleset/rule.ts';
import { asksOnlyFor, hands, PLACELESS_OPTIONS } from '../common/conditions.ts';
import { lintRule } from '../rule.ts';

/** What leaves a rule open to packets of any direction. */
const OPEN: ReadonlySet<string> = new Set([...PLACELESS_OPTIONS, '--out-interface']);

/** Only loopback is left out, where it names an interface at all. */
function isOpen(rule: Rule): boolean {
  const out = rule.option('o');
  const [value] = out?.values ?? [];
  return !out || value?.text === '+' || (out.negated && value?.text === 'lo');
}

export const masqueradeWithoutOutInterface = lintRule({
  name: 'masquerade-without-out-interface',
  severity: 'warning',
  category: 'packets',
  finds: 'A MASQUERADE or SNAT without an interface or address, which takes packets of every direction.',
  looksAt: 'rule',
  tables: ['nat'],
  targets: ['MASQUERADE', 'SNAT'],
  when: { may: ({ chain, object }) => chain === 'POSTROUTING' && (object === 'MASQUERADE' || object === 'SNAT') },
  check(rule, { line }, report) {
    if (!hands(rule, 'MASQUERADE', 'SNAT') || !asksOnlyFor(rule, OPEN) || !isOpen(rule)) return;
    report({
      message: `This ${rule.object} takes packets of every direction: your servers see all clients with the address of this machine, and their logs and blocks mean nothing. Add the interface to the Internet, as in "-o eth0".`,
      line,
      ...rule.columns(rule.objectWord),
    });
  },
});
