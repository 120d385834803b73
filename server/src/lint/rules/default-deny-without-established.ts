// A policy of DROP under which answers are dropped.

import { insertLines } from '../../check/fix.ts';
import { defaultDenyChains, firstRuleLine, policyPlace, reaches } from '../chains.ts';
import type { LintRule } from '../rule.ts';

export const defaultDenyWithoutEstablished: LintRule = {
  name: 'default-deny-without-established',
  severity: 'warning',
  check(file, report) {
    for (const { block, chain } of defaultDenyChains(file)) {
      if (reaches(block, chain, ({ lint }) => lint.acceptsEstablished > 0 || lint.acceptsAll > 0)) continue;
      report({
        message: `${chain.name} drops what no rule accepts, and no rule accepts packets of connections that exist: answers are lost. Add ${ruleFor(chain.name)}.`,
        ...policyPlace(file, block, chain),
      });
    }
  },
  fix(file, { line }) {
    const block = file.blockAt(line);
    const place = defaultDenyChains(file).find(
      (one) => one.block === block && policyPlace(file, one.block, one.chain).line === line,
    );
    if (!place) return [];
    const { name } = place.chain;
    const edits = [insertLines(file, firstRuleLine(file, place.block, name), [ruleFor(name)])];
    return [{ title: `Accept established and related connections first in ${name}`, edits, preferred: true }];
  },
};

function ruleFor(chain: string): string {
  return `-A ${chain} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT`;
}
