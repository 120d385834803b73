// INPUT, FORWARD or OUTPUT that lets pass whatever no rule speaks of: the CIS benchmarks ask for a default deny in all three.

import { wallOf } from '../common/walls.ts';
import { lintRule } from '../rule.ts';
import { acceptsInVain } from './default-accept.ts';

const LETS = {
  INPUT: 'lets in',
  FORWARD: 'forwards',
  OUTPUT: 'lets out',
} as const;

export const noDefaultDeny = lintRule({
  name: 'no-default-deny',
  severity: 'warning',
  category: 'packets',
  presets: { recommended: 'off', strict: 'information', cis: 'warning' },
  finds: 'An INPUT, FORWARD or OUTPUT that does not refuse what none of its rules accepts.',
  looksAt: 'packets',
  checkHook(table, { name }, report) {
    if (table.block.table !== 'filter' || (name !== 'INPUT' && name !== 'FORWARD' && name !== 'OUTPUT')) return;
    const place = table.policyPlace(name);
    // Of a chain whose rules accept for nothing it is told already.
    if (!place || table.policyOf(name) !== 'ACCEPT' || wallOf(table, name) || acceptsInVain(table, name)) return;
    report({
      message: `"${name}" ${LETS[name]} whatever its rules do not refuse. Accept what is needed, and set the policy to DROP: ":${name} DROP [0:0]".`,
      ...place,
    });
  },
});
