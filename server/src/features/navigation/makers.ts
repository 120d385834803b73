// Which line makes a chain.

import type { Chain, TableBlock } from '../../ruleset/table-block.ts';

/**
 * The line that makes the chain for which its name stands in a line: the last above that found none of this name, else
 * the first. Of a built-in chain the line with its policy. Undefined where there is none.
 */
export function makerFor({ standing }: TableBlock, chain: Chain, line: number): number | undefined {
  if (chain.builtin) return chain.declarations[0] ?? (chain.policyLine < 0 ? undefined : chain.policyLine);
  const makers = [...chain.declarations, ...chain.makers].sort((a, b) => a - b);
  return makers.findLast((maker) => maker <= line && !standing.existsAt(chain.name, maker)) ?? makers[0];
}
