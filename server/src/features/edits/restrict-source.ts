// Restricts rules to an address of the other side: the source, and in OUTPUT the destination. All else stays as it is.

import type { TextEdit } from 'vscode-languageserver-types';
import { hookBit } from '../../ruleset/places.ts';
import type { Rule } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { addressOf, type PacketEnd, withAddress } from './address-option.ts';
import { LineEdits } from './line-edits.ts';

const RULE_COMMANDS = 'ACDIR';

/** A rule that can be restricted, and at which end. */
export interface RestrictableRule {
  readonly line: number;
  readonly rule: Rule;
  readonly end: PacketEnd;
}

/** The rule at `line`; undefined where that line is none. `-D INPUT 3` names a rule and is none. */
export function restrictableRule(file: RulesFile, line: number): RestrictableRule | undefined {
  if (line < 0 || line >= file.lineCount || file.entry(line).kind !== 'command') return undefined;
  const rule = file.rule(line);
  const { letter, chainWord, number } = rule;
  if (letter === undefined || chainWord < 0 || !RULE_COMMANDS.includes(letter)) return undefined;
  return letter === 'D' && number > 0 ? undefined : { line, rule, end: otherEnd(file, line, rule) };
}

/** What leaves by OUTPUT, or by a chain that only OUTPUT leads to, is from this machine: its other side is its destination. */
function otherEnd(file: RulesFile, line: number, { chain }: Rule): PacketEnd {
  if (chain === undefined) return 'source';
  if (chain === 'OUTPUT') return 'destination';
  const block = file.refersElsewhere ? undefined : file.blockAt(line);
  return block?.standing.nft.hooks(chain) === hookBit('OUTPUT') ? 'destination' : 'source';
}

/** The address that the rule at `line` has now at the end in question, as written, without a negation. */
export function currentSource(file: RulesFile, line: number): string | undefined {
  const found = restrictableRule(file, line);
  return found && addressOf(found.rule, found.end);
}

/**
 * The edits that make `source` the only address of the other side in the rules of these lines: see `withAddress`. Lines
 * that are no rule are skipped; undefined where none is one. `source` is written as given; see isSourceAddress. `wanted`
 * takes the place of the end that follows from the chain.
 */
export function restrictToSource(
  file: RulesFile,
  lines: number | readonly number[],
  source: string,
  wanted?: PacketEnd,
): TextEdit[] | undefined {
  const rules = [...new Set([lines].flat())].flatMap((line) => restrictableRule(file, line) ?? []);
  if (rules.length === 0) return undefined;
  const edits = new LineEdits(file.lines.all());
  for (const { line, rule, end } of rules) {
    const change = withAddress(rule, wanted ?? end, source);
    if (change) edits.replace(line, change.start, change.end, change.text);
  }
  return edits.toTextEdits();
}
