// What a rule asks of packets, as clauses of a sentence: by phrases where all that a match says has one, else by its words.

import { type Instance, type OptionValue, Role, type Rule, type RuleOption } from '../../ruleset/rule.ts';
import { code, codeUpTo } from '../hover/page.ts';
import { list } from '../hover/prose.ts';
import { BARE, MATCH_PHRASES, NEEDED, OWN_PHRASES } from './match-phrases.ts';
import { negated, type Phrase } from './phrase.ts';
import { type Joint, protocolText, statesText, valueText } from './value-text.ts';

/** Of a longer match the words are cut. */
const MOST_WORDS = 500;

/** The clauses in the order in which they stand; texts are Markdown. */
export interface Clauses {
  readonly cores: string[];
  readonly verbs: string[];
  /** Verbs with "not", which stand behind the others: "do not come from X and go to Y" could be meant otherwise. */
  readonly nots: string[];
  readonly tails: string[];
}

/** The packets that a rule takes: "TCP packets to port `22` (ssh) that come in by `eth0`, at most 5 a minute". */
export function packetsText(rule: Rule): string {
  const clauses: Clauses = { cores: [], verbs: [], nots: [], tails: [] };
  for (const option of rule.options) tellOwn(rule, option, clauses);
  for (const instance of rule.instances)
    if (instance.known.extension.kind === 'match') tellMatch(rule, instance, clauses);
  const { cores, verbs, nots, tails } = clauses;
  const noun = packets(rule);
  const unknown = unknownWords(rule);
  const isEvery = noun === 'packets' && cores.length + verbs.length + nots.length + tails.length + unknown.length === 0;
  const that = verbs.length > 0 || nots.length > 0 ? `that ${list([...verbs, ...nots])}` : '';
  const head = isEvery
    ? 'every packet'
    : [noun, ...cores.sort(byPreposition), that].filter((part) => part !== '').join(' ');
  return [head, ...tails, ...unknown].join(', ');
}

/** Ports go before addresses. */
function byPreposition(a: string, b: string): number {
  return rank(a) - rank(b);
}

function rank(text: string): number {
  const at = ['of type', 'to port', 'from port', 'from or to port', 'from', 'to'].findIndex((start) =>
    text.startsWith(start),
  );
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function packets(rule: Rule): string {
  const option = rule.option('p');
  const [value] = option?.values ?? [];
  if (!option || !value) return 'packets';
  const number = value.unknown ? undefined : rule.namedProtocol;
  if (number === 0) return option.negated ? 'packets of no protocol' : 'packets';
  const name = number === undefined ? code(value.text) : protocolText(number);
  if (option.negated) return `packets of any protocol but ${name.replace(/^protocol /, '')}`;
  return number === undefined || name.startsWith('protocol ') ? `packets of ${ofProtocol(name)}` : `${name} packets`;
}

function ofProtocol(name: string): string {
  return name.startsWith('protocol ') ? name : `protocol ${name}`;
}

function tellOwn(rule: Rule, option: RuleOption, clauses: Clauses): void {
  const { letter, found } = option;
  if (found.kind !== 'generic' || letter === undefined) return;
  const phrase = Object.hasOwn(OWN_PHRASES, letter) ? OWN_PHRASES[letter] : undefined;
  if (phrase) tell(rule, option, phrase, clauses);
  else if (letter === 'm' && !rule.instances.some(({ word }) => word === option.values[0]?.word))
    clauses.verbs.push(`pass ${code(`-m ${option.values[0]?.text ?? ''}`)}, of which nothing is known`);
}

function tellMatch(rule: Rule, instance: Instance, clauses: Clauses): void {
  const { extension } = instance.known;
  const { name, summary } = extension;
  const options = rule.options.filter((option) => option.instance === instance);
  if (name === 'comment' || (options.length === 0 && BARE.has(name))) return;
  const phrases = Object.hasOwn(MATCH_PHRASES, name) ? MATCH_PHRASES[name] : undefined;
  const known = options.map((option) => {
    const phrase = phrases && Object.hasOwn(phrases, option.name) ? phrases[option.name] : undefined;
    return phrase && !(option.negated && phrase.as === 'tail') ? { option, phrase } : undefined;
  });
  const needed = NEEDED[name];
  const hasAll = needed === undefined || options.some((option) => option.name === needed);
  if (options.length > 0 && hasAll && known.every((one) => one !== undefined)) {
    for (const one of known) tell(rule, one.option, one.phrase, clauses);
    return;
  }
  const words = [`-m ${name}`, ...options.map((option) => rule.text.slice(option.start, option.end))].join(' ');
  clauses.verbs.push(`pass ${codeUpTo(MOST_WORDS, words)} (${asPhrase(summary)})`);
}

/** A sentence of the vocabulary as a phrase: no large letter, no full stop. */
export function asPhrase(summary: string): string {
  return summary.charAt(0).toLowerCase() + summary.slice(1).replace(/\.$/, '');
}

function tell(rule: Rule, option: RuleOption, phrase: Phrase, { cores, verbs, nots, tails }: Clauses): void {
  const says =
    option.name === '--ctstate' || option.name === '--state' ? states(rule, option) : filled(rule, option, phrase);
  if (phrase.as === 'tail') tails.push(says);
  else if (phrase.as === 'core' && !option.negated) cores.push(says);
  else if (option.negated) nots.push(negated(phrase.as === 'core' ? `are ${says}` : says));
  else verbs.push(says);
}

function states(rule: Rule, { values }: RuleOption): string {
  const [value] = values;
  return value ? statesText(rule, value) : '';
}

/** The phrase with the option's values in it. */
export function filled(rule: Rule, { values }: RuleOption, { says }: Phrase): string {
  return says.replace(/\{(\d)(?: (and|raw))?\}/g, (_all, index: string, joint: string | undefined) => {
    const value: OptionValue | undefined = values[Number(index)];
    return value ? valueText(rule, value, jointOf(joint)) : '…';
  });
}

function jointOf(text: string | undefined): Joint {
  return text === 'and' || text === 'raw' ? text : 'or';
}

/** Words that belong to nothing that is known, placeholders of a template among them. */
function unknownWords({ words }: Rule): string[] {
  const unknown = words.filter(({ role }) => role === Role.unknown).map(({ text }) => text);
  return unknown.length === 0 ? [] : [`with ${codeUpTo(MOST_WORDS, unknown.join(' '))}, of which nothing is known`];
}
