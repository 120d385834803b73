// A rule for an interface that the machine does not have, as far as the configuration tells.

import type { Rule } from '../../ruleset/rule.ts';
import { mayHaveInterface } from '../common/host.ts';
import { lintRule } from '../rule.ts';

export const unknownInterface = lintRule({
  name: 'unknown-interface',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule for an interface that is not among those of the machine; only where a configuration lists them.',
  looksAt: 'rule',
  options: ['--in-interface', '--out-interface'],
  check(rule, { line, settings: { host } }, report) {
    if (!host?.interfaces) return;
    for (const { text, start, end, negated } of namesIn(rule)) {
      if (text === '' || text === '+' || mayHaveInterface(host, text)) continue;
      const effect = negated ? 'this condition is always met' : 'no packet matches this rule';
      report({
        message: `This machine has no interface "${text}", so ${effect}. It has: ${listed(host.interfaces)}.`,
        line,
        start,
        end,
      });
    }
  },
});

function namesIn({ options }: Rule) {
  return options.flatMap(({ letter, negated, values: [value] }) => {
    return (letter === 'i' || letter === 'o') && value && !value.unknown ? [{ ...value, negated }] : [];
  });
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
