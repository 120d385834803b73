// A rule that logs everything before other rules of its chain accept.

import { insertLines, removeLine } from '../../check/fix.ts';
import { Trait } from '../../ruleset/command.ts';
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
        const reader = file.reread(log);
        report({
          message: `This rule logs before rules below it accept, so the log of ${chain} fills with what is allowed. Put it last in the chain.`,
          line: log,
          ...reader.words.columns(reader.objectWord),
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

/** For each chain the line of its first rule that logs and of its last that accepts, -1 without. One pass. */
function logsAndAccepts(file: RulesFile, block: TableBlock): Map<string, { log: number; accept: number }> {
  const found = new Map<string, { log: number; accept: number }>();
  for (let line = block.firstLine; line <= block.lastLine; line++) {
    const entry = file.entry(line);
    if (entry.kind !== 'command' || entry.chain === undefined || (entry.traits & (Trait.log | Trait.accept)) === 0)
      continue;
    let places = found.get(entry.chain);
    if (!places) {
      places = { log: -1, accept: -1 };
      found.set(entry.chain, places);
    }
    if (entry.traits & Trait.accept) places.accept = line;
    else if (places.log < 0 && block.chains.get(entry.chain)?.logs.has(entry)) places.log = line;
  }
  return found;
}
