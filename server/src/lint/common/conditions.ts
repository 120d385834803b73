// What a rule asks of a packet, as lint rules look at it: conditions, ports, states.

import { meaningOf } from '../../analysis/rule-literals.ts';
import { Jump } from '../../ruleset/command.ts';
import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import type { Range } from '../../vocabulary/values/meaning.ts';

/** What a rule asks of a packet: conditions of iptables' own and options of matches, comments aside. */
export function conditionsOf(rule: Rule): readonly RuleOption[] {
  return rule.options.filter(({ found, instance }) => {
    if (found.kind === 'generic') return found.option.role === 'condition';
    const extension = instance?.known.extension;
    return extension?.kind === 'match' && extension.name !== 'comment';
  });
}

/** Whether a rule asks for nothing but options of these names, and loads no match that asks by being there. */
export function asksOnlyFor(rule: Rule, names: ReadonlySet<string>): boolean {
  const silent = rule.instances.some(
    ({ known: { extension }, seen, implicit }) =>
      extension.kind === 'match' && seen === 0 && !implicit && !TRANSPARENT.has(extension.name),
  );
  return !silent && conditionsOf(rule).every((option) => names.has(option.name) || asksNothing(option));
}

/** It is met by every packet: `-s 0.0.0.0/0`, `-o +`. */
function asksNothing({ letter, negated, values: [value] }: RuleOption): boolean {
  if (negated || !value || value.unknown || letter === undefined) return false;
  return 'io'.includes(letter) ? value.text === '+' : 'sd'.includes(letter) && EVERY_ADDRESS.test(value.text);
}

const EVERY_ADDRESS = /^(?:0|0\.0\.0\.0|::)\/(?:0|0\.0\.0\.0|::)$/;

/** Matches that say nothing without an option. */
const TRANSPARENT: ReadonlySet<string> = new Set(['comment', 'tcp', 'udp', 'sctp', 'dccp', 'icmp', 'icmp6']);

/** Whether the rule ends with one of these verdicts or targets. */
export function hands(rule: Rule, ...names: readonly string[]): boolean {
  return rule.jump === Jump.jump && rule.object !== undefined && names.includes(rule.object);
}

/** The option of this name; undefined where the rule has none, or several. */
export function optionOf(rule: Rule, name: string): RuleOption | undefined {
  const [one, ...more] = rule.options.filter((option) => option.name === name);
  return more.length > 0 ? undefined : one;
}

/** The ports that an option names; undefined where that is not known. */
export function portsOf(rule: Rule, { values: [value] }: RuleOption): readonly Range[] | undefined {
  const meaning = value && !value.unknown ? meaningOf(rule, value) : undefined;
  return meaning?.kind === 'ports' ? meaning.ranges : undefined;
}

/** The options that ask for the state of the packet's connection. */
export const STATE_OPTIONS: readonly string[] = ['--ctstate', '--state'];

/** Options that leave a rule open to packets from anywhere to anywhere. */
export const PLACELESS_OPTIONS: readonly string[] = [
  ...STATE_OPTIONS,
  '--protocol',
  '--dport',
  '--dports',
  '--sport',
  '--sports',
];

/** The states that an option names; undefined where that is not known. */
export function statesOf(rule: Rule, { values: [value] }: RuleOption): readonly string[] | undefined {
  const meaning = value && !value.unknown ? meaningOf(rule, value) : undefined;
  return meaning?.kind === 'choice' ? meaning.choices.map(({ name }) => name) : undefined;
}
