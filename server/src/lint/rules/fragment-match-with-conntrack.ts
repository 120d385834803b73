// A match for fragments where connections are tracked: these come put together, and none is left.

import { asksForFragments, isFragmentMatch, tracks } from '../fact.ts';
import { lintRule } from '../rule.ts';

export const fragmentMatchWithConntrack = lintRule({
  name: 'fragment-match-with-conntrack',
  severity: 'information',
  category: 'packets',
  finds: 'A `-f` or `-m frag` in a file that tracks connections, where no fragment comes to a rule.',
  looksAt: 'chain',
  check(chain, report) {
    const lines = chain.all(asksForFragments);
    if (lines.length === 0 || !chain.table.mayHave(tracks)) return;
    for (const line of lines) {
      const rule = chain.rule(line);
      const match = rule.instances.find(isFragmentMatch);
      const place = rule.option('f') ?? (match && rule.columns(match.word));
      if (!place) continue;
      report({
        message:
          'This never matches: the file tracks connections, and for that the kernel puts fragments together before any rule sees them. Remove the rule.',
        line,
        start: place.start,
        end: place.end,
      });
    }
  },
});
