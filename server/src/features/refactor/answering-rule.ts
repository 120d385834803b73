// Adds the rule for the answers to what another lets through: of OUTPUT to a rule of INPUT, and the other way round.

import { conditionsOf } from '../../analysis/rule-conditions.ts';
import { verdictOf } from '../../analysis/verdict.ts';
import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import { insertionBelow } from './common/line-edits.ts';
import { isSound, mayStandIn, readLine } from './common/meaning.ts';
import type { Refactoring } from './common/refactoring.ts';
import { appendAt } from './common/selection.ts';
import { namingOf, wordsOf } from './common/words.ts';

const OTHER: Readonly<Record<string, string>> = { INPUT: 'OUTPUT', OUTPUT: 'INPUT' };

/** By the usual name of an option: the one that says the same of the answer. */
const SWAPPED: Readonly<Record<string, string>> = {
  '--source': '-d',
  '--destination': '-s',
  '--in-interface': '-o',
  '--out-interface': '-i',
  '--sport': '--dport',
  '--dport': '--sport',
  '--sports': '--dports',
  '--dports': '--sports',
  '--ports': '--ports',
};

/** These stay as they are, the names of matches among them. */
const KEPT: ReadonlySet<string> = new Set(['--protocol', '--match', '--comment']);

/** A rule of the answers asks for their state, whatever the rule for the questions asks. */
const STATES: ReadonlySet<string> = new Set(['--ctstate', '--state', '--syn']);

/** ICMP types by the answer that they get. */
const ANSWERS: Readonly<Record<string, string>> = {
  'echo-request': 'echo-reply',
  '8': '0',
  '128': '129',
  'echo-reply': 'echo-request',
};

export const answeringRule: Refactoring = {
  name: 'answering-rule',
  kind: 'refactor.rewrite',
  offers: (selection) => {
    const { block, file, first: line } = selection;
    const placed = selection.isOneLine && block?.table === 'filter' ? appendAt(file, line) : undefined;
    const chain = placed && Object.hasOwn(OTHER, placed.chain) ? OTHER[placed.chain] : undefined;
    if (!block || !placed || chain === undefined || verdictOf(placed.rule, block.chains).kind !== 'accept') return [];
    const words = answerOf(placed.rule);
    if (words === undefined) return [];
    const text = [`-A ${chain}`, ...words, '-m conntrack --ctstate ESTABLISHED -j ACCEPT'].join(' ');
    const after = readLine(file, line, text);
    if (!isSound(after) || !mayStandIn(block, after) || conditionsOf(after).isNothing) return [];
    const title = `Add the rule of ${chain} for the answers`;
    return [{ title, change: { edits: insertionBelow(file, line, [text]) } }];
  },
};

/** The questions that the answer has to pass; undefined where one of the rule's has none of its kind. */
function answerOf(rule: Rule): readonly string[] | undefined {
  const words: string[] = [];
  const left = new Set(rule.options.filter(isState).flatMap((option) => namingOf(rule, option) ?? []));
  for (const option of rule.options) {
    if (left.has(option) || isState(option) || option.letter === 'j' || option.letter === 'A') continue;
    const text = swapped(rule, option);
    if (text === undefined) return undefined;
    words.push(text);
  }
  return words.length > 0 ? words : undefined;
}

function isState({ name }: RuleOption): boolean {
  return STATES.has(name);
}

function swapped(rule: Rule, option: RuleOption): string | undefined {
  const values = option.values.map(({ text }) => (/[\s"\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text));
  const [value = ''] = values;
  if (option.name.endsWith('-type') && Object.hasOwn(ANSWERS, value) && !option.negated)
    return `${option.name} ${ANSWERS[value]}`;
  if (KEPT.has(option.name))
    return wordsOf(rule, option)
      .map((word) => textOf(rule, word))
      .join(' ');
  const name = Object.hasOwn(SWAPPED, option.name) ? SWAPPED[option.name] : undefined;
  return name && [...(option.negated ? ['!'] : []), name, ...values].join(' ');
}

function textOf({ words, text }: Rule, word: number): string {
  return text.slice(words[word]?.start, words[word]?.end);
}
