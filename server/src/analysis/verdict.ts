// What a rule does with a packet that matches: its target with its options, as a value that compares.

import { Jump } from '../ruleset/command.ts';
import { isGrave } from '../ruleset/fault.ts';
import type { Rule } from '../ruleset/rule.ts';
import { placeOf, textAt, type ValuePlace } from '../ruleset/rule-plans.ts';
import type { Extension, Fate } from '../vocabulary/schema.ts';
import type { ReadContext } from '../vocabulary/values/kind.ts';
import type { Value } from '../vocabulary/values/kinds.ts';
import { VERDICTS } from '../vocabulary/verdicts.ts';
import { contextOf, hasUnreadWords, isUnread, readMeaning, valueText } from './rule-literals.ts';

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

/** What rules do that have the same words but for their values and the names of chains. */
export type VerdictPlan =
  | { readonly kind: 'none' | 'unknown' | 'goto' }
  | { readonly kind: 'jump'; readonly target: TargetPlan | undefined };

interface TargetPlan {
  readonly extension: Extension;
  readonly context: ReadContext;
  /** Undefined where nobody knows what they say. */
  readonly options: readonly OptionPlan[] | undefined;
}

interface OptionPlan {
  readonly name: string;
  readonly values: readonly (ValuePlace & { readonly kind: Value | undefined })[];
}

/**
 * The verdict of a rule. A name that is no verdict's is first that of one of the chains, if `chains` has it, then a
 * target's. Any other is taken for a chain's: whoever follows a jump to a chain that is not there knows nothing of it.
 */
export function verdictOf(rule: Rule, chains?: { has(name: string): boolean }): Verdict {
  return verdictIn(
    verdictPlanOf(rule),
    rule.object ?? '',
    rule.words.map(({ text }) => text),
    chains,
  );
}

export function verdictPlanOf(rule: Rule): VerdictPlan {
  const { object, jump, target } = rule;
  if (rule.skipped || rule.ends || rule.faults.some(isGrave)) return { kind: 'unknown' };
  if (rule.words[rule.objectWord]?.unknown) return { kind: 'unknown' };
  if (object === undefined || jump === Jump.none) return { kind: 'none' };
  if (jump === Jump.goto) return { kind: 'goto' };
  return { kind: 'jump', target: target && targetPlanOf(rule, target.extension) };
}

function targetPlanOf(rule: Rule, extension: Extension): TargetPlan {
  const options = rule.options.filter(({ instance }) => instance?.known === rule.target);
  const isRead = !hasUnreadWords(rule) && !options.some((option) => isUnread(rule, option));
  return {
    extension,
    context: contextOf(rule),
    options: isRead
      ? options.map(({ name, negated, values }) => ({
          name: negated ? `! ${name}` : name,
          values: values.map((value) => ({ ...placeOf(rule, value), kind: value.kind })),
        }))
      : undefined,
  };
}

/** The verdict of the rule with these words that leads to `object`; see `verdictOf`. */
export function verdictIn(
  plan: VerdictPlan,
  object: string,
  words: readonly string[],
  chains?: { has(name: string): boolean },
): Verdict {
  if (plan.kind === 'goto') return { kind: 'goto', name: object, key: `-g ${object}` };
  if (plan.kind !== 'jump') return plan.kind === 'none' ? NONE : UNKNOWN;
  const builtIn = BUILT_IN.get(object);
  if (builtIn) return builtIn;
  const { target } = plan;
  if (!target || chains?.has(object)) return { kind: 'jump', name: object, key: `-j ${object}` };
  return targetVerdict(target, words);
}

function targetVerdict(target: TargetPlan, words: readonly string[]): Verdict {
  const { name, terminates, fate, logs } = target.extension;
  const named = { name, key: keyOf(target, words) };
  if (terminates === true && fate !== undefined) return { kind: fate, ...named };
  return { kind: terminates === 'some-packets' ? terminates : 'continue', ...named, logs: logs === true };
}

function keyOf({ extension: { name }, options, context }: TargetPlan, words: readonly string[]): string | undefined {
  if (!options) return undefined;
  const said = options.map((option) =>
    [
      option.name,
      ...option.values.map(({ kind, ...place }) => {
        const text = textAt(words, place);
        return valueText(text, kind && readMeaning(text, kind, context, 'both'));
      }),
    ].join(' '),
  );
  return [name, ...said.sort()].join(' ');
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
