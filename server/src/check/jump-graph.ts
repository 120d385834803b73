// The graph of a table's chains: jumps that lead in a circle, and jumps that go too deep.

import type { Chain, TableBlock } from '../ruleset/table-block.ts';

/** A jump between two chains of a table. */
export interface Step {
  readonly from: Chain;
  readonly to: Chain;
}

export interface Loop extends Step {
  /** The names of the chains, the first one again at the end. */
  readonly path: readonly string[];
}

export interface JumpGraph {
  /** Jumps that close a circle in a part of the table that a hook reaches. */
  readonly loops: readonly Loop[];
  /** Jumps that a packet could only take after `MOST_JUMPS` others. Empty where there are loops. */
  readonly deep: readonly Step[];
}

/** The nft kernel follows so many jumps in a row. Source: a run of chains of 15 and 16 jumps, Linux 6. */
export const MOST_JUMPS = 15;

const known = new WeakMap<TableBlock, { readonly shape: number; readonly graph: JumpGraph }>();

/** The graph of a table; found anew only where its shape changed. */
export function jumpGraph(block: TableBlock): JumpGraph {
  const last = known.get(block);
  if (last?.shape === block.shape) return last.graph;
  const loops = findLoops(block);
  const graph = { loops, deep: loops.length > 0 ? [] : findDeep(block) };
  known.set(block, { shape: block.shape, graph });
  return graph;
}

function calleesOf(block: TableBlock, chain: Chain): Chain[] {
  const callees: Chain[] = [];
  for (const name of chain.calls.keys()) {
    const callee = block.chains.get(name);
    if (callee && !callee.builtin && callee.declared) callees.push(callee);
  }
  return callees;
}

function findLoops(block: TableBlock): Loop[] {
  const found: Loop[] = [];
  const done = new Set<Chain>();
  for (const root of block.chains.values()) {
    if (!root.builtin) continue;
    const onPath = new Set<Chain>([root]);
    const stack = [{ chain: root, callees: calleesOf(block, root), next: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const callee = top.callees[top.next++];
      if (!callee) {
        done.add(top.chain);
        onPath.delete(top.chain);
        stack.pop();
      } else if (onPath.has(callee)) {
        const path = [...onPath];
        const circle = [...path.slice(path.indexOf(callee)), callee];
        found.push({ from: top.chain, to: callee, path: circle.map(({ name }) => name) });
      } else if (!done.has(callee)) {
        onPath.add(callee);
        stack.push({ chain: callee, callees: calleesOf(block, callee), next: 0 });
      }
    }
  }
  return found;
}

/** Longest ways from the built-in chains, chain by chain once all its callers are known. Only without loops. */
function findDeep(block: TableBlock): Step[] {
  const waiting = new Map<Chain, number>();
  const depth = new Map<Chain, number>();
  const ready: Chain[] = [];
  for (const chain of block.chains.values()) {
    if (chain.builtin) {
      depth.set(chain, 0);
      ready.push(chain);
    }
    if (chain.reached !== 0) {
      for (const callee of calleesOf(block, chain)) waiting.set(callee, (waiting.get(callee) ?? 0) + 1);
    }
  }
  const found: Step[] = [];
  for (let from = ready.pop(); from; from = ready.pop()) {
    const jumps = (depth.get(from) ?? 0) + 1;
    for (const to of calleesOf(block, from)) {
      if (jumps > MOST_JUMPS) found.push({ from, to });
      depth.set(to, Math.max(depth.get(to) ?? 0, jumps));
      const left = (waiting.get(to) ?? 1) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return found;
}
