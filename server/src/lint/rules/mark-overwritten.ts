// A mark that the next rule overwrites for every packet that has it.

import { meaningOf } from '../../analysis/rule-literals.ts';
import { Jump } from '../../ruleset/command.ts';
import type { Rule } from '../../ruleset/rule.ts';
import { conditionTexts } from '../common/shares.ts';
import type { Fact } from '../fact.ts';
import { lintRule } from '../rule.ts';

const marks: Fact = { may: ({ jump, object }) => jump === Jump.jump && object === 'MARK' };
const others: Fact = { may: (command) => !marks.may(command) };

/** The rule gives the packet one mark, whatever it had. */
function setsAll(rule: Rule): boolean {
  const option = rule.options.find(({ name }) => name === '--set-mark' || name === '--set-xmark');
  const meaning = option?.values[0] && meaningOf(rule, option.values[0]);
  return meaning?.kind === 'mark' && meaning.mask === ALL;
}

const ALL = 0xffffffff;

/** Every packet that matches the one matches the other: all that the other asks for, the one asks for as well. */
function isWithin(one: Rule, other: Rule): boolean {
  const asked = new Set(conditionTexts(one));
  return conditionTexts(other).every(
    (text) => asked.has(text) && !/^(?:! )?--(?:mark|limit|probability|every)/.test(text),
  );
}

export const markOverwritten = lintRule({
  name: 'mark-overwritten',
  severity: 'warning',
  category: 'packets',
  finds: 'A MARK that the next MARK overwrites for all of its packets.',
  looksAt: 'chain',
  check(chain, report) {
    const lines = chain.all(marks);
    if (lines.length < 2) return;
    const between = chain.all(others);
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1];
      if (next === undefined || between.some((one) => chain.isBefore(line, one) && chain.isBefore(one, next))) continue;
      const [rule, overwriting] = [chain.rule(line), chain.rule(next)];
      if (!setsAll(rule) || !setsAll(overwriting) || !isWithin(rule, overwriting)) continue;
      report({
        message: `This mark is lost: packets go on after MARK, and line ${next + 1} gives all of them another one. Put the general rule first, or a "-j RETURN" for the same packets between the two.`,
        line,
        ...rule.columns(rule.objectWord),
        related: [{ message: 'Overwritten here.', line: next, ...overwriting.columns(overwriting.objectWord) }],
      });
    }
  },
});
