// What lint rules look for rule by rule, such as limits and lists of addresses, kept for as long as a chain has the same rules.

import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { PacketTable } from '../packets.ts';

/** Those of a chain's rules that keep count, or may do so. */
const counting = ofSteps((steps) => steps.filter(({ keepsCount, way }) => keepsCount || way === 'unknown'));

/** What was found in a line. */
export interface Counted<T> {
  readonly line: number;
  readonly use: T;
}

/**
 * Finds something in some rules of a chain, asked again only once the chain has other rules. What `findIn` says of a line must
 * hang on its text alone.
 */
export function foundBy<T>(
  findIn: (file: RulesFile, line: number) => readonly T[],
  select: (chain: ChainSteps) => readonly Step[] = ({ steps }) => steps,
): (file: RulesFile, chain: ChainSteps) => readonly (readonly [Step, readonly T[]])[] {
  /** Of a chain's rules, those where it finds anything. */
  const known = new WeakMap<readonly Step[], readonly (readonly [Step, readonly T[]])[]>();
  return (file, chain) => {
    const last = known.get(chain.steps);
    if (last) return last;
    const found = select(chain).flatMap((step) => {
      const uses = findIn(file, step.line);
      return uses.length === 0 ? [] : [[step, uses] as const];
    });
    known.set(chain.steps, found);
    return found;
  };
}

/**
 * Finds something in the rules of a file that keep count, by their lines in order: in all lines where the rules of some
 * table are not certain. What `findIn` says of a line must hang on its text alone.
 */
export function countedBy<T>(
  findIn: (file: RulesFile, line: number) => readonly T[],
): (tables: readonly PacketTable[]) => readonly Counted<T>[] {
  const usesIn = foundBy(findIn, counting);
  return (tables) => {
    const file = tables[0]?.file;
    if (!file) return [];
    if (tables.length < file.blocks.length) {
      return [...file.lines.all().keys()].flatMap((line) => findIn(file, line).map((use) => ({ line, use })));
    }
    const found: Counted<T>[] = [];
    for (const { chains } of tables) {
      for (const chain of chains) {
        for (const [step, uses] of usesIn(file, chain)) for (const use of uses) found.push({ line: step.line, use });
      }
    }
    return found.sort((a, b) => a.line - b.line);
  };
}
