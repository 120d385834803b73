// A rule that is to keep packets from being translated, below the rule that translates them.

import type { Step } from '../../analysis/reach/step.ts';
import { toolOf } from '../common/known-tools.ts';
import { lintRule } from '../rule.ts';

const TRANSLATING: ReadonlySet<string> = new Set(['MASQUERADE', 'SNAT', 'DNAT', 'REDIRECT', 'NETMAP']);

export const natExemptionBelowNat = lintRule({
  name: 'nat-exemption-below-nat',
  severity: 'warning',
  category: 'packets',
  finds: 'An ACCEPT or RETURN in nat that exempts nothing, because all rules that translate its packets are above it.',
  looksAt: 'packets',
  checkHook(table, chain, report) {
    if (table.block.table !== 'nat' || !chain.isBuiltin || chain.isPartial) return;
    chain.steps.forEach((step, at) => {
      if (!isExemption(step) || step.isCut || table.fateOf(chain, step).kind !== 'live') return;
      const above = chain.steps.slice(0, at).findLast((other) => translates(other) && meets(other, step));
      const below = chain.steps.slice(at + 1).some((other) => mayTranslate(other) && meets(other, step));
      if (!above || below) return;
      report({
        message: `This rule exempts nothing: line ${above.line + 1} has already translated these packets, and no rule below would. Move it above that line.`,
        ...table.placeOf(step.line),
        related: [{ message: 'This rule translates first.', ...table.placeOf(above.line) }],
      });
    });
  },
});

function isExemption({ verdict, line }: Step): boolean {
  return line >= 0 && (verdict.kind === 'return' || (verdict.kind === 'accept' && verdict.name === 'ACCEPT'));
}

function translates({ verdict }: Step): boolean {
  return 'name' in verdict && TRANSLATING.has(verdict.name);
}

function mayTranslate(step: Step): boolean {
  return translates(step) || (step.way !== 'passes' && step.way !== 'ends' && toolOf(step.callee) === undefined);
}

function meets(a: Step, b: Step): boolean {
  return a.parts.some((one) => b.parts.some((two) => one.box.intersects(two.box)));
}
