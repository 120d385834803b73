// Merges neighbours that differ in their ports into one rule with multiport, and splits such a rule again.

import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { readValue } from '../../vocabulary/values/index.ts';
import type { Range } from '../../vocabulary/values/meaning.ts';
import { lineEdits } from './common/line-edits.ts';
import { readLine, sayTheSame } from './common/meaning.ts';
import type { Offer, Refactoring } from './common/refactoring.ts';
import { appendAt, isPlain, type PlacedRule, type Selection } from './common/selection.ts';
import { inPlaceOf, namingOf, plainOption, rewritten, wordsOf } from './common/words.ts';

/** The options of single ports and of lists; of a rule one may stand. */
const SINGLE: Readonly<Record<string, string>> = { '--dport': '--dports', '--sport': '--sports' };
const LISTS: Readonly<Record<string, string>> = { '--dports': '--dport', '--sports': '--sport' };

/** A match of one port is named like its protocol. */
const WITH_PORTS: ReadonlySet<string> = new Set(['tcp', 'udp', 'sctp', 'dccp']);

export const multiport: Refactoring = {
  name: 'multiport',
  kind: 'refactor.rewrite',
  offers: (selection) => {
    const { block, file } = selection;
    return block && isPlain(file, block) ? [...merged(selection), ...split(selection)] : [];
  },
};

interface WithPorts extends PlacedRule {
  readonly option: RuleOption;
  /** The ports as they are to be written in a list. */
  readonly ports: string;
  /** Of the list: `--dports`. */
  readonly list: string;
  /** All other words. */
  readonly rest: string;
}

function merged(selection: Selection): readonly Offer[] {
  const { file } = selection;
  const rules = selection.isOneLine ? neighboursOf(file, selection.first) : selectedOnes(selection);
  const [first] = rules;
  if (!first || rules.length < 2) return [];
  const ports = [...new Set(rules.flatMap((one) => one.ports.split(',')))];
  const text = withPorts(first, ports);
  const after = readLine(file, first.line, text);
  const before = rules.map(({ rule }) => rule);
  if (!sayTheSame(before, [after])) return [];
  const changes = new Map(rules.map(({ line }, at) => [line, at === 0 ? [text] : []]));
  const title = `Merge ${rules.length} rules into one with multiport`;
  return [{ title, change: { edits: lineEdits(file, changes) } }];
}

/** The rules of a selection, where they stand one below the other and differ in their ports alone. */
function selectedOnes({ file, first, last }: Selection): readonly WithPorts[] {
  const found: WithPorts[] = [];
  for (let line = first; line <= last; line++) {
    const one = portsAt(file, line);
    if (!one || (found[0] && one.rest !== found[0].rest)) return [];
    found.push(one);
  }
  return found;
}

function neighboursOf(file: RulesFile, line: number): readonly WithPorts[] {
  const own = portsAt(file, line);
  if (!own) return [];
  const found = [own];
  for (const step of [-1, 1]) {
    for (let at = line + step; found.length < MOST_PORTS; at += step) {
      const other = portsAt(file, at);
      if (other?.rest !== own.rest) break;
      if (step < 0) found.unshift(other);
      else found.push(other);
    }
  }
  return found;
}

/** What multiport takes. */
const MOST_PORTS = 15;

function portsAt(file: RulesFile, line: number): WithPorts | undefined {
  const placed = appendAt(file, line);
  if (!placed) return undefined;
  const { rule } = placed;
  for (const [name, list] of [...Object.entries(SINGLE), ...Object.keys(LISTS).map((one) => [one, one] as const)]) {
    const option = plainOption(rule, name);
    const ranges = option && rangesOf(rule, option);
    if (!option || !ranges) continue;
    const [only] = ranges;
    const isSingle = ranges.length === 1 && only?.first === only?.last;
    const ports = isSingle ? (option.values[0]?.text ?? '') : ranges.map(portsText).join(',');
    const own = new Set([option, namingOf(rule, option)].flatMap((one) => (one ? wordsOf(rule, one) : [])));
    const rest = [list, ...rule.words.filter((_, index) => !own.has(index)).map(({ text }) => text)].join('\0');
    return { ...placed, option, ports, list, rest };
  }
  return undefined;
}

function rangesOf({ family, words }: Rule, { values }: RuleOption): readonly Range[] | undefined {
  const [value] = values;
  if (!value?.kind || words[value.word]?.quoted) return undefined;
  const meaning = readValue(value.text, value.kind, { family });
  return meaning?.kind === 'ports' ? meaning.ranges : undefined;
}

function portsText({ first, last }: Range): string {
  return first === last ? String(first) : `${first}:${last}`;
}

function withPorts({ rule, option, list }: WithPorts, ports: readonly string[]): string {
  const naming = namingOf(rule, option);
  const text = `-m multiport ${list} ${ports.join(',')}`;
  const isList = option.name === list;
  const changes = new Map(inPlaceOf(wordsOf(rule, option), isList ? `${list} ${ports.join(',')}` : text));
  if (naming && !isList) for (const [word] of inPlaceOf(wordsOf(rule, naming), '')) changes.set(word, '');
  return rewritten(rule, changes);
}

function split(selection: Selection): readonly Offer[] {
  const { file, first: line } = selection;
  const placed = selection.isOneLine ? appendAt(file, line) : undefined;
  const name = Object.keys(LISTS).find((list) => placed && plainOption(placed.rule, list));
  const option = placed && name !== undefined ? plainOption(placed.rule, name) : undefined;
  if (!placed || !option || name === undefined) return [];
  const { rule } = placed;
  const ranges = rangesOf(rule, option) ?? [];
  const { protocolName = '' } = rule;
  if (ranges.length < 2 || !WITH_PORTS.has(protocolName)) return [];
  const texts = ranges.map((range) => withOnePort(rule, option, `${LISTS[name]} ${portsText(range)}`));
  const after = texts.map((text) => readLine(file, line, text));
  if (!sayTheSame([rule], after)) return [];
  const title = `Split into ${ranges.length} rules, one a port`;
  return [{ title, change: { edits: lineEdits(file, new Map([[line, texts]])) } }];
}

function withOnePort(rule: Rule, option: RuleOption, words: string): string {
  const { protocolName = '' } = rule;
  const isLoaded = rule.instances.some(({ known, implicit }) => known.extension.name === protocolName && !implicit);
  const changes = new Map(inPlaceOf(wordsOf(rule, option), isLoaded ? words : `-m ${protocolName} ${words}`));
  const naming = namingOf(rule, option);
  if (naming) for (const word of wordsOf(rule, naming)) changes.set(word, '');
  return rewritten(rule, changes);
}
