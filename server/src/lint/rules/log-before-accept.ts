// A rule that logs before other rules of its chain accept.

import { insertLines, removeLine } from '../../check/fix.ts';
import { Jump, Trait } from '../../ruleset/command.ts';
import { isRule } from '../../ruleset/rules-file.ts';
import { accepts, logs } from '../fact.ts';
import { lastRuleLine } from '../places.ts';
import { lintRule } from '../rule.ts';

export const logBeforeAccept = lintRule({
  name: 'log-before-accept',
  severity: 'warning',
  category: 'logging',
  finds: 'A LOG rule above rules that accept.',
  looksAt: 'chain',
  check(chain, report) {
    const line = chain.first(logs);
    const last = chain.last(accepts);
    if (line < 0 || last < 0 || !chain.isBefore(line, last)) return;
    const rule = chain.rule(line);
    report({
      message: `This rule logs packets that rules below it accept, so the log of the chain "${chain.name}" fills with allowed traffic. Move it to the end of the chain.`,
      line,
      ...rule.columns(rule.objectWord),
    });
  },
  fix(file, { line }) {
    const block = file.blockAt(line);
    const entry = file.entry(line);
    if (!block || !isRule(entry) || entry.chain === undefined) return [];
    const last = lastRuleLine(
      file,
      block,
      entry.chain,
      (command) => (command.traits & Trait.refuse) === 0 && !(command.jump === Jump.jump && logs.may(command)),
    );
    if (last < line) return [];
    const edits = [removeLine(line), insertLines(file, last + 1, [file.lines.line(line)])];
    return [{ title: `Move the LOG rule after the last rule of ${entry.chain} that accepts`, edits, preferred: true }];
  },
});
