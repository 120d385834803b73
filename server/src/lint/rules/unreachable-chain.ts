// A chain to which rules lead, none of which any packet gets to.

import { lintRule } from '../rule.ts';
import { listed } from '../words.ts';

export const unreachableChain = lintRule({
  name: 'unreachable-chain',
  severity: 'warning',
  category: 'packets',
  finds: 'A chain that no packet gets to, because every jump to it is unreachable or stands in an unused chain.',
  looksAt: 'packets',
  *check(table, report) {
    for (const chain of table.chains) {
      if (chain.isBuiltin || !table.isCalled(chain)) continue;
      const isReached = table.isReached(chain);
      yield;
      const place = table.makerPlace(chain.name);
      if (isReached || !place) continue;
      const jumps = table.jumpsTo(chain).map(({ line }) => line);
      const which = jumps.length === 1 ? 'the jump' : 'the jumps';
      report({
        message: `No packet reaches the chain "${chain.name}": none gets to ${which} on ${listed(jumps)}.`,
        ...place,
        tags: ['unnecessary'],
      });
    }
  },
});
