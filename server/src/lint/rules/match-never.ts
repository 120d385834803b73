// A rule that no packet matches, wherever it stands.

import { lintRule } from '../rule.ts';

export const matchNever = lintRule({
  name: 'match-never',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule whose conditions no packet meets in its chain.',
  looksAt: 'packets',
  fates: ['never'],
  checkRule({ table, chain, step }, report) {
    // A range that runs backwards, or the ICMP of the other family, is told where it stands.
    if (table.file.rule(step.line).faults.length > 0) return;
    const why =
      step.parts.length === 0
        ? 'its conditions rule each other out'
        : `packets that come to the chain "${chain.name}" cannot meet all of its conditions`;
    report({ message: `This rule never matches: ${why}.`, ...table.placeOf(step.line), tags: ['unnecessary'] });
  },
});
