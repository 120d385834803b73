// A rule that logs everything before other rules of its chain accept.

import { insertLines, removeLine } from '../../check/fix.ts';
import { type Command, Trait } from '../../ruleset/command.ts';
import { isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import { lastRuleLine } from '../chains.ts';
import type { LintRule } from '../rule.ts';

export const logBeforeAccept: LintRule = {
  name: 'log-before-accept',
  severity: 'warning',
  check(file, report) {
    for (const block of file.blocks) {
      if (![...block.chains.values()].some((chain) => chain.logs.size > 0 && chain.accepts > 0)) continue;
      for (const [chain, { log, accept }] of logsAndAccepts(file, block)) {
        if (log < 0 || log > accept) continue;
        const rule = file.rule(log);
        report({
          message: `This rule logs before rules below it accept, so the log of ${chain} fills with what is allowed. Put it last in the chain.`,
          line: log,
          ...rule.columns(rule.objectWord),
        });
      }
    }
  },
  fix(file, { line }) {
    const block = file.blockAt(line);
    const entry = file.entry(line);
    if (!block || !isRule(entry) || entry.chain === undefined) return [];
    const last = lastRuleLine(
      file,
      block,
      entry.chain,
      (command) => (command.traits & (Trait.refuse | Trait.log)) === 0,
    );
    if (last < line) return [];
    const edits = [removeLine(line), insertLines(file, last + 1, [file.lines.line(line)])];
    return [{ title: `Move the LOG rule behind the last rule of ${entry.chain} that accepts`, edits, preferred: true }];
  },
};

interface Places {
  /** The line of the chain's first rule that logs everything, and of its last that accepts; -1 without. */
  log: number;
  accept: number;
}

const known = new WeakMap<TableBlock, { readonly revision: number; readonly places: Map<string, Places> }>();

/** For each chain where it logs first and accepts last. A file that changed in one line is not gone through again. */
function logsAndAccepts(file: RulesFile, block: TableBlock): ReadonlyMap<string, Places> {
  const last = known.get(block);
  if (last?.revision === file.revision) return last.places;
  const near =
    last?.revision === file.revision - 1 && file.onlyLine > block.firstLine && file.onlyLine < block.lastLine;
  const places = last && near ? last.places : new Map<string, Places>();
  if (last && near) moveWith(file, block, places, file.onlyLine);
  else for (let line = block.firstLine; line <= block.lastLine; line++) note(file, block, places, line);
  known.set(block, { revision: file.revision, places });
  return places;
}

/** Takes a line into account: lines may come in any order. */
function note(file: RulesFile, block: TableBlock, places: Map<string, Places>, line: number): void {
  const entry = file.entry(line);
  if (entry.kind !== 'command' || entry.chain === undefined || (entry.traits & (Trait.log | Trait.accept)) === 0)
    return;
  let found = places.get(entry.chain);
  if (!found) {
    found = { log: -1, accept: -1 };
    places.set(entry.chain, found);
  }
  if (entry.traits & Trait.accept) found.accept = Math.max(found.accept, line);
  else if (block.chains.get(entry.chain)?.logs.has(entry) && (found.log < 0 || line < found.log)) found.log = line;
}

/** Brings the places up to date with one line that changed: what stood there is looked for on from there. */
function moveWith(file: RulesFile, block: TableBlock, places: Map<string, Places>, line: number): void {
  for (const [chain, found] of places) {
    if (found.accept === line) {
      found.accept = seek(file, block, chain, line, -1, (command) => (command.traits & Trait.accept) !== 0);
    }
    if (found.log === line) {
      const logs = block.chains.get(chain)?.logs;
      found.log = seek(file, block, chain, line, 1, (command) => logs?.has(command) === true);
    }
  }
  note(file, block, places, line);
}

/** The nearest rule of a chain that fits, from a line on in one direction; -1 without. */
function seek(
  file: RulesFile,
  block: TableBlock,
  chain: string,
  from: number,
  step: 1 | -1,
  fits: (command: Command) => boolean,
): number {
  for (let line = from; line >= block.firstLine && line <= block.lastLine; line += step) {
    const entry = file.entry(line);
    if (isRule(entry) && entry.chain === chain && fits(entry)) return line;
  }
  return -1;
}
