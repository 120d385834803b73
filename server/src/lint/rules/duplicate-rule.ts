// The same rule twice in a chain, where packets get to both.

import type { Box } from '../../analysis/box.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { removeLine } from '../../check/fix.ts';
import { toolOf } from '../common/known-tools.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

export const duplicateRule = lintRule({
  name: 'duplicate-rule',
  severity: 'information',
  category: 'packets',
  finds: 'A rule that its chain has twice, where packets reach both, such as LOG, MARK or a jump.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (toolOf(chain.name) !== undefined) return;
    const seen = new Map<string, Step>();
    for (const step of chain.steps) {
      // Of others the second is never reached, which is said of it.
      if (step.way === 'unknown' || (step.isSure && step.way !== 'passes' && step.way !== 'calls')) continue;
      const isLost = step.callee !== '' && table.reach.chain(step.callee) === undefined;
      const key = isLost ? undefined : keyOf(table, step);
      const first = key === undefined ? undefined : seen.get(key);
      if (key !== undefined && !first) seen.set(key, step);
      if (!first || table.fateOf(chain, step).kind !== 'live') continue;
      report({
        message: `This rule is the same as line ${first.line + 1}. Delete one of them.`,
        ...table.placeOf(step.line),
        tags: ['unnecessary'],
        related: [{ message: 'The same rule.', ...table.placeOf(first.line) }],
      });
    }
  },
  fix(_file, { line }) {
    return [{ title: 'Delete this rule', edits: [removeLine(line)] }];
  },
});

/** By step, since a rule stays what it is while its chain is edited. */
const keys = new WeakMap<Step, { readonly key: string | undefined }>();

/** What two rules have in common that are the same in whatever spelling; undefined where that cannot be said. */
function keyOf(table: PacketTable, step: Step): string | undefined {
  const known = keys.get(step) ?? { key: findKey(table, step) };
  keys.set(step, known);
  return known.key;
}

function findKey({ file }: PacketTable, step: Step): string | undefined {
  const { verdict, parts } = step;
  if (verdict.kind === 'none') return undefined;
  const target = 'key' in verdict ? verdict.key : verdict.kind;
  if (target === undefined) return undefined;
  if (!step.isSure) return textOf(file.rule(step.line));
  return `${target} | ${parts
    .map(({ box }) => boxKey(box))
    .sort()
    .join(' | ')}`;
}

function boxKey({ sets, literals }: Box): string {
  const asked = literals.map(({ key, negated }) => `${negated ? '! ' : ''}${key}`).sort();
  return [...sets.map(({ axis, cuts }) => `${axis.name} ${cuts.join(',')}`), ...asked].join('; ');
}

/** The words of a rule without its comments. */
function textOf({ words, commandWord, options }: ReturnType<PacketTable['file']['rule']>): string {
  const left = new Set<number>();
  for (const { instance, word, values } of options) {
    if (instance?.known.extension.name !== 'comment') continue;
    for (const index of [word, ...values.map((value) => value.word)]) left.add(index);
  }
  return words.flatMap(({ text }, index) => (index < commandWord || left.has(index) ? [] : [text])).join(' ');
}
