// What a rule asks beyond the sets: literals with their keys, and what of a rule nobody can read.

import { type Instance, type OptionValue, Role, type Rule, type RuleOption } from '../ruleset/rule.ts';
import type { Backend } from '../vocabulary/schema.ts';
import { readValue } from '../vocabulary/values/index.ts';
import type { ReadContext } from '../vocabulary/values/kind.ts';
import type { Value } from '../vocabulary/values/kinds.ts';
import type { Meaning } from '../vocabulary/values/meaning.ts';
import type { Literal, Nature } from './literal.ts';
import { markTest, networksTest } from './literal-tests.ts';

/** Asks what nobody knows. */
export const UNREAD: Literal = { key: '', match: '', negated: false, nature: 'unread' };

/**
 * Matches whose only option that takes a `!` holds with it wherever it does not without. The others say no to a packet that
 * lacks what they look at, either way. Source: their code in net/netfilter of Linux.
 */
const EITHER_WAY: ReadonlySet<string> = new Set([
  'addrtype',
  'connlabel',
  'cpu',
  'dccp',
  'devgroup',
  'helper',
  'mark',
  'owner',
  'physdev',
  'realm',
  'sctp',
  'set',
  'string',
  'tcp',
  'tcpmss',
  'u32',
]);

/** These options as one literal. They belong to the match of `instance`, or are one of iptables' own without one. */
export function literalOf(
  rule: Rule,
  options: readonly RuleOption[],
  instance: Instance | undefined,
  backend: Backend | 'both',
): Literal {
  const match = instance?.known.extension.name ?? '';
  const nature = natureOf(rule, options, instance);
  if (nature === 'unread') return UNREAD;
  // Nothing is the same as what answers anew each time, so it needs no key.
  if (nature === 'state') return { key: match, match, negated: false, nature };
  // The options that take no `!` say how to look, such as string's --algo.
  const [only, ...more] = options.filter(({ found }) => found.option.negatable);
  const isNegation = only?.negated === true && more.length === 0 && (match === '' || EITHER_WAY.has(match));
  const asked = options.map((option) => `${option.negated && !isNegation ? '! ' : ''}${optionText(rule, option)}`);
  const set = match === 'set' ? options.find(({ name }) => name === '--match-set')?.values[0]?.text : undefined;
  const key = [match, ...asked].join(' ').trim();
  const literal = { key, match, negated: isNegation, nature, ...(set !== undefined && { set }) };
  const test = isNegation === (only?.negated ?? false) ? testOf(rule, options, match, backend) : undefined;
  return test ? { ...literal, test } : literal;
}

/** How to tell from a packet whether the single option of a literal holds. */
function testOf(
  rule: Rule,
  [option, ...more]: readonly RuleOption[],
  match: string,
  backend: Backend | 'both',
): Literal['test'] {
  const meaning = more.length === 0 && option?.values[0] ? meaningOf(rule, option.values[0], backend) : undefined;
  if (meaning?.kind === 'mark' && match === 'mark') return markTest(meaning);
  if (meaning?.kind !== 'networks' || match !== '') return undefined;
  return networksTest(option?.letter === 's' ? 'source' : 'destination', meaning.networks);
}

export function natureOf(rule: Rule, options: readonly RuleOption[], instance: Instance | undefined): Nature {
  if (options.some((option) => isUnread(rule, option))) return 'unread';
  // Of iptables' own options only names of hosts are no sets, and networks with too many holes.
  const ways = [instance ? instance.known.extension.hangsOn : 'machine'];
  for (const { found } of options) if (found.kind === 'extension') ways.push(found.option.hangsOn);
  return ways.includes('state') ? 'state' : ways.includes('machine') ? 'machine' : 'packet';
}

/** The option in full and what its values mean, so that two spellings of one thing are the same. Without its `!`. */
export function optionText(rule: Rule, option: RuleOption): string {
  return [option.name, ...option.values.map((value) => valueText(value.text, meaningOf(rule, value)))].join(' ');
}

/** A value in one spelling of what it means. */
export function valueText(text: string, meaning: Meaning | undefined): string {
  if (meaning === undefined || meaning.kind === 'text') return JSON.stringify(text);
  return JSON.stringify(meaning, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}

/**
 * What a value means in its rule; undefined where its option does not say how to read it, or it cannot be read. Of
 * networks that some versions of nft cut, legacy takes what is written.
 */
export function meaningOf(
  rule: Rule,
  { text, kind }: OptionValue,
  backend: Backend | 'both' = 'both',
): Meaning | undefined {
  return kind && readMeaning(text, kind, contextOf(rule), backend);
}

/** What hangs on the rule in the meaning of its values. */
export function contextOf({ family, namedProtocol }: Rule): ReadContext {
  return namedProtocol === undefined ? { family } : { family, protocol: namedProtocol };
}

/** The same of a value by itself. */
export function readMeaning(
  text: string,
  kind: Value,
  context: ReadContext,
  backend: Backend | 'both',
): Meaning | undefined {
  const meaning = readValue(text, kind, context);
  if (backend !== 'legacy' || meaning?.kind !== 'networks') return meaning;
  const networks = meaning.networks.flatMap((one) => (one.kind === 'differs' ? one.networks.slice(0, 1) : [one]));
  return { kind: 'networks', networks };
}

/** A placeholder of a template is one of the option's values, or stands in front of it, where it may be a `!`. */
export function isUnread({ words }: Rule, { word, negated, values }: RuleOption): boolean {
  const before = words[negated ? word - 2 : word - 1];
  return values.some(({ unknown }) => unknown) || (before?.unknown === true && before.role === Role.unknown);
}

/** The rule has words that belong to no option that is known, such as those of a match that iptables does not have. */
export function hasUnreadWords(rule: Rule): boolean {
  if (rule.words.some(({ role }) => role === Role.unknown)) return true;
  return rule.options.some(
    ({ letter, values }) => letter === 'm' && !rule.instances.some(({ word }) => word === values[0]?.word),
  );
}
