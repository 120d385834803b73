// Restricts the rule of one line to a source address; everything else in the line stays as it is.

import type { TextEdit } from 'vscode-languageserver-types';
import type { Rule } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { LineEdits } from './line-edits.ts';

const RULE_COMMANDS = 'ACDIR';

/** The rule at `line`; undefined where that line is none. `-D INPUT 3` names a rule and is none. */
function ruleAt(file: RulesFile, line: number): Rule | undefined {
  if (line >= file.lineCount || file.entry(line).kind !== 'command') return undefined;
  const rule = file.rule(line);
  const { letter, chainWord, number } = rule;
  if (letter === undefined || chainWord < 0 || !RULE_COMMANDS.includes(letter)) return undefined;
  return letter === 'D' && number > 0 ? undefined : rule;
}

/** The source that the rule at `line` has now, as written, without a negation; undefined without one. */
export function currentSource(file: RulesFile, line: number): string | undefined {
  return ruleAt(file, line)?.option('s')?.values[0]?.text;
}

/**
 * The edit that makes `source` the only source of the rule at `line`: the value of its `-s` (however spelled, and with
 * its negation) is replaced, or `-s` is put in right behind the chain and rule number. Undefined where the line is no
 * rule. `source` is written as given; see isSourceAddress.
 */
export function restrictToSource(file: RulesFile, line: number, source: string): TextEdit[] | undefined {
  const rule = ruleAt(file, line);
  if (!rule) return undefined;
  const edits = new LineEdits(file.lines.all());
  const place = sourcePlace(rule);
  if (place) {
    if (place.text === source && !place.negated) return [];
    edits.replace(line, place.start, place.end, place.whole ? `-s ${source}` : source);
    return edits.toTextEdits();
  }
  const { words } = rule;
  const behind = rule.number > 0 ? rule.chainWord + 1 : rule.chainWord;
  const column = words[behind]?.end ?? 0;
  const next = words[behind + 1]?.start;
  // A quoted chain may touch the next word.
  edits.replace(line, column, column, ` -s ${source}${next === column ? ' ' : ''}`);
  return edits.toTextEdits();
}

interface SourcePlace {
  readonly text: string;
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
  /** The option goes with its value. */
  readonly whole: boolean;
}

/** What to write anew where a rule has a source: its value, or all of the option where that cannot stay. */
function sourcePlace(rule: Rule): SourcePlace | undefined {
  const option = rule.option('s');
  const value = option?.values[0];
  if (!option || !value) return undefined;
  const { text, end } = value;
  const { negated } = option;
  const isJoined = value.word === option.word;
  const name = rule.words[option.word];
  // 1.8.9 refuses `-s192.0.2.1`, and a quoted word hides where its value begins.
  const isTied = isJoined && (!name?.text.startsWith('--') || name.quoted);
  const whole = negated || isTied;
  return { text, negated, start: whole ? option.start : value.start, end, whole };
}
