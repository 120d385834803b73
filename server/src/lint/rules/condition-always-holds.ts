// A negated condition that always holds, since nothing is equal to what it excludes.

import { asksBeyondMask } from '../../analysis/beyond-mask.ts';
import { meaningOf } from '../../analysis/rule-literals.ts';
import { lintRule } from '../rule.ts';

export const conditionAlwaysHolds = lintRule({
  name: 'condition-always-holds',
  severity: 'warning',
  category: 'packets',
  finds: 'A negated mark, TOS or flags that every packet meets, because the value has bits that its mask takes away.',
  looksAt: 'rule',
  options: ['--mark', '--tos', '--tcp-flags'],
  when: { may: () => true, maybe: (text) => text.includes('! --') },
  check(rule, { line }, report) {
    for (const option of rule.options) {
      const { negated, values, name, start, end } = option;
      if (!negated || values.some(({ unknown }) => unknown)) continue;
      if (!asksBeyondMask(values.flatMap((value) => meaningOf(rule, value) ?? []))) continue;
      report({
        message: `This condition always holds: "${name}" excludes a value with a bit that its own mask takes away, which nothing is equal to. Write a mask that has all bits of the value.`,
        line,
        start,
        end,
      });
    }
  },
});
