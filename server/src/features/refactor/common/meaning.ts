// Tells whether rules say the same as others: the same packets, and the same done with each, once.

import { Conditions } from '../../../analysis/conditions.ts';
import { conditionsOf } from '../../../analysis/rule-conditions.ts';
import { fateOf, isSameVerdict, type Verdict, verdictOf } from '../../../analysis/verdict.ts';
import { isGrave } from '../../../ruleset/fault.ts';
import { mayStand, TABLE_ORDER } from '../../../ruleset/places.ts';
import { readRule } from '../../../ruleset/read-rule.ts';
import type { Rule } from '../../../ruleset/rule.ts';
import type { RulesFile } from '../../../ruleset/rules-file.ts';
import type { TableBlock } from '../../../ruleset/table-block.ts';

/** A line as the file would read it. */
export function readLine(file: RulesFile, line: number, text: string): Rule {
  return readRule(text, file.settings, undefined, file.taken.above(line));
}

/** No loader refuses it as far as the line alone tells. */
export function isSound({ faults }: Rule): boolean {
  return !faults.some(isGrave);
}

/** Both kernels take the rule in its chain, as far as the hooks that lead there tell. */
export function mayStandIn({ table, standing }: TableBlock, { chain = '', allowedLegacy, allowedNft }: Rule): boolean {
  if (!table) return false;
  const index = TABLE_ORDER.indexOf(table);
  return (
    mayStand(allowedLegacy, index, standing.legacy.hooks(chain)) &&
    mayStand(allowedNft, index, standing.nft.hooks(chain))
  );
}

/**
 * Whether rules that stand one behind the other do with every packet what others do in their place. All have to have one
 * verdict; where the packet goes on behind it, no packet may match two of the rules, since each match counts.
 */
export function sayTheSame(before: readonly Rule[], after: readonly Rule[]): boolean {
  const [first] = before;
  if (!first || ![...before, ...after].every(isSound)) return false;
  const verdict = verdictOf(first);
  if (![...before, ...after].every((rule) => rule.chain === first.chain && isSameVerdict(verdictOf(rule), verdict)))
    return false;
  const [was, becomes] = [before.map((rule) => conditionsOf(rule)), after.map((rule) => conditionsOf(rule))];
  const [all, fresh] = [union(was), union(becomes)];
  return all.contains(fresh) && fresh.contains(all) && (isEnd(verdict) || (areApart(was) && areApart(becomes)));
}

/** No packet comes behind it. */
export function isEnd(verdict: Verdict): boolean {
  return fateOf(verdict) !== undefined || verdict.kind === 'return' || verdict.kind === 'goto';
}

/** What a rule of these would take. */
export function union(conditions: readonly Conditions[]): Conditions {
  const family = conditions[0]?.family ?? 4;
  return new Conditions(
    family,
    conditions.flatMap(({ boxes }) => boxes),
  );
}

function areApart(conditions: readonly Conditions[]): boolean {
  return conditions.every((one, at) => conditions.slice(at + 1).every((other) => !one.intersects(other)));
}
