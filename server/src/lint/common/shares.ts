// What is compared of rules that share packets among them.

import { meaningOf, optionText } from '../../analysis/rule-literals.ts';
import { fateOf, verdictOf } from '../../analysis/verdict.ts';
import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import { conditionsOf } from './conditions.ts';

/** What a rule asks for, each condition in one spelling. */
export function conditionTexts(rule: Rule): readonly string[] {
  return conditionsOf(rule).map(textOf(rule));
}

/** What a rule asks for beside its share, in one spelling. */
export function conditionText(rule: Rule): string {
  return conditionsOf(rule)
    .filter(({ instance }) => instance?.known.extension.name !== 'statistic')
    .map(textOf(rule))
    .sort()
    .join(' ');
}

function textOf(rule: Rule): (option: RuleOption) => string {
  return (option) => `${option.negated ? '! ' : ''}${optionText(rule, option)}`;
}

/** The number of an option that is not negated; undefined without, and where nobody knows it. */
export function numberOf(rule: Rule, name: string): number | undefined {
  const option = rule.options.find((one) => one.name === name);
  const [value] = option?.values ?? [];
  if (!option || option.negated || !value || value.unknown) return undefined;
  const meaning = meaningOf(rule, value);
  return meaning?.kind === 'decimal' || meaning?.kind === 'integer' ? Number(meaning.value) : undefined;
}

/** Whether a packet that matches goes no further. */
export function decides(rule: Rule): boolean {
  const verdict = verdictOf(rule);
  return fateOf(verdict) !== undefined || verdict.kind === 'return' || verdict.kind === 'goto';
}
