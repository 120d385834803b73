// A built-in chain of filter that has rules and no line with its policy.

import { insertLines } from '../../check/fix.ts';
import { lintRule } from '../rule.ts';

const CHAINS = ['INPUT', 'FORWARD', 'OUTPUT'];

export const missingPolicyLine = lintRule({
  name: 'missing-policy-line',
  severity: 'warning',
  category: 'loading',
  finds: 'A chain of the filter table that is used and has no line that sets its policy.',
  looksAt: 'file',
  check({ tables, settings }, report) {
    const table = tables.find(({ block }) => block.table === 'filter');
    if (!table || table.isPartial || settings.backend === 'legacy') return;
    const lacks = (name: string) => table.chain(name)?.policy === undefined;
    // What is translated goes through FORWARD, whether it has rules or not.
    const routes = !lacks('INPUT') && tables.some(({ block, hasRules }) => block.table === 'nat' && hasRules);
    const missing = CHAINS.filter((name) => lacks(name) && (table.fills(name) || (routes && name === 'FORWARD')));
    if (missing.length === 0) return;
    const names = missing.map((name) => `"${name}"`).join(', ');
    const lines = missing.map((name) => `:${name} ${name === 'OUTPUT' ? 'ACCEPT' : 'DROP'} [0:0]`).join(', ');
    report({
      message: `No line sets the policy of ${names}: iptables-nft then makes it ACCEPT, and iptables-legacy leaves it as it was. Say what you mean, such as ${lines}.`,
      ...table.headerPlace,
    });
  },
  fix(file, { line, message }) {
    const names = CHAINS.filter((name) => message.includes(`:${name} `));
    const edits = [
      insertLines(
        file,
        line + 1,
        names.map((name) => `:${name} ACCEPT [0:0]`),
      ),
    ];
    return [{ title: `Add the policy ACCEPT for ${names.join(', ')}`, edits, preferred: true }];
  },
});
