// A policy of DROP under which answers are dropped.

import { insertLines } from '../../check/fix.ts';
import { isDefaultDeny, mayAccept } from '../default-deny.ts';
import { acceptsEstablished } from '../fact.ts';
import { tableAt } from '../look.ts';
import { firstRuleLine } from '../places.ts';
import { lintRule } from '../rule.ts';
import type { ChainView } from '../view.ts';

function lacksAnswers(chain: ChainView): boolean {
  return isDefaultDeny(chain) && !mayAccept(chain, acceptsEstablished);
}

function ruleFor({ name }: ChainView): string {
  return `-A ${name} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT`;
}

export const defaultDenyWithoutEstablished = lintRule({
  name: 'default-deny-without-established',
  severity: 'warning',
  category: 'packets',
  finds: 'A policy of DROP without a rule that accepts established connections.',
  looksAt: 'chain',
  check(chain, report) {
    if (!lacksAnswers(chain)) return;
    report({
      message: `The chain "${chain.name}" drops packets by default, and no rule accepts established connections, so replies are lost. Add "${ruleFor(chain)}".`,
      ...chain.policyPlace,
    });
  },
  fix(file, { line }) {
    const table = tableAt(file, line);
    const chain = ['INPUT', 'OUTPUT']
      .map((name) => table?.chain(name))
      .find((one) => one?.policyPlace.line === line && lacksAnswers(one));
    if (!chain) return [];
    const edits = [insertLines(file, firstRuleLine(file, chain.table.block, chain.name), [ruleFor(chain)])];
    return [{ title: `Accept established and related connections first in ${chain.name}`, edits, preferred: true }];
  },
});
