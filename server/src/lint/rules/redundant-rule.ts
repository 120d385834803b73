// A rule that could be left out: what it decides the rules behind it, or the policy, decide alike.

import type { Replacement } from '../../analysis/reach/redundant.ts';
import type { Step } from '../../analysis/reach/step.ts';
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
    report({
      message: () => messageOf(step, found),
      ...table.placeOf(step.line),
      tags: ['unnecessary'],
      ...(found.steps.length > 0 && {
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

function messageOf({ verdict }: Step, { steps, byPolicy }: Replacement): string {
  const others = [
    ...(steps.length === 0 ? [] : [listed(steps.map(({ line }) => line))]),
    ...(byPolicy ? ['the policy'] : []),
  ];
  const does = others.length === 1 && steps.length <= 1 ? takes(verdict) : takes(verdict).replace(/s$/, '');
  return `This rule changes no verdict: without it ${others.join(' and ')} ${does} every packet that it matches.`;
}
