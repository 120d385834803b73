// Sorts chain lines: built-in chains in the order of the packets' way, then one's own by name.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import { lineEdits } from './common/line-edits.ts';
import type { Refactoring } from './common/refactoring.ts';

export const sortChainLines: Refactoring = {
  name: 'sort-chain-lines',
  kind: 'refactor.rewrite',
  offers: ({ block, file, first }) => {
    if (!block || nameAt(file, first) === undefined) return [];
    const [from, to] = runAround(file, first, block.firstLine + 1, block.lastLine);
    const lines = Array.from({ length: to - from + 1 }, (_, at) => ({
      line: from + at,
      name: nameAt(file, from + at),
    }));
    const names = lines.map(({ name = '' }) => name);
    // Of two lines for one chain the second counts, and a name of a target is taken from its line on.
    if (new Set(names).size !== names.length || file.taken.any) return [];
    const rank = (name: string) =>
      block.builtins.includes(name) ? block.builtins.indexOf(name) : block.builtins.length;
    const sorted = [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
    if (sorted.every((name, at) => name === names[at])) return [];
    const edits = () => {
      const texts = new Map(lines.map(({ line, name }) => [name, file.lines.line(line)]));
      const changed = lines.filter(({ name }, at) => sorted[at] !== name);
      return lineEdits(file, new Map(changed.map(({ line }) => [line, [texts.get(sorted[line - from]) ?? '']])));
    };
    return [{ title: 'Sort the chain lines', change: { edits } }];
  },
};

function nameAt(file: RulesFile, line: number): string | undefined {
  const entry = file.entry(line);
  return entry.kind === 'chain' ? entry.name?.text : undefined;
}

/** The first and the last of the chain lines that stand one below the other around a line. */
function runAround(file: RulesFile, line: number, first: number, last: number): readonly [number, number] {
  let from = line;
  let to = line;
  while (from > first && nameAt(file, from - 1) !== undefined) from--;
  while (to < last && nameAt(file, to + 1) !== undefined) to++;
  return [from, to];
}
