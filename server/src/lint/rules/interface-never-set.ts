// A negated interface that no packet of the chain has: the condition always holds.

import { asksForOtherInterface } from '../fact.ts';
import { lintRule } from '../rule.ts';

/** The built-in chains whose packets have no such interface. */
const WITHOUT = {
  i: { hooks: new Set(['OUTPUT']), what: 'came in by an interface', comes: 'leave this machine' },
  o: { hooks: new Set(['INPUT', 'PREROUTING']), what: 'go out by an interface', comes: 'come in' },
} as const;

export const interfaceNeverSet = lintRule({
  name: 'interface-never-set',
  severity: 'warning',
  category: 'packets',
  finds: 'A negated `-i` or `-o` that always holds, since packets of the chain have no such interface.',
  looksAt: 'chain',
  check(chain, report) {
    const lines = chain.all(asksForOtherInterface);
    if (lines.length === 0 || chain.table.isPartial) return;
    const hooks = [...chain.hooks()];
    if (hooks.length === 0) return;
    for (const line of lines) {
      const rule = chain.rule(line);
      for (const letter of ['i', 'o'] as const) {
        const option = rule.option(letter);
        if (!option?.negated || !hooks.every((name) => WITHOUT[letter].hooks.has(name))) continue;
        const { what, comes } = WITHOUT[letter];
        const other = letter === 'i' ? 'o' : 'i';
        report({
          message: `The chain "${chain.name}" only gets packets that ${comes} (${hooks.join(', ')}), none of which ${what}, so this condition always holds. Use "! -${other}", or remove it.`,
          line,
          start: option.start,
          end: option.end,
        });
      }
    }
  },
});
