// Reads the conditions of a rule: iptables' own options and those of its matches, as sets where they are modelled.

import { isGrave } from '../ruleset/fault.ts';
import type { Rule } from '../ruleset/rule.ts';
import { textAt } from '../ruleset/rule-plans.ts';
import { pieces } from '../syntax/pieces.ts';
import type { Backend } from '../vocabulary/schema.ts';
import type { ReadContext } from '../vocabulary/values/kind.ts';
import type { Meaning } from '../vocabulary/values/meaning.ts';
import { Box } from './box.ts';
import { Conditions } from './conditions.ts';
import { type AskedValues, type AskedWords, type ConditionsPlan, conditionsPlanOf } from './conditions-plan.ts';
import type { Axes } from './dimensions.ts';
import type { Literal } from './literal.ts';
import { literalOf, readMeaning, UNREAD } from './rule-literals.ts';
import type { Intervals } from './sets/intervals.ts';

/** A rule falls into at most so many boxes; what would make more is a literal. */
const MOST_BOXES = 16;

const UNREAD_BOXES = [Box.asking(UNREAD)];
const UNREAD_RULES = { 4: new Conditions(4, UNREAD_BOXES), 6: new Conditions(6, UNREAD_BOXES) } as const;

/**
 * What a rule asks of a packet. A line that does not load asks something that nobody knows, and so does a placeholder of
 * a template; neither takes all packets or none. Where the back ends make different things of the same words, that is
 * unknown unless `backend` is the one of them that is modelled.
 */
export function conditionsOf(rule: Rule, backend: Backend | 'both' = 'both'): Conditions {
  if (isUnreadable(rule)) return UNREAD_RULES[rule.family];
  const texts = rule.words.map(({ text }) => text);
  const boxes = boxesOf(conditionsPlanOf(rule, backend), texts, ({ options, instance }) =>
    literalOf(rule, options, instance, backend),
  );
  return boxes ? new Conditions(rule.family, boxes) : UNREAD_RULES[rule.family];
}

/** Nobody knows what the rule asks: it does not load, or the loader reads its line in another way than it looks. */
export function isUnreadable({ skipped, ends, faults, text }: Rule): boolean {
  return skipped || ends || faults.some(isGrave) || text.includes('\0') || pieces(text) !== undefined;
}

/** So many values of one option are remembered. */
const MOST_KNOWN = 256;

/** The boxes of a rule with these words; undefined where it asks for a literal that `literalFor` does not know. */
export function boxesOf(
  { asks, axes, context, backend }: ConditionsPlan,
  texts: readonly string[],
  literalFor: (asked: AskedWords) => Literal | undefined,
): readonly Box[] | undefined {
  /** What all packets of the rule are in. */
  const sets: Intervals[] = [];
  const literals: Literal[] = [];
  /** For each group, a packet is in one of its sets: source or destination port. */
  const choices: (readonly Intervals[])[] = [];
  for (const ask of asks) {
    let words: AskedWords | undefined;
    if (ask.kind === 'set') sets.push(ask.set);
    else if (ask.kind === 'literal') literals.push(ask.literal);
    else if (ask.kind === 'words') words = ask;
    else {
      const found = setsOf(ask, texts, axes, context, backend);
      const [only] = found ?? [];
      if (!found) words = ask.otherwise;
      else if (ask.negated) for (const set of found) sets.push(set);
      else if (found.length === 1 && only) sets.push(only);
      else if (found.length ** (choices.length + 1) <= MOST_BOXES) choices.push(found);
      else words = ask.otherwise;
    }
    const literal = words && literalFor(words);
    if (literal) literals.push(literal);
    else if (words) return undefined;
  }
  const common = Box.of(sets, literals);
  let boxes: readonly Box[] = common ? [common] : [];
  for (const choice of choices) {
    const parts = choice.map((set) => Box.of([set]));
    boxes = boxes.flatMap((box) => parts.flatMap((part) => (part && box.intersect(part)) ?? []));
  }
  return boxes;
}

/** The sets of an option with these words: a packet is in one of them, of a negated one in all; undefined: it has none. */
function setsOf(
  { reader, negated, values, known }: AskedValues,
  texts: readonly string[],
  axes: Axes,
  context: ReadContext,
  backend: Backend | 'both',
): readonly Intervals[] | undefined {
  let key = '';
  for (const place of values) key = key === '' ? textAt(texts, place) : `${key}\0${textAt(texts, place)}`;
  const before = known.get(key);
  if (before) return before;
  const meanings: Meaning[] = [];
  for (const place of values) {
    const meaning = readMeaning(textAt(texts, place), place.kind, context, backend);
    if (meaning === undefined) return undefined;
    meanings.push(meaning);
  }
  const sets = reader(meanings, axes);
  const found = negated ? sets?.map((set) => set.complement()) : sets;
  if (found && known.size < MOST_KNOWN) known.set(key, found);
  return found;
}
