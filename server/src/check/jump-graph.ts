// The graph of a table's chains: jumps that lead in a circle, and jumps that go too deep.

import type { Calls } from '../ruleset/table/view.ts';

/** A jump between two chains of a table, by their names. */
export interface Step {
  readonly from: string;
  readonly to: string;
}

export interface Loop extends Step {
  /** The names of the chains, the first one again at the end; of a long circle its beginning and end. */
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

/** Of a circle of more chains than this only some are named. */
const LONGEST_SHOWN = 8;

/** The graph below `roots`, the built-in chains. */
export function jumpGraph(roots: readonly string[], calls: Calls): JumpGraph {
  const loops = findLoops(roots, calls);
  return { loops, deep: loops.length > 0 ? [] : findDeep(roots, calls) };
}

function findLoops(roots: readonly string[], calls: Calls): Loop[] {
  const found: Loop[] = [];
  const done = new Set<string>();
  for (const root of roots) {
    const onPath = new Map([[root, 0]]);
    const stack = [{ chain: root, callees: [...calls(root)], next: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const callee = top.callees[top.next++];
      const circle = callee === undefined ? undefined : onPath.get(callee);
      if (callee === undefined) {
        done.add(top.chain);
        onPath.delete(top.chain);
        stack.pop();
      } else if (circle !== undefined) {
        const names = (from: number, to?: number) => stack.slice(from, to).map(({ chain }) => chain);
        const isLong = stack.length - circle > LONGEST_SHOWN;
        const path = isLong ? [...names(circle, circle + LONGEST_SHOWN - 2), '...', ...names(-1)] : names(circle);
        found.push({ from: top.chain, to: callee, path: [...path, callee] });
      } else if (!done.has(callee)) {
        onPath.set(callee, stack.length);
        stack.push({ chain: callee, callees: [...calls(callee)], next: 0 });
      }
    }
  }
  return found;
}

/** How many chains below the roots lead to each chain. */
function callerCounts(roots: readonly string[], calls: Calls): Map<string, number> {
  const counts = new Map<string, number>();
  const work = [...roots];
  for (let chain = work.pop(); chain !== undefined; chain = work.pop()) {
    for (const callee of calls(chain)) {
      const before = counts.get(callee);
      counts.set(callee, (before ?? 0) + 1);
      if (before === undefined) work.push(callee);
    }
  }
  return counts;
}

/** Longest ways from the built-in chains, chain by chain once all its callers are known. Only without loops. */
function findDeep(roots: readonly string[], calls: Calls): Step[] {
  const waiting = callerCounts(roots, calls);
  const depth = new Map<string, number>();
  const ready = [...roots];
  const found: Step[] = [];
  for (let from = ready.pop(); from !== undefined; from = ready.pop()) {
    const jumps = (depth.get(from) ?? 0) + 1;
    for (const to of calls(from)) {
      if (jumps > MOST_JUMPS) found.push({ from, to });
      depth.set(to, Math.max(depth.get(to) ?? 0, jumps));
      const left = (waiting.get(to) ?? 1) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return found;
}
