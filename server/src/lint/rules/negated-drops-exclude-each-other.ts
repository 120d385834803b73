// Two rules that each refuse all but one of the addresses: together they refuse everything. Two that accept so accept all.

import { Box } from '../../analysis/box.ts';
import type { Dimension } from '../../analysis/dimensions.ts';
import type { Step } from '../../analysis/reach/step.ts';
import type { Intervals } from '../../analysis/sets/intervals.ts';
import { fateOf } from '../../analysis/verdict.ts';
import { lintRule } from '../rule.ts';

const WORDS: Partial<Record<Dimension, string>> = {
  source: '-s',
  destination: '-d',
  sourcePort: '--sport',
  destinationPort: '--dport',
  inputInterface: '-i',
  outputInterface: '-o',
  mac: '--mac-source',
};
/** Of more such rules only the first ones are compared. */
const MOST_RULES = 40;

interface Fence {
  readonly step: Step;
  /** What it spares, and what else it asks for. */
  readonly spared: Intervals;
  readonly rest: Box;
}

export const negatedDropsExcludeEachOther = lintRule({
  name: 'negated-drops-exclude-each-other',
  severity: 'warning',
  category: 'packets',
  finds:
    'Two rules that refuse all but one address or interface each, so that no one gets past both, or accept all but one each, which is everyone.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (table.block.table === 'nat' || chain.isPartial) return;
    const fences = chain.steps.flatMap(fencesOf).slice(0, MOST_RULES);
    for (const fence of fences) {
      const other = fences.find((one) => one.step.at < fence.step.at && excludes(one, fence));
      if (!other || table.fateOf(chain, fence.step).kind !== 'live') continue;
      const option = WORDS[fence.spared.axis.name] ?? '';
      if (fateOf(fence.step.verdict) === 'accept') {
        if (table.block.table !== 'filter') continue;
        report({
          message: () =>
            `Everyone is accepted: line ${other.step.line + 1} accepts all but one "${option}", and this rule accepts that one as well. Refuse both first, then accept the rest.`,
          ...table.placeOf(fence.step.line),
          related: [{ message: 'The first of both.', ...table.placeOf(other.step.line) }],
        });
        continue;
      }
      // What an accept between them lets pass gets through all the same.
      const past = [{ chain, before: { at: fence.step.at + 1 } }];
      if (table.reach.mayGetTo(past, [fence.rest])) continue;
      report({
        message: () =>
          `No one gets past this rule: line ${other.step.line + 1} refuses all but one "${option}", and this rule all but another one. Accept both first, then refuse the rest.`,
        ...table.placeOf(fence.step.line),
        related: [{ message: 'The first of both.', ...table.placeOf(other.step.line) }],
      });
    }
  },
});

function fencesOf(step: Step): readonly Fence[] {
  const fate = fateOf(step.verdict);
  const [part, ...more] = step.parts;
  if (!part?.isSure || more.length > 0 || (fate !== 'drop' && fate !== 'reject' && fate !== 'accept')) return [];
  return part.box.sets.flatMap((set) => {
    const spared = set.complement();
    if (WORDS[set.axis.name] === undefined || spared.cuts.length !== 2 || set.cuts.length < 3) return [];
    const rest = Box.of(
      part.box.sets.filter((one) => one !== set),
      part.box.literals,
    );
    return rest ? [{ step, spared, rest }] : [];
  });
}

function excludes(one: Fence, other: Fence): boolean {
  const isAccept = fateOf(one.step.verdict) === 'accept';
  if (isAccept !== (fateOf(other.step.verdict) === 'accept')) return false;
  return one.spared.axis === other.spared.axis && !one.spared.intersects(other.spared) && one.rest.contains(other.rest);
}
