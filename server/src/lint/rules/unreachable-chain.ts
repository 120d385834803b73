// A chain to which rules lead, none of which any packet gets to.

import { listed } from '../common/words.ts';
import { lintRule } from '../rule.ts';

export const unreachableChain = lintRule({
  name: 'unreachable-chain',
  severity: 'warning',
  category: 'packets',
  finds: 'A chain that no packet gets to, because every jump to it is unreachable or in an unused chain.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (chain.isBuiltin || !table.isCalled(chain) || table.isReached(chain)) return;
    const place = table.makerPlace(chain.name);
    if (!place) return;
    const jumps = table.jumpsTo(chain);
    const which = jumps.length === 1 ? 'the jump' : 'the jumps';
    report({
      message: () =>
        `No packet reaches the chain "${chain.name}": none gets to ${which} on ${listed(jumps.map(({ line }) => line))}.`,
      ...place,
      tags: ['unnecessary'],
    });
  },
});
