// What a chain whose policy refuses must accept, and whether it does.

import type { Fact } from './fact.ts';
import { acceptsAll, endsAll } from './fact.ts';
import type { ChainView } from './view.ts';

/** The filter table's INPUT or OUTPUT, where its policy drops what no rule accepts and all of its rules are known. */
export function isDefaultDeny({ name, policy, table }: ChainView): boolean {
  if (table.isPartial || table.block.table !== 'filter') return false;
  return (name === 'INPUT' || name === 'OUTPUT') && policy === 'DROP';
}

/** Whether a rule of which the fact is so, or one that accepts everything, may be reached in the chain or from it. */
export function mayAccept(chain: ChainView, fact: Fact): boolean {
  if (!chain.table.mayHave(fact) && !chain.table.mayHave(acceptsAll)) return false;
  const seen = new Set([chain.name]);
  const work = [chain];
  for (let at = work.pop(); at; at = work.pop()) {
    const end = at.first(endsAll);
    if (at.isBefore(at.first(fact), end)) return true;
    const all = at.first(acceptsAll);
    if (all >= 0 && (all === end || at.isBefore(all, end))) return true;
    for (const name of at.callees(end)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const callee = at.table.chain(name);
      if (callee) work.push(callee);
    }
  }
  return false;
}
