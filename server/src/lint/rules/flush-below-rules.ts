// A -F of a chain below rules of that chain in the same file: they are gone once the file is loaded.

import { removeLine } from '../../check/fix.ts';
import { lintRule } from '../rule.ts';

export const flushBelowRules = lintRule({
  name: 'flush-below-rules',
  severity: 'warning',
  category: 'loading',
  finds: 'A `-F` of a chain below rules of the chain, which takes them away again.',
  looksAt: 'table',
  check(table, report) {
    for (const { line, letter, chain } of table.commands) {
      if (letter !== 'F') continue;
      // Of one without a chain the back ends make different things.
      if (chain === undefined && table.settings.backend !== 'legacy') continue;
      const count = table.rulesAbove(line, chain);
      if (count === 0) continue;
      report({
        message: `This line takes away the ${count === 1 ? 'rule' : `${count} rules`} that the lines above have added${chain === undefined ? '' : ` to "${chain}"`}. A file replaces what was loaded before, so it needs no "-F": delete it, or move it above them.`,
        ...table.commandPlace(line),
      });
    }
  },
  fix(_file, { line }) {
    // It brings the rules back, of which other fixes take it that they are gone.
    return [{ title: 'Delete this line', edits: [removeLine(line)], lastResort: true }];
  },
});
