// A rule that logs everything before other rules of its chain accept.

import { insertLines, removeLine } from '../../check/fix.ts';
import { Trait } from '../../ruleset/command.ts';
import { isRule } from '../../ruleset/rules-file.ts';
import { lastOf } from '../../ruleset/table/lines.ts';
import { lastRuleLine } from '../chains.ts';
import type { LintRule } from '../rule.ts';

export const logBeforeAccept: LintRule = {
  name: 'log-before-accept',
  severity: 'warning',
  check(file, report) {
    for (const block of file.blocks) {
      for (const { name, lint } of block.chains.all()) {
        const [log] = lint.logs;
        if (log === undefined || log > lastOf(lint.accepts)) continue;
        const rule = file.rule(log);
        report({
          message: `This rule logs before rules below it accept, so the log of ${name} fills with what is allowed. Put it last in the chain.`,
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
