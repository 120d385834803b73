// A rule that asks for a set which the machine does not have, as far as the configuration tells.

import { nearest } from '../../vocabulary/nearest.ts';
import { lintRule } from '../rule.ts';

const OPTIONS: readonly string[] = ['--match-set', '--add-set', '--del-set', '--map-set'];

export const unknownSet = lintRule({
  name: 'unknown-set',
  severity: 'warning',
  category: 'loading',
  finds: 'A rule for a set that is not among those of the machine; only where a configuration lists them.',
  looksAt: 'rule',
  options: OPTIONS,
  check(rule, { line, settings: { host } }, report) {
    if (!host?.sets) return;
    const names = Object.keys(host.sets);
    for (const option of rule.options) {
      const [value] = option.values;
      if (!OPTIONS.includes(option.name) || !value || value.unknown || names.includes(value.text)) continue;
      const [near] = nearest(value.text, names);
      const guess = near === undefined ? 'Create it before the rules are loaded, or list it' : `Did you mean "${near}"`;
      report({
        message: `This machine has no set "${value.text}", and without it nothing of the file is loaded. ${guess}${near === undefined ? '.' : '?'}`,
        line,
        start: value.start,
        end: value.end,
      });
    }
  },
});
