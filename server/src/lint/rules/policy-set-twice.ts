// A policy that another line of the same table sets anew.

import { lintRule } from '../rule.ts';

export const policySetTwice = lintRule({
  name: 'policy-set-twice',
  severity: 'warning',
  category: 'loading',
  finds: 'A chain whose policy two lines of the file set differently; the last one counts.',
  looksAt: 'table',
  check(table, report) {
    for (const { line, chain, before, now } of table.policyChanges) {
      report({
        message: `The policy of "${chain}" is ${before} above, and this line makes it ${now}: only the last one counts. Keep one of them.`,
        ...table.policyPlace(line),
      });
    }
  },
});
