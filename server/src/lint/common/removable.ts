// Whether a rule that no packet reaches can be deleted unasked: nothing but its line may be missing afterwards.

import type { Related } from '../../check/finding.ts';
import { type Command, Trait } from '../../ruleset/command.ts';
import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { toolOf } from './known-tools.ts';

/** Matches that look at what the machine keeps and change nothing there. */
const LOOKING: ReadonlySet<string> = new Set(['conntrack', 'state']);

/**
 * True where `takers`, which decide alike, are all that keeps packets from the rule, and nobody else has to do with it: no
 * other chain, program, command or comment, no counter, and no match that remembers packets which it does not match in the end.
 */
export function isRemovable(file: RulesFile, line: number, takers: readonly Related[]): boolean {
  const command = appendIn(file, line);
  const { chain, object } = command ?? {};
  const block = file.blockAt(line);
  // A part of a template may be left out, and with it the rule that decides alike.
  if (file.settings.template || !command || !block || chain === undefined || takers.length === 0) return false;
  // Commands speak of rules by their numbers and words; a chain that nothing jumps to any more is another finding.
  if (block.chains.get(chain)?.commands.length !== 0 || block.chains.has(object ?? '')) return false;
  if (toolOf(chain) !== undefined || !takers.every((taker) => isThereFor(file, taker.line, command))) return false;
  return !isComment(file.lines.line(line - 1)) && changesNothing(file.rule(line), command);
}

function appendIn(file: RulesFile, line: number): Command | undefined {
  const entry = file.entry(line);
  return entry.kind === 'command' && entry.letter === 'A' ? entry : undefined;
}

/** A rule of the same chain, also where the file is loaded for the other family. */
function isThereFor(file: RulesFile, line: number, { chain }: Command): boolean {
  return appendIn(file, line)?.chain === chain && !file.rule(line).has('4') && !file.rule(line).has('6');
}

/** It may be about the rule. */
function isComment(text: string): boolean {
  return text.trimStart().startsWith('#');
}

/** No packet that passes by leaves a trace, and nobody wrote anything into the rule that would be lost. */
function changesNothing(rule: Rule, { traits }: Command): boolean {
  const { counters, text, options } = rule;
  const isCounted =
    (traits & Trait.counted) !== 0 || (counters && /[1-9]/.test(text.slice(counters.start, counters.end)));
  return !isCounted && options.every(isPure);
}

function isPure({ letter, found, instance, values }: RuleOption): boolean {
  if (letter === 'm') return values[0]?.text !== 'comment';
  if (found.kind === 'generic') return true;
  const extension = instance?.known.extension;
  if (extension?.kind !== 'match') return extension !== undefined;
  if (extension.name === 'comment' || found.option.hangsOn === 'state') return false;
  return extension.hangsOn === undefined || LOOKING.has(extension.name);
}
