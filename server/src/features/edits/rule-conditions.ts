// Reads a rule into the few conditions that firewall baselines are made of, so that two spellings of one rule compare.

import { Jump } from '../../ruleset/command.ts';
import type { Rule, Use } from '../../ruleset/rule.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { icmpTypeKey, type PortSpan, portSpans, stateNames } from './rule-values.ts';
import { canonicalNetwork } from './source-address.ts';

/** What a rule asks of a packet and does with it. An undefined condition lets every packet through. */
export interface Conditions {
  readonly protocol: number | undefined;
  readonly interfaceIn: string | undefined;
  readonly interfaceOut: string | undefined;
  readonly sources: readonly string[] | undefined;
  readonly destinations: readonly string[] | undefined;
  readonly sourcePorts: readonly PortSpan[] | undefined;
  readonly ports: readonly PortSpan[] | undefined;
  readonly icmpType: string | undefined;
  readonly states: readonly string[] | undefined;
  /** Only so many packets a time. */
  readonly limited: boolean;
  /** There are conditions that are not among these. */
  readonly opaque: boolean;
  /** -j or -g as written. */
  readonly verdict: string | undefined;
  readonly goto: boolean;
  /** The words behind the chain: rules with the same words are the same rule. */
  readonly words: string;
}

type Draft = { -readonly [K in keyof Conditions]: Conditions[K] };

/** Matches that ask nothing of the packet by themselves, or nothing that -p does not ask. */
const SILENT: ReadonlySet<string> = new Set([
  'comment',
  'tcp',
  'udp',
  'icmp',
  'icmp6',
  'conntrack',
  'state',
  'multiport',
  'hl',
]);
const LIMITS: ReadonlySet<string> = new Set(['limit', 'hashlimit']);
/** Neighbour and router discovery: 133 to 137. They are only valid with the hop limit of a packet from the same link. */
const DISCOVERY = /^13[3-7]$/;

/** The conditions of a rule. */
export function conditionsOf(rule: Rule): Conditions {
  const draft = genericConditions(rule);
  let hopLimit = false;
  for (const use of rule.uses) {
    const option = optionName(use);
    if (use.instance.known.extension.kind === 'target' || use.instance.known.extension.name === 'comment') continue;
    if (option === '--hl-eq' && !use.negated && use.values[0] === '255') hopLimit = true;
    else if (!addUse(draft, use, option)) draft.opaque = true;
  }
  if (hopLimit && !DISCOVERY.test(draft.icmpType ?? '')) draft.opaque = true;
  for (const { known } of rule.instances) {
    const { kind, name } = known.extension;
    if (kind === 'target' || SILENT.has(name)) continue;
    if (LIMITS.has(name)) draft.limited = true;
    else draft.opaque = true;
  }
  return draft;
}

function genericConditions(rule: Rule): Draft {
  const misread = rule.faults.some(({ code, severity }) => severity !== 'warning' && code !== 'trailing-comment');
  const isNegated = 'sdiop'.split('').some((letter) => rule.option(letter)?.negated);
  return {
    protocol: rule.protocol === 0 ? undefined : rule.protocol,
    interfaceIn: anyInterface(rule.option('i')?.values[0]?.text),
    interfaceOut: anyInterface(rule.option('o')?.values[0]?.text),
    sources: networks(rule.option('s')?.values[0]?.text, rule.family),
    destinations: networks(rule.option('d')?.values[0]?.text, rule.family),
    sourcePorts: undefined,
    ports: undefined,
    icmpType: undefined,
    states: undefined,
    limited: false,
    opaque: misread || rule.has('f') || isNegated || (rule.has('p') && rule.protocol === undefined),
    verdict: rule.object,
    goto: rule.jump === Jump.goto,
    words: rule.words
      .slice(rule.chainWord + (rule.number > 0 ? 2 : 1))
      .map(({ text }) => text)
      .join('\0'),
  };
}

function optionName(use: Use): string {
  return use.instance.known.extension.options[use.slot]?.name ?? '';
}

/** Notes one option of a match; false where it is beyond these conditions. */
function addUse(draft: Draft, use: Use, option: string): boolean {
  const value = use.values[0] ?? '';
  if (use.negated) return false;
  switch (option) {
    case '--ctstate':
    case '--state':
      if (draft.states) return false;
      draft.states = stateNames(value);
      return draft.states !== undefined;
    case '--dport':
    case '--dports':
      if (draft.ports) return false;
      draft.ports = portSpans(value);
      return draft.ports !== undefined;
    case '--sport':
    case '--sports':
      if (draft.sourcePorts) return false;
      draft.sourcePorts = portSpans(value);
      return draft.sourcePorts !== undefined;
    case '--icmp-type':
    case '--icmpv6-type':
      if (draft.icmpType !== undefined) return false;
      return addIcmpType(draft, icmpTypeKey(value, option === '--icmp-type' ? 4 : 6));
    default:
      return LIMITS.has(use.instance.known.extension.name);
  }
}

function addIcmpType(draft: Draft, key: string | undefined): boolean {
  if (key !== 'any') draft.icmpType = key;
  return key !== undefined;
}

function anyInterface(name = ''): string | undefined {
  return name === '' || name === '+' ? undefined : name;
}

function networks(list: string | undefined, family: Family): readonly string[] | undefined {
  if (list === undefined) return undefined;
  const names: string[] = [];
  for (const item of list.split(',')) {
    const name = canonicalNetwork(item, family);
    if (name === undefined) return undefined;
    names.push(name);
  }
  return names;
}

/** The value of an option, and the columns to replace when option and value are to be written anew. */
export interface OptionPlace {
  readonly text: string;
  /** Of the value alone. */
  readonly valueStart: number;
  readonly valueEnd: number;
  /** Of the whole: a negation in front, the option, the value. */
  readonly start: number;
  /** The value cannot be replaced alone: 1.8.9 refuses `-s192.0.2.1`, and a quoted word hides where it begins. */
  readonly rewrite: boolean;
  readonly negated: boolean;
}

/** Where the first generic option with this letter stands and what its value is; undefined without one. */
export function optionValue(rule: Rule, letter: string): OptionPlace | undefined {
  const option = rule.option(letter);
  const value = option?.values[0];
  if (!option || !value) return undefined;
  const isJoined = value.word === option.word;
  const name = rule.words[option.word];
  // With the old `-s ! 192.0.2.1` the sign goes with the value.
  const { start } = isJoined ? value : rule.columns(option.word + 1);
  return {
    text: value.text,
    valueStart: start,
    valueEnd: value.end,
    start: option.start,
    rewrite: isJoined && (!name?.text.startsWith('--') || name.quoted),
    negated: option.negated,
  };
}
