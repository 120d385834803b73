// A mark, or what else a target writes into packets, that a rule below overwrites for every packet that has it.

import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { overwrites, WRITING_TARGETS, type Writing, writingOf } from '../common/writes.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

/** So many rules below one are looked at. */
const MOST_BELOW = 16;

/** The rules of a chain that may write something; none where only one does. */
const writers = ofSteps((steps) => {
  const found = steps.filter(({ verdict }) => 'name' in verdict && WRITING_TARGETS.has(verdict.name));
  return found.length < 2 ? [] : found;
});

export const markOverwritten = lintRule({
  name: 'mark-overwritten',
  severity: 'warning',
  category: 'packets',
  finds: 'A MARK, DSCP, TOS, CLASSIFY or TTL that a later rule overwrites for all of its packets.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (chain.isPartial) return;
    for (const step of writers(chain)) {
      const found = overwriterOf(table, chain, step);
      if (!found || table.fateOf(chain, step).kind !== 'live') continue;
      const { over, writing, isCopied } = found;
      const [rule, overwriting] = [table.file.rule(step.line), table.file.rule(over.line)];
      report({
        message: () =>
          `This ${writing.word} is lost: packets go on after ${rule.object}, and line ${over.line + 1} gives all of them ${isCopied ? 'that of their connection' : 'another one'}. Put the general rule first, or a "-j RETURN" for the same packets between the two.`,
        line: step.line,
        ...rule.columns(rule.objectWord),
        related: [{ message: 'Overwritten here.', line: over.line, ...overwriting.columns(overwriting.objectWord) }],
      });
    }
  },
});

interface Loss {
  readonly writing: Writing;
  readonly over: Step;
  readonly isCopied: boolean;
}

/** What a step writes, and the rule to which all of its packets come with that and which writes something else in its place. */
function overwriterOf(table: PacketTable, chain: ChainSteps, step: Step): Loss | undefined {
  let writing: Writing | undefined;
  const end = Math.min(chain.steps.length, step.at + 1 + MOST_BELOW);
  for (let at = step.at + 1; at < end; at++) {
    const below = chain.steps[at];
    if (!below?.parts.some(({ box }) => step.parts.some((own) => own.box.intersects(box)))) continue;
    // What nobody can foresee may be what was written, or hang on it.
    if (!below.isSure || asksForSets(below) || below.way !== 'passes') return undefined;
    // Rules are read for those alone that have one for the same packets below.
    writing ??= writingOf(table.file.rule(step.line));
    const other = writingOf(table.file.rule(below.line));
    if (!writing || writing.isCopy || !other) return undefined;
    if (overwrites(other, writing) && takesAll(below, step))
      return isSameText(below, step) ? undefined : { writing, over: below, isCopied: other.isCopy === true };
  }
  return undefined;
}

/** A set may be one of marks. */
function asksForSets({ parts }: Step): boolean {
  return parts.some(({ box }) => box.literals.some(({ match }) => match === 'set'));
}

function takesAll(below: Step, step: Step): boolean {
  return step.parts.every(({ box }) => below.parts.some((part) => part.box.contains(box)));
}

/** Both write the same. */
function isSameText({ verdict: a }: Step, { verdict: b }: Step): boolean {
  return 'key' in a && 'key' in b && a.key !== undefined && a.key === b.key;
}
