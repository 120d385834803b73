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
export function mayAccept(chain: ChainView, fact: Fact, seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.has(chain.name)) return false;
  const end = chain.first(endsAll);
  if (chain.isBefore(chain.first(fact), end)) return true;
  const all = chain.first(acceptsAll);
  if (all >= 0 && (all === end || chain.isBefore(all, end))) return true;
  const path = new Set([...seen, chain.name]);
  return chain.callees(end).some((callee) => mayAccept(callee, fact, path));
}
