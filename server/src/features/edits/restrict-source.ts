// Restricts the rule of one line to a source address; everything else in the line stays as it is.

import type { TextEdit } from 'vscode-languageserver-types';
import { plainSettings, readRule as readLineAsRule } from '../../ruleset/read-rule.ts';
import type { Rule } from '../../ruleset/rule.ts';
import { readLine } from '../../syntax/line.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { LineEdits } from './line-edits.ts';
import { optionValue } from './rule-conditions.ts';

const RULE_COMMANDS = 'ACDIR';

/** Reads the rule at `line`; undefined where that line is none. `-D INPUT 3` names a rule and is none. */
function readRule(lines: readonly string[], line: number, family: Family): Rule | undefined {
  const text = lines[line];
  if (text === undefined) return undefined;
  if (readLine(text).kind !== 'command') return undefined;
  const rule = readLineAsRule(text, plainSettings(family));
  const { letter, chain, number } = rule;
  if (letter === undefined || chain === undefined || !RULE_COMMANDS.includes(letter)) return undefined;
  return letter === 'D' && number > 0 ? undefined : rule;
}

/** The source that the rule at `line` has now, as written, without a negation; undefined without one. */
export function currentSource(lines: readonly string[], line: number, family: Family): string | undefined {
  const rule = readRule(lines, line, family);
  return rule && optionValue(rule, 's')?.text;
}

/**
 * The edit that makes `source` the only source of the rule at `line`: the value of its `-s` (however spelled, and with
 * its negation) is replaced, or `-s` is put in right behind the chain and rule number. Undefined where the line is no
 * rule. `source` is written as given; see isSourceAddress.
 */
export function restrictToSource(
  lines: readonly string[],
  line: number,
  source: string,
  family: Family,
): TextEdit[] | undefined {
  const rule = readRule(lines, line, family);
  if (!rule) return undefined;
  const edits = new LineEdits(lines);
  const { words } = rule;
  const place = optionValue(rule, 's');
  if (place) {
    const { start, valueStart, valueEnd, negated } = place;
    if (place.text === source && !negated) return [];
    if (negated || place.rewrite) edits.replace(line, start, valueEnd, `-s ${source}`);
    else edits.replace(line, valueStart, valueEnd, source);
    return edits.toTextEdits();
  }
  const behind = rule.number > 0 ? rule.chainWord + 1 : rule.chainWord;
  const column = words[behind]?.end ?? 0;
  const next = words[behind + 1]?.start;
  // A quoted chain may touch the next word.
  edits.replace(line, column, column, ` -s ${source}${next === column ? ' ' : ''}`);
  return edits.toTextEdits();
}
