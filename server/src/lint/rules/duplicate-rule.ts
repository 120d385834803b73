// The same rule twice in a chain, where packets get to both.

import type { Box } from '../../analysis/box.ts';
import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { removeLine } from '../../check/fix.ts';
import { countersEnd } from '../../syntax/line.ts';
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
    const twice = mayBeTwice(table, chain);
    const changes = twice.length === 0 ? undefined : changesBefore(table, chain);
    for (const step of twice) {
      const key = keyOf(table, step);
      const first = key === undefined ? undefined : seen.get(key);
      if (key !== undefined && !first) seen.set(key, step);
      if (!first || table.fateOf(chain, step).kind !== 'live') continue;
      // What it asks for may be another one by then, and chance is asked anew.
      if (changes?.[step.at] !== changes?.[first.at + 1]) {
        if (key !== undefined) seen.set(key, step);
        continue;
      }
      if (asksChance(table.file.lines.line(step.line))) continue;
      report({
        message: () => `This rule is the same as line ${first.line + 1}. Delete one of them.`,
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

/** For each place of a chain how many rules before it may change what later ones ask for. */
function changesBefore({ file }: PacketTable, { steps }: ChainSteps): readonly number[] {
  let count = 0;
  return steps.map((step) => {
    const before = count;
    if (mayChange(step, file.lines.line(step.line))) count++;
    return before;
  });
}

/** By itself, or in the chain to which it leads. What a limit counts is its own. */
function mayChange({ verdict, keepsCount, way }: Step, text: string): boolean {
  if (way === 'calls' || way === 'unknown' || verdict.kind === 'some-packets') return true;
  if (keepsCount && /recent|hashlimit/.test(text)) return true;
  return verdict.kind === 'continue' && !verdict.logs;
}

function asksChance(text: string): boolean {
  return text.includes('statistic');
}

/** Those of a chain's rules of which the second is not unreachable, and which look like another one. */
function mayBeTwice(table: PacketTable, chain: ChainSteps): readonly Step[] {
  const count = new Map<string | undefined, number>();
  const signed = chain.steps.flatMap((step) => {
    if (step.way === 'unknown' || (step.isSure && step.way !== 'passes' && step.way !== 'calls')) return [];
    const isLost = step.callee !== '' && table.reach.chain(step.callee) === undefined;
    const sign = isLost ? undefined : signOf(table, step);
    if (sign === undefined) return [];
    count.set(sign, (count.get(sign) ?? 0) + 1);
    return [{ step, sign }];
  });
  return signed.flatMap(({ step, sign }) => ((count.get(sign) ?? 0) > 1 ? [step] : []));
}

/** What rules with the same key have in common, which is found sooner. */
function signOf(table: PacketTable, step: Step): string | undefined {
  if (step.isSure) return keyOf(table, step);
  const { lines, settings } = table.file;
  const text = lines.line(step.line);
  const from = countersEnd(text);
  // Without a comment the words of a rule are its text, but for blanks and marks of quoting.
  const isPlain = !settings.template && text.startsWith('-A ', from) && !text.includes('comment');
  return (isPlain ? text.substring(from) : keyOf(table, step))?.replace(/[\s"'\\]+/g, '');
}

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
