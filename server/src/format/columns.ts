// The columns of a rule: where its options stand, from left to right, as iptables-save prints them.

import type { Rule, RuleOption } from '../ruleset/rule.ts';

/** The command with its chain, iptables' own conditions by letter, the matches with their options, the target. */
export const COLUMNS: readonly string[] = ['command', 's', 'd', 'i', 'o', 'p', 'f', 'match', 'target'];
export const COMMAND = 0;
export const MATCH = COLUMNS.indexOf('match');
export const TARGET = COLUMNS.indexOf('target');

/** The column of an option; -1 for one that has none. */
export function columnOf({ letter, instance, found }: RuleOption): number {
  if (instance) return instance.known.extension.kind === 'target' ? TARGET : MATCH;
  if (found.kind !== 'generic') return -1;
  const { role } = found.option;
  if (role === 'command') return COMMAND;
  if (role === 'target') return TARGET;
  if (role === 'load') return MATCH;
  return letter === undefined ? -1 : COLUMNS.indexOf(letter);
}

/** The column of each word of a rule, -1 where one has none. */
export function columnsOf(rule: Rule): readonly number[] {
  const columns: number[] = rule.words.map(() => -1);
  for (const option of rule.options) {
    const column = columnOf(option);
    for (let word = 0; word < columns.length; word++) {
      const { start = 0, end = 0 } = rule.words[word] ?? {};
      if (start >= option.start && end <= option.end) columns[word] = column;
    }
  }
  if (rule.chainWord >= 0) columns[rule.chainWord] = COMMAND;
  if (rule.number > 0) {
    const after = rule.chainWord + 1;
    if (columns[after] === -1) columns[after] = COMMAND;
  }
  return columns;
}
