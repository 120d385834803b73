// A port forward that says neither where packets come in nor to which address: it takes what the LAN sends out, too.

import type { Rule } from '../../ruleset/rule.ts';
import { asksOnlyFor, hands, PLACELESS_OPTIONS } from '../common/conditions.ts';
import { toolOf } from '../common/known-tools.ts';
import type { Fact } from '../fact.ts';
import { lintRule } from '../rule.ts';
import type { ChainView } from '../view.ts';

/** What leaves a rule open to packets from anywhere to anywhere. */
const OPEN: ReadonlySet<string> = new Set([...PLACELESS_OPTIONS, '--syn']);

const isOpen = (rule: Rule): boolean => asksOnlyFor(rule, OPEN);

const forwardsAny: Fact = {
  may: ({ object }) => object === 'DNAT',
  holds: (rule) => hands(rule, 'DNAT') && isOpen(rule),
};

const returns: Fact = { may: ({ object }) => object === 'RETURN' };

/** Whatever comes by gets to the chain: it is PREROUTING, or a rule there leads to it that says no place either. */
function takesAny(chain: ChainView): boolean {
  if (chain.name === 'PREROUTING') return true;
  if (toolOf(chain.name) !== undefined || chain.first(returns) >= 0) return false;
  return [...chain.callers()].some(({ chain: from, line }) => from.name === 'PREROUTING' && isOpen(from.rule(line)));
}

export const dnatWithoutInterfaceOrAddress = lintRule({
  name: 'dnat-without-interface-or-address',
  severity: 'warning',
  category: 'packets',
  finds: 'A DNAT without an interface or address, which takes connections of the own network to other hosts, too.',
  looksAt: 'chain',
  check(chain, report) {
    if (chain.table.block.table !== 'nat') return;
    const lines = chain.all(forwardsAny);
    if (lines.length === 0 || !takesAny(chain)) return;
    for (const line of lines) {
      const rule = chain.rule(line);
      report({
        message:
          'This DNAT takes every connection to the port that comes by, also those from your own network to other servers. Add the interface with "-i" or the public address with "-d".',
        line,
        ...rule.columns(rule.objectWord),
      });
    }
  },
});
