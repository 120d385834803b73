// Says in one line what the baseline changes in a file, the gravest first: policies, then what was open, then the rest.

import type { Administration } from './protocol.ts';
import type { LeftRule, WayIn } from './way-in.ts';

/** A policy that is not DROP, as it was written; empty where it was not. */
export interface ChangedPolicy {
  readonly chain: string;
  readonly from: string;
}

export interface BaselineChanges {
  /** `new`: the whole table is. */
  readonly policies: readonly ChangedPolicy[] | 'new';
  readonly wayIn?: WayIn;
  /** How many rules come in addition. */
  readonly added: number;
}

/** Of a longer rule a summary shows the beginning. */
const LONGEST_RULE = 80;

/** Of more rules of one kind a summary tells how many they are. */
const MOST_TOLD = 3;

/** One line; empty where nothing changes and nothing is to be told. */
export function summaryOf({ policies, wayIn, added }: BaselineChanges, administration: Administration): string {
  if (policies === 'new') return 'Everything that no rule accepts is dropped now: the policies are DROP.';
  const sentences = [
    ...policiesSentences(policies),
    ...(wayIn ? wayInSentences(wayIn, administration) : []),
    ...(added > 0 ? [`${counted(added, 'rule')} added.`] : []),
    ...told(wayIn?.left ?? [], leftSentence),
  ];
  return sentences.join(' ');
}

function policiesSentences(policies: readonly ChangedPolicy[]): readonly string[] {
  if (policies.length === 0) return [];
  const open = policies.filter(({ from }) => from !== '');
  const missing = policies.filter(({ from }) => from === '');
  const names = (some: readonly ChangedPolicy[]) => listed(some.map(({ chain }) => chain));
  const was = [...new Set(open.map(({ from }) => from))].join(' or ');
  return [
    ...(open.length > 0 ? [`${policyOf(open)} ${names(open)} changed from ${was} to DROP.`] : []),
    ...(missing.length > 0 ? [`${policyOf(missing)} ${names(missing)} set to DROP.`] : []),
  ];
}

function policyOf(some: readonly ChangedPolicy[]): string {
  return some.length === 1 ? 'Policy of' : 'Policies of';
}

function wayInSentences({ restricted, moved, closed }: WayIn, administration: Administration): readonly string[] {
  const from = administration.kind === 'ssh' ? administration.sources.join(', ') : '';
  const port = administration.kind === 'ssh' ? administration.port : 0;
  const only = from === '' ? '' : `, only from ${from}`;
  return [
    ...told(restricted, (rule) => `SSH is let in only from ${from} now, in place of ${quoted(rule)}.`),
    ...told(moved, (rule) => `SSH is let in on port ${port} now${only}, in place of ${quoted(rule)}.`),
    ...told(closed, (rule) => `Port 22 is closed, which was opened by ${quoted(rule)}.`),
  ];
}

/** A sentence for each of the first, and how many more there are. */
function told<T>(all: readonly T[], sentence: (one: T) => string): readonly string[] {
  const rest = all.length - MOST_TOLD;
  const sentences = all.slice(0, MOST_TOLD).map(sentence);
  return rest > 0 ? [...sentences, `The same of ${counted(rest, 'more rule')}.`] : sentences;
}

function leftSentence({ rule, port, isDoubtful }: LeftRule): string {
  return `${isDoubtful ? 'May let' : 'Still lets'} in more on port ${port}: ${quoted(rule)}.`;
}

function quoted(rule: string): string {
  return `"${rule.length > LONGEST_RULE ? `${rule.slice(0, LONGEST_RULE)}…` : rule}"`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
