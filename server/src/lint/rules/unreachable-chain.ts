// A chain to which rules lead, none of which any packet gets to.

import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import { isOfTool } from '../common/known-tools.ts';
import { listed } from '../common/words.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

/** A program makes the chain, or one from which rules lead to it, and may lead packets there by rules of its own. */
function isEntered({ reach }: PacketTable, chain: ChainSteps): boolean {
  const seen = new Set([chain]);
  for (const one of seen) {
    if (isOfTool(one.name)) return true;
    for (const { chain: caller } of reach.callersOf(one)) seen.add(caller);
  }
  return false;
}

export const unreachableChain = lintRule({
  name: 'unreachable-chain',
  severity: 'warning',
  category: 'packets',
  finds: 'A chain that no packet gets to, because every jump to it is unreachable or in an unused chain.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (chain.isBuiltin || !table.isCalled(chain) || table.isReached(chain) || isEntered(table, chain)) return;
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
