// Which chains of one's own the rules of a chain lead to, in the order of its rules.

import type { Chain, TableLines } from '../table/chain.ts';
import { firstOf, hasLine, type Lines, placeOf } from '../table/lines.ts';
import { calleeOf, isFinal, leadsOn } from '../table/roles.ts';
import type { LiveChain } from './live-chain.ts';
import type { Run } from './live-list.ts';

/** What the object of a line's rule is called in the end; the same for all names that no -E takes away. */
export interface Renames {
  readonly concerns: (object: string) => boolean;
  readonly calledNow: (object: string, line: number) => string;
}

interface Edge {
  readonly name: string;
  readonly line: number;
}

/** The names that rules above line `below` hand packets to, of a chain that holds what its lines say. */
export function plainEdges(calls: Chain['calls'], below: number, renames: Renames | undefined): string[] {
  const edges: Edge[] = [];
  for (const [object, lines] of calls) {
    if (renames?.concerns(object)) {
      for (const line of lines) if (line < below) edges.push({ name: renames.calledNow(object, line), line });
    } else if (firstOf(lines) < below) edges.push({ name: object, line: firstOf(lines) });
  }
  return inOrder(edges);
}

/** The same for a chain whose rules commands have changed; of `final` only up to its first rule that ends it. */
export function liveEdges(live: LiveChain, lines: TableLines, final: boolean, renames: Renames | undefined): string[] {
  const names = new Set<string>();
  const add = (object: string, line: number) => names.add(renames?.calledNow(object, line) ?? object);
  for (const stretch of live.rules.stretches()) {
    if (stretch.source) {
      const end = final ? finalIn(stretch) : Number.POSITIVE_INFINITY;
      const edges = edgesOfRun(stretch, lines, renames);
      for (const { name, line } of edges) if (line < end) add(name, line);
      if (end !== Number.POSITIVE_INFINITY) break;
      continue;
    }
    const rule = lines.entry(stretch.line);
    if (rule.kind !== 'command') continue;
    if (final && isFinal(rule)) break;
    const callee = leadsOn(rule) ? calleeOf(rule) : undefined;
    if (callee !== undefined) add(callee, stretch.line);
  }
  return [...names];
}

/** The first edge to each name, by line; all to names that are not the same in the end. */
function edgesOfRun(run: Run, lines: TableLines, renames: Renames | undefined): Edge[] {
  const { chain } = run.source;
  if (run.to - run.from <= chain.calls.size) return edgesOfLines(chain.appends.slice(run.from, run.to), lines);
  const edges: Edge[] = [];
  for (const [name, called] of chain.calls) {
    if (renames?.concerns(name)) {
      for (const line of called) if (firstInRun([line], run) >= 0) edges.push({ name, line });
      continue;
    }
    const line = firstInRun(called, run);
    if (line >= 0) edges.push({ name, line });
  }
  return edges.sort(byLine);
}

function edgesOfLines(rules: Lines, lines: TableLines): Edge[] {
  return rules.flatMap((line) => {
    const rule = lines.entry(line);
    const name = rule.kind === 'command' && leadsOn(rule) ? calleeOf(rule) : undefined;
    return name === undefined ? [] : [{ name, line }];
  });
}

/** The first of some lines that is one of a run's; -1 without. Others between them are rules put in elsewhere. */
function firstInRun(some: Lines, { source, from, to }: Run): number {
  const { appends } = source.chain;
  const last = appends[to - 1] ?? -1;
  for (let i = placeOf(some, appends[from] ?? 0); i < some.length; i++) {
    const line = some[i] ?? 0;
    if (line > last) return -1;
    if (hasLine(appends, line)) return line;
  }
  return -1;
}

/** The line of a run's first rule that takes every packet; infinite without. */
function finalIn(run: Run): number {
  const line = firstInRun(run.source.chain.finals, run);
  return line < 0 ? Number.POSITIVE_INFINITY : line;
}

/** Which lines' rules the legacy kernel looks at in a chain: those up to its first rule that takes every packet. */
export function seenByLegacy(live: LiveChain, lines: TableLines): (line: number) => boolean {
  /** Of each chain that rules were appended to: where stretches of its lines begin, and where they end. */
  const runs = new Map<Chain, { readonly firsts: number[]; readonly lasts: number[] }>();
  const singles = new Set<number>();
  for (const stretch of live.rules.stretches()) {
    if (!stretch.source) {
      singles.add(stretch.line);
      const rule = lines.entry(stretch.line);
      if (rule.kind === 'command' && isFinal(rule)) break;
      continue;
    }
    const { chain } = stretch.source;
    const end = finalIn(stretch);
    const own = runs.get(chain) ?? { firsts: [], lasts: [] };
    runs.set(chain, own);
    own.firsts.push(chain.appends[stretch.from] ?? 0);
    own.lasts.push(Math.min(end, chain.appends[stretch.to - 1] ?? -1));
    if (end !== Number.POSITIVE_INFINITY) break;
  }
  const isInRun = (line: number) =>
    [...runs].some(([chain, { firsts, lasts }]) => {
      const last = lasts[placeOf(firsts, line + 1) - 1] ?? -1;
      return line <= last && hasLine(chain.appends, line);
    });
  return (line) => singles.has(line) || isInRun(line);
}

function byLine(a: Edge, b: Edge): number {
  return a.line - b.line;
}

function inOrder(edges: Edge[]): string[] {
  return [...new Set(edges.sort(byLine).map(({ name }) => name))];
}
