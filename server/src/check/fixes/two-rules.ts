// One rule that is written as several.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Fix } from '../fix.ts';
import type { RuleLine } from './rule-line.ts';

/** A rule for each of several values in the same place: more rules than there were, which nobody gets unasked. */
export function ruleForEach(
  file: RulesFile,
  rule: RuleLine,
  columns: { readonly start: number; readonly end: number },
  values: readonly string[],
): Fix[] {
  const [first, ...others] = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
  if (first === undefined || others.length === 0 || !rule.mayBeTwo) return [];
  const below = others.map((value) => rule.edited([rule.replace(columns, value)])).join('\n');
  const copy = rule.copyBelow(file, []);
  const edits = [rule.replace(columns, first), { ...copy, text: copy.text.replace(rule.text, () => below) }];
  return [{ title: `Write a rule for each: ${[first, ...others].join(', ')}`, edits, preferred: true }];
}
