// A rule that could be left out: what it decides the rules behind it, or the policy, decide alike.

import { removeLine } from '../../check/fix.ts';
import { listed, takes } from '../common/words.ts';
import { lintRule } from '../rule.ts';

export const redundantRule = lintRule({
  name: 'redundant-rule',
  severity: 'information',
  category: 'packets',
  finds: 'A rule without which every packet would get the same verdict from a later rule or from the policy.',
  looksAt: 'packets',
  fates: ['live'],
  checkRule({ table, chain, step }, report) {
    const policy = table.block.chains.get(chain.name)?.policy;
    const found = policy === undefined ? undefined : table.replacementOf(chain, step, policy);
    if (!found) return;
    const lines = found.steps.map(({ line }) => line);
    const others = [...(lines.length === 0 ? [] : [listed(lines)]), ...(found.byPolicy ? ['the policy'] : [])];
    const does = others.length === 1 && lines.length <= 1 ? takes(step.verdict) : takes(step.verdict).replace(/s$/, '');
    report({
      message: `This rule changes no verdict: without it ${others.join(' and ')} ${does} every packet that it matches.`,
      ...table.placeOf(step.line),
      tags: ['unnecessary'],
      ...(lines.length > 0 && {
        related: found.steps
          .slice(0, 8)
          .map(({ line }) => ({ message: 'This rule decides alike.', ...table.placeOf(line) })),
      }),
    });
  },
  fix(_file, { line }) {
    return [{ title: 'Delete this rule', edits: [removeLine(line)] }];
  },
});
