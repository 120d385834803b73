// Options that a rule takes once and has twice: merged where both can be meant, else two rules, else one goes.

import { type Rule, slotOf } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { type Fix, type Fixer, insertLines } from '../fix.ts';
import { negatedAgain } from './addresses.ts';
import { mergedPorts } from './ports.ts';
import { type RuleLine, ruleLine, type Stretch } from './rule-line.ts';

/** An option that stands a second time. */
export const removeRepeats: Fixer = (file, { line, start }) => {
  const rule = ruleLine(file, line);
  const second = rule.wordAt(start);
  const pair = pairOf(rule, second);
  const again = rule.option(second);
  const remove: Fix = {
    title: `Remove the second ${rule.word(second)}`,
    edits: [rule.without(withOptions(rule, again))],
  };
  if (!pair) return [{ ...remove, preferred: true }];
  const { first, letter } = pair;
  if (valuesOf(rule, first) === valuesOf(rule, again)) return [{ ...remove, preferred: true, safe: true }];
  const fixes: Fix[] = [...mergers(file, rule, first, again, letter), remove];
  fixes.push({ title: `Remove the first ${rule.word(second)}`, edits: [rule.without(withOptions(rule, first))] });
  // Of two verdicts the first is the one that would count; of two conditions neither can be spared.
  const canGo = letter === 'j' || letter === 'g';
  const at = fixes.indexOf(remove);
  return fixes.map((fix, i) => ({ ...fix, preferred: i < at || (canGo && i === 0) }));
};

/** The first of the two options, and the letter of a generic one. */
function pairOf(rule: RuleLine, second: number): { first: Stretch; letter: string | undefined } | undefined {
  const { reading } = rule;
  const letter = letterAt(reading, second);
  if (letter !== undefined) {
    const first = rule.generic(letter);
    return first && first.end <= (reading.words[second]?.start ?? 0) ? { first, letter } : undefined;
  }
  const use = rule.useAt(second);
  const other = reading.uses.find(
    (one) => one.instance === use?.instance && one.slot === use.slot && one.word < second,
  );
  return other ? { first: rule.option(other.word), letter: undefined } : undefined;
}

/** The letter of iptables' own option at a word; -j and -g are one. */
function letterAt({ options }: Rule, word: number): string | undefined {
  return slotOf(options.find((option) => option.word === word && option.letter !== undefined)?.letter);
}

function valuesOf(rule: RuleLine, { first, last }: Stretch): string {
  const words: string[] = [];
  const isNegated = rule.word(first) === '!';
  for (let word = isNegated ? first + 2 : first + 1; word <= last; word++) words.push(rule.word(word));
  return `${isNegated ? '! ' : ''}${words.join(' ')}`;
}

/** -j LOG with the options of LOG that follow it. */
function withOptions(rule: RuleLine, stretch: Stretch): Stretch {
  const { uses, instances } = rule.reading;
  const instance = instances.find(({ word, implicit }) => !implicit && word > stretch.first && word <= stretch.last);
  const own = uses.filter((use) => use.instance === instance).map((use) => rule.option(use.word));
  let { last, end } = stretch;
  for (const option of own) {
    if (option.first !== last + 1) break;
    last = option.last;
    end = option.end;
  }
  return { ...stretch, last, end };
}

function mergers(file: RulesFile, rule: RuleLine, first: Stretch, again: Stretch, letter: string | undefined): Fix[] {
  const isNegated = rule.word(first.first) === '!';
  const isAgainNegated = rule.word(again.first) === '!';
  if (letter === 's' || letter === 'd') {
    const range = isNegated || isAgainNegated ? negatedAgain(rule, isAgainNegated ? again : first, letter) : undefined;
    if (isNegated || isAgainNegated)
      return range ? [{ title: 'Exclude each address separately', edits: [range], safe: true }] : [];
    return [asList(rule, first, again)];
  }
  if (letter === 'j' || letter === 'g') return bothTargets(file, rule, first, again);
  if (isNegated || isAgainNegated) return [];
  const all = sameOptions(rule, first.first);
  if (all.some((each) => rule.word(each.first) === '!')) return [];
  if (letter !== undefined) return aRuleForEach(file, rule, all);
  const ports = mergedPorts(
    rule,
    all.map((each) => each.first),
  );
  const title =
    all.length === 2 ? 'Write both ports as a list with -m multiport' : 'Write all ports as a list with -m multiport';
  if (ports) return [{ title, edits: ports }];
  const hasValues = (stretch: Stretch) => stretch.last > stretch.first || rule.word(stretch.last).includes('=');
  if (!hasValues(first) || !hasValues(again)) return [];
  // Two ports or types are two kinds of packets; two rates or comments are not.
  const use = rule.useAt(again.first);
  const isCondition = use?.instance.known.extension.options[use.slot]?.negatable === true;
  return [asList(rule, first, again), ...(isCondition ? aRuleForEach(file, rule, all) : [])];
}

/** Both values with a comma between them. */
function asList(rule: RuleLine, first: Stretch, again: Stretch): Fix {
  const columns = rule.valueColumns(first.last);
  const more = rule.valueColumns(again.last);
  const list = `${rule.text.substring(columns.start, columns.end)},${rule.text.substring(more.start, more.end)}`;
  return { title: `Write the list ${list}`, edits: [rule.replace(columns, list), rule.without(again)] };
}

/** The option at a word wherever it stands in the rule. */
function sameOptions(rule: RuleLine, word: number): Stretch[] {
  const { options, uses } = rule.reading;
  const option = rule.word(word) === '!' ? word + 1 : word;
  const letter = letterAt(rule.reading, option);
  if (letter !== undefined)
    return options.filter((each) => slotOf(each.letter) === letter).map((each) => rule.option(each.word));
  const use = rule.useAt(option);
  return uses
    .filter((one) => one.instance === use?.instance && one.slot === use.slot)
    .map((one) => rule.option(one.word));
}

/** A rule with each of several options that stand in one. */
function aRuleForEach(file: RulesFile, rule: RuleLine, options: readonly Stretch[]): Fix[] {
  if (!rule.mayBeTwo) return [];
  const [first = [], ...others] = options.map((option) =>
    options.filter((other) => other !== option).map((other) => rule.without(other)),
  );
  const below = insertLines(
    file,
    rule.line + 1,
    others.map((edits) => rule.edited(edits)),
  );
  return [{ title: `Write ${options.length === 2 ? 'two' : options.length} rules`, edits: [...first, below] }];
}

/** `-j LOG -j DROP` is two rules; of two that end the packet's way the second would never be reached. */
function bothTargets(file: RulesFile, rule: RuleLine, first: Stretch, again: Stretch): Fix[] {
  const name = rule.word(first.last);
  const target = rule.reading.instances.find(
    ({ known }) => known.extension.kind === 'target' && known.extension.name === name,
  );
  if (isVerdict(name) || target?.known.extension.terminates) return [];
  const both = [withOptions(rule, first), withOptions(rule, again)];
  // What is inserted last comes first.
  return aRuleForEach(file, rule, rule.reading.letter === 'I' ? both.reverse() : both);
}
