// What a rule does with a packet that matches: its target with its options, as a value that compares.

import { Jump } from '../ruleset/command.ts';
import { isGrave } from '../ruleset/fault.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { Extension, Fate } from '../vocabulary/schema.ts';
import { VERDICTS } from '../vocabulary/verdicts.ts';
import { hasUnreadWords, isUnread, optionText } from './rule-literals.ts';

interface Named {
  /** The name of the target or chain. */
  readonly name: string;
  /** The target with all that its options say, in one spelling; undefined where nobody knows what they say. */
  readonly key: string | undefined;
}

/** The way through this chain and all that called it ends, and this becomes of the packet. */
export interface Ending extends Named {
  readonly kind: Fate;
}

/** The packet goes on behind the rule, whatever the target does to it; some end it for some packets. */
export interface Continuation extends Named {
  readonly kind: 'continue' | 'some-packets';
  readonly logs: boolean;
}

/** The packet goes into a chain; from a `goto` it does not come back to this one. */
export interface Call extends Named {
  readonly kind: 'jump' | 'goto';
}

export type Verdict =
  | Ending
  | Continuation
  | Call
  /** Back to the rule that called this chain; in a built-in chain the policy decides. */
  | { readonly kind: 'return' }
  /** Without a target a rule counts, and the packet goes on. */
  | { readonly kind: 'none' }
  /** A placeholder, or a rule that does not load. */
  | { readonly kind: 'unknown' };

const RETURN: Verdict = { kind: 'return' };
const NONE: Verdict = { kind: 'none' };
const UNKNOWN: Verdict = { kind: 'unknown' };
/** The verdicts that iptables has by itself, each as one value. */
const BUILT_IN: ReadonlyMap<string, Verdict> = new Map(
  VERDICTS.map(({ name, fate }): [string, Verdict] => [
    name,
    fate === undefined ? RETURN : { kind: fate, name, key: name },
  ]),
);

/**
 * The verdict of a rule. A name that is no verdict's is first that of one of the chains, if `chains` has it, then a
 * target's. Any other is taken for a chain's: whoever follows a jump to a chain that is not there knows nothing of it.
 */
export function verdictOf(rule: Rule, chains?: { has(name: string): boolean }): Verdict {
  const { object, jump, target } = rule;
  if (rule.skipped || rule.ends || rule.faults.some(isGrave)) return UNKNOWN;
  if (rule.words[rule.objectWord]?.unknown) return UNKNOWN;
  if (object === undefined || jump === Jump.none) return NONE;
  if (jump === Jump.goto) return { kind: 'goto', name: object, key: `-g ${object}` };
  const builtIn = BUILT_IN.get(object);
  if (builtIn) return builtIn;
  if (!target || chains?.has(object)) return { kind: 'jump', name: object, key: `-j ${object}` };
  return targetVerdict(rule, target.extension);
}

function targetVerdict(rule: Rule, { name, terminates, fate, logs }: Extension): Verdict {
  const named = { name, key: keyOf(rule, name) };
  if (terminates === true && fate !== undefined) return { kind: fate, ...named };
  return { kind: terminates === 'some-packets' ? terminates : 'continue', ...named, logs: logs === true };
}

function keyOf(rule: Rule, name: string): string | undefined {
  const options = rule.options.filter(({ instance }) => instance?.known === rule.target);
  if (hasUnreadWords(rule) || options.some((option) => isUnread(rule, option))) return undefined;
  return [name, ...options.map((option) => `${option.negated ? '! ' : ''}${optionText(rule, option)}`).sort()].join(
    ' ',
  );
}

/** Whether both surely do the same with a packet: the same target with the same options. */
export function isSameVerdict(a: Verdict, b: Verdict): boolean {
  if (a.kind !== b.kind || a.kind === 'unknown') return false;
  return 'key' in a && 'key' in b ? a.key !== undefined && a.key === b.key : true;
}

/** What becomes of every packet that meets the verdict; undefined where some or all go on. */
export function fateOf(verdict: Verdict): Fate | undefined {
  const { kind } = verdict;
  return kind === 'accept' || kind === 'drop' || kind === 'reject' || kind === 'queue' ? kind : undefined;
}
