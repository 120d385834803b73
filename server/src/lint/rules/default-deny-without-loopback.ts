// A policy of DROP under which the machine cannot talk to itself.

import { type Edit, insertLines } from '../../check/fix.ts';
import { isDefaultDeny, mayAccept } from '../default-deny.ts';
import { acceptsLoopbackIn, acceptsLoopbackOut } from '../fact.ts';
import { tableAt } from '../look.ts';
import { firstRuleLine } from '../places.ts';
import { lintRule } from '../rule.ts';
import type { ChainView } from '../view.ts';

const RULES = { INPUT: '-A INPUT -i lo -j ACCEPT', OUTPUT: '-A OUTPUT -o lo -j ACCEPT' } as const;

function ruleFor({ name }: ChainView): string {
  return name === 'INPUT' ? RULES.INPUT : RULES.OUTPUT;
}

function lacksLoopback(chain: ChainView): boolean {
  return isDefaultDeny(chain) && !mayAccept(chain, chain.name === 'INPUT' ? acceptsLoopbackIn : acceptsLoopbackOut);
}

export const defaultDenyWithoutLoopback = lintRule({
  name: 'default-deny-without-loopback',
  severity: 'warning',
  category: 'packets',
  finds: 'A policy of DROP without a rule that accepts the loopback interface.',
  looksAt: 'chain',
  check(chain, report) {
    if (!lacksLoopback(chain)) return;
    report({
      message: `The chain "${chain.name}" drops packets by default, and no rule accepts the loopback interface, so programs on this machine cannot reach each other. Add "${ruleFor(chain)}".`,
      ...chain.policyPlace,
    });
  },
  fix(file, { line }) {
    const table = tableAt(file, line);
    const missing = ['INPUT', 'OUTPUT'].flatMap((name) => {
      const chain = table?.chain(name);
      return chain && lacksLoopback(chain) ? [chain] : [];
    });
    const edits = missing.map((chain): Edit => {
      return insertLines(file, firstRuleLine(file, chain.table.block, chain.name), [ruleFor(chain)]);
    });
    const names = missing.map(({ name }) => name).join(' and ');
    return edits.length === 0 ? [] : [{ title: `Accept loopback first in ${names}`, edits, preferred: true }];
  },
});
