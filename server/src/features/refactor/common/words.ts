// Writes a rule anew out of its own words: some left out, some replaced, all others as they stand.

import type { Rule, RuleOption } from '../../../ruleset/rule.ts';

/** By the index of a word: its new text, empty to leave it out. */
export type Changes = ReadonlyMap<number, string>;

/** The words of an option: its negation, its name, its values. */
export function wordsOf(rule: Rule, option: RuleOption): readonly number[] {
  const first = rule.words.findIndex(({ start }) => start === option.start);
  const last = Math.max(option.word, ...option.values.map(({ word }) => word));
  const from = first < 0 ? option.word : first;
  return Array.from({ length: last - from + 1 }, (_, at) => from + at);
}

/** The rule's line with other words. One blank stands between words; what stands before the first stays. */
export function rewritten(rule: Rule, changes: Changes): string {
  const texts = rule.words.flatMap(({ start, end }, index) => {
    const text = changes.get(index) ?? rule.text.slice(start, end);
    return text === '' ? [] : [text];
  });
  return rule.text.slice(0, rule.words[0]?.start ?? 0) + texts.join(' ');
}

/** Puts a text in the place of these words. */
export function inPlaceOf(words: readonly number[], text: string): readonly (readonly [number, string])[] {
  return words.map((word, at) => [word, at === 0 ? text : '']);
}

/** The option by its usual name, such as `--dport`, where it stands once and is not negated. */
export function plainOption(rule: Rule, name: string): RuleOption | undefined {
  const found = rule.options.filter((option) => option.name === name);
  const [only] = found;
  return found.length === 1 && only && !only.negated ? only : undefined;
}

/** The -m that names a match, where it is written and none but these options of it stand. */
export function namingOf(rule: Rule, option: RuleOption): RuleOption | undefined {
  const { instance } = option;
  if (!instance || instance.implicit || rule.usesOf(instance).length !== 1) return undefined;
  return rule.options.find(({ letter, values }) => letter === 'm' && values[0]?.word === instance.word);
}
