// A limit that names no rate: it is three in an hour.

import { lintRule } from '../rule.ts';

export const limitWithoutRate = lintRule({
  name: 'limit-without-rate',
  severity: 'warning',
  category: 'packets',
  finds: 'A `-m limit` without `--limit`, which is three packets an hour.',
  looksAt: 'rule',
  options: ['--match'],
  when: { may: () => true, maybe: (text) => text.includes('limit') && !text.includes('--limit ') },
  check(rule, { line }, report) {
    for (const { known, word } of rule.instances) {
      const { kind, name } = known.extension;
      if (kind !== 'match' || name !== 'limit' || rule.options.some((option) => option.name === '--limit')) continue;
      report({
        message:
          'Without "--limit" the rate is three packets an hour, and after the first few hardly any packet matches. Add the rate, such as "--limit 10/second".',
        line,
        ...rule.columns(word),
      });
    }
  },
});
