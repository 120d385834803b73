// A policy of DROP under which the machine cannot talk to itself.

import { type Edit, insertLines } from '../../check/fix.ts';
import { defaultDenyChains, firstRuleLine, policyPlace, reaches } from '../chains.ts';
import type { LintRule } from '../rule.ts';

const RULES = { INPUT: '-A INPUT -i lo -j ACCEPT', OUTPUT: '-A OUTPUT -o lo -j ACCEPT' } as const;

export const defaultDenyWithoutLoopback: LintRule = {
  name: 'default-deny-without-loopback',
  severity: 'warning',
  check(file, report) {
    for (const { block, chain } of defaultDenyChains(file)) {
      const inward = chain.name === 'INPUT';
      const accepts = reaches(
        block,
        chain,
        ({ lint }) => (inward ? lint.acceptsLoopbackIn : lint.acceptsLoopbackOut) > 0 || lint.acceptsAll > 0,
      );
      if (accepts) continue;
      const rule = inward ? RULES.INPUT : RULES.OUTPUT;
      report({
        message: `${chain.name} drops what no rule accepts, and no rule accepts the loopback interface: programs on this machine cannot reach each other. Add ${rule}.`,
        ...policyPlace(file, block, chain),
      });
    }
  },
  fix(file, { line }) {
    const block = file.blockAt(line);
    if (!block) return [];
    const missing = defaultDenyChains(file).filter(({ block: where, chain }) => {
      return (
        where === block &&
        !reaches(
          block,
          chain,
          ({ lint }) => (chain.name === 'INPUT' ? lint.acceptsLoopbackIn : lint.acceptsLoopbackOut) > 0,
        )
      );
    });
    const edits = missing.map(({ chain }): Edit => {
      const rule = chain.name === 'INPUT' ? RULES.INPUT : RULES.OUTPUT;
      return insertLines(file, firstRuleLine(file, block, chain.name), [rule]);
    });
    const names = missing.map(({ chain }) => chain.name).join(' and ');
    return edits.length === 0 ? [] : [{ title: `Accept loopback first in ${names}`, edits, preferred: true }];
  },
};
