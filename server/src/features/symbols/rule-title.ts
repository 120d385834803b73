// What a rule is called in outlines: what it does with which packets, in a few plain words.

import { Jump } from '../../ruleset/command.ts';
import type { OptionValue, Rule, RuleOption } from '../../ruleset/rule.ts';
import { isVerdict } from '../../vocabulary/verdicts.ts';
import { serviceOf } from '../plain/service.ts';

/** Longer titles are cut. */
const MOST_LETTERS = 120;

/** What is said of an option's value, and where in the title. A place may have several. */
interface Phrase {
  readonly place: number;
  readonly before: string;
}

const PHRASES: ReadonlyMap<string, Phrase> = new Map(
  [
    ['', '--protocol'],
    ['', '--destination-port', '--dport', '--destination-ports', '--dports', '--ports', '--icmp-type', '--icmpv6-type'],
    ['from port', '--source-port', '--sport', '--source-ports', '--sports'],
    ['from', '--source', '--src-range'],
    ['to', '--destination', '--dst-range'],
    ['from set', '--match-set'],
    ['in on', '--in-interface'],
    ['out on', '--out-interface'],
    ['if', '--ctstate', '--state'],
  ].flatMap(([before = '', ...names], place) => names.map((name) => [name, { place, before }] as const)),
);

/** Matches whose options the title has, and those that say nothing of packets. */
const SAID = new Set(['tcp', 'udp', 'icmp', 'icmp6', 'multiport', 'conntrack', 'state', 'iprange', 'set', 'comment']);

/** `accept tcp 22 (ssh) from 10.0.0.0/8`. Never empty; of a line that says nothing it is the line. */
export function ruleTitle(rule: Rule): string {
  const phrases = rule.options.flatMap((option) => {
    const phrase = PHRASES.get(option.name);
    const text = phrase && phraseOf(rule, option, phrase);
    return phrase && text !== undefined ? [{ place: phrase.place, text }] : [];
  });
  const others = rule.instances.flatMap(({ known: { extension } }) =>
    extension.kind === 'match' && !SAID.has(extension.name) ? [extension.name] : [],
  );
  const parts = [orderOf(rule), actionOf(rule), ...inPlace(phrases), others.length > 0 ? `(${others.join(', ')})` : ''];
  const title = parts.filter((part) => part !== '').join(' ');
  return title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS)}…` : title;
}

/** In the order of their places; the sort keeps those of one place as they stand. */
function inPlace(phrases: readonly { readonly place: number; readonly text: string }[]): readonly string[] {
  return [...phrases].sort((a, b) => a.place - b.place).map(({ text }) => text);
}

/** Where a rule comes that is not appended. */
function orderOf({ letter, number }: Rule): string {
  if (letter === 'I') return number > 1 ? `at ${number}:` : 'first:';
  return letter === 'R' ? `instead of ${number}:` : '';
}

function actionOf(rule: Rule): string {
  const { object, jump, target } = rule;
  const written = rule.words[rule.objectWord];
  if (written?.unknown) return written.text;
  if (object === undefined || jump === Jump.none) return 'count';
  if (jump === Jump.goto) return `go to ${object}`;
  if (isVerdict(object)) return object.toLowerCase();
  if (!target) return `jump to ${object}`;
  const { name } = target.extension;
  if (name === 'REJECT') return 'reject';
  const option = rule.options.find(({ instance, values }) => instance?.known === target && values.length > 0);
  const action = name === 'LOG' ? 'log' : name;
  return option ? `${action} ${option.values.map(({ text }) => text.trim()).join(' ')}` : action;
}

function phraseOf(rule: Rule, option: RuleOption, { before }: Phrase): string | undefined {
  const [value] = option.values;
  if (!value || value.text === '') return undefined;
  const text =
    before === 'if' ? value.text.toLowerCase().replaceAll(',', ', ') : `${value.text}${serviceIn(rule, value)}`;
  return [option.negated ? 'not' : '', before, text].filter((part) => part !== '').join(' ');
}

/** ` (ssh)` behind a single port, else nothing. */
function serviceIn(rule: Rule, value: OptionValue): string {
  const service = serviceOf(rule, value);
  return service ? ` (${service.name})` : '';
}
