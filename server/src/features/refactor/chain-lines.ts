// Writes -P and -N as chain lines, which stand above the rules.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { isPolicy } from '../../vocabulary/tables.ts';
import { lineEdits } from './common/line-edits.ts';
import type { Refactoring } from './common/refactoring.ts';

export const chainLines: Refactoring = {
  name: 'chain-lines',
  kind: 'refactor.rewrite',
  offers: ({ block, file, first, last }) => {
    if (!block || file.refersElsewhere || file.settings.template) return [];
    const lines = block.events.filter((line) => isConvertible(file, block, line));
    if (!lines.some((line) => line >= first && line <= last)) return [];
    const changes = new Map<number, readonly string[]>(lines.map((line) => [line, []]));
    const fresh: string[] = [];
    for (const line of lines) {
      const { text, own } = chainLineOf(file, block, line);
      if (own >= 0) changes.set(own, [text]);
      else fresh.push(text);
    }
    const spot = placeOf(file, block);
    const insertions = new Map(fresh.length > 0 ? [[spot, fresh]] : []);
    const title = 'Write -P and -N as chain lines';
    return [{ title, change: { edits: lineEdits(file, changes, insertions) } }];
  },
};

/** A -P that decides, and a -N of a chain of which nothing else but rules and jumps speaks. */
function isConvertible(file: RulesFile, block: TableBlock, line: number): boolean {
  const entry = file.entry(line);
  if (entry.kind !== 'command' || entry.faults.length > 0 || entry.ends || entry.chain === undefined) return false;
  const chain = block.chains.get(entry.chain);
  if (!chain) return false;
  if (entry.letter === 'P')
    return chain.builtin && chain.policyLine === line && isPolicy(entry.object ?? '') && chain.declarations.length < 2;
  if (entry.letter !== 'N' || chain.builtin) return false;
  return chain.declarations.length === 0 && chain.makers.length === 1 && chain.commands.length === 1;
}

/** The line, and which `:` line it takes the place of; -1 without. */
function chainLineOf(
  file: RulesFile,
  block: TableBlock,
  line: number,
): { readonly text: string; readonly own: number } {
  const entry = file.entry(line);
  if (entry.kind !== 'command') return { text: '', own: -1 };
  const { chain: name = '', letter, object } = entry;
  const own = letter === 'P' ? (block.chains.get(name)?.declarations[0] ?? -1) : -1;
  const before = file.entry(own);
  const counters = before.kind === 'chain' ? (before.counters?.text ?? '[0:0]') : '[0:0]';
  return { text: `:${name} ${letter === 'P' ? object : '-'} ${counters}`, own };
}

/** Behind the chain lines at the top of the table, or behind its header. */
function placeOf(file: RulesFile, block: TableBlock): number {
  let line = block.firstLine;
  for (let at = line + 1; at <= block.lastLine; at++) {
    const { kind } = file.entry(at);
    if (kind === 'chain') line = at;
    else if (kind !== 'comment' && kind !== 'blank') break;
  }
  return line + 1;
}
