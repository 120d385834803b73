// A list of addresses is one rule for each of them; where that matters, say so.

import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import { lintRule } from '../rule.ts';

/** Matches that count in a place of their own, of which each rule gets one. */
const COUNTING: ReadonlySet<string> = new Set(['limit', 'quota', 'statistic', 'connlimit']);
/** A list of as many addresses is what people use a set for. */
const LONG = 5;

export const commaListExpands = lintRule({
  name: 'comma-list-expands',
  severity: 'information',
  category: 'loading',
  finds: 'Lists of addresses that become several rules, where each counts for itself or where there are many.',
  looksAt: 'rule',
  options: ['--source', '--destination'],
  when: { may: ({ rules }) => rules > 1 },
  check(rule, { line }, report) {
    const lists = rule.options.filter(isList);
    const [first] = lists;
    const last = lists.at(-1);
    if (!first || !last) return;
    const rules = lists.reduce((all, { values }) => all * (values[0]?.text.split(',').length ?? 1), 1);
    const why = reason(rule, lists, rules);
    if (why !== undefined) report({ message: why, line, start: first.start, end: last.end });
  },
});

function isList({ letter, values: [value] }: RuleOption): boolean {
  return (letter === 's' || letter === 'd') && value !== undefined && !value.unknown && value.text.includes(',');
}

function reason(rule: Rule, lists: readonly RuleOption[], rules: number): string | undefined {
  const counting = rule.instances.find(({ known }) => COUNTING.has(known.extension.name))?.known.extension.name;
  if (counting !== undefined)
    return `This list becomes ${rules} rules, and each of them counts for itself: "-m ${counting}" lets ${rules} times as much pass. Use a set with "-m set", or jump to a chain and count there.`;
  if (lists.length > 1)
    return `These two lists become ${rules} rules, one for each pair of addresses. Use a set with "-m set", or a chain for one of the two lists.`;
  if (rules >= LONG)
    return `This list becomes ${rules} rules when it is loaded. Use a set with "-m set", which is one rule and one look-up.`;
  return undefined;
}
