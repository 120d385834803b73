// A rule that no packet gets to: earlier ones take all that it would match.

import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import { takersOf } from '../../analysis/reach/cover.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { conditionsOf } from '../../analysis/rule-conditions.ts';
import { isSameVerdict } from '../../analysis/verdict.ts';
import type { Related } from '../../check/finding.ts';
import { type Fix, insertLines, removeLine } from '../../check/fix.ts';
import type { Rule } from '../../ruleset/rule.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { guestOf } from '../common/known-tools.ts';
import { isRemovable } from '../common/removable.ts';
import { listed, takes, writesLog } from '../common/words.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

/** More places than this explain nothing. */
const MOST_PLACES = 8;
/** So begins what is said of a rule that decides as the rules before it do. */
const NO_EFFECT = 'This rule has no effect:';

export const unreachableRule = lintRule({
  name: 'unreachable-rule',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule that no packet gets to, because earlier rules take all that it would match.',
  looksAt: 'packets',
  fates: ['covered', 'excluded'],
  checkRule({ table, chain, step, fate }, report) {
    if (fate.kind !== 'covered' && fate.kind !== 'excluded') return;
    // Docker's chain for packets from one bridge to another is there with a single bridge, too.
    if (fate.kind === 'excluded' && guestOf(chain.name) !== undefined) return;
    // A comment in the form of a rule, such as a program's mark for what it wrote.
    const asksNothing = step.verdict.kind === 'none' && step.parts.every(({ box }) => box.isEverything);
    if (asksNothing && isComment(table.file.rule(step.line))) return;
    const steps = fate.kind === 'excluded' ? fate.jumps : (jumpAbove(chain, step) ?? takersOf(step, fate.covers));
    report({
      message: () => (fate.kind === 'excluded' ? excludedMessage(chain.name, steps) : coveredMessage(step, steps)),
      ...table.placeOf(step.line),
      tags: ['unnecessary'],
      related: placesOf(table, steps),
    });
  },
  fix(file, { line, message, related = [] }) {
    const isSafe = message.startsWith(NO_EFFECT) && related.length < MOST_PLACES && isRemovable(file, line, related);
    const fixes: Fix[] = [
      { title: 'Delete this rule', edits: [removeLine(line)], ...(isSafe && { preferred: true, safe: true }) },
    ];
    const above = Math.min(...related.map((one) => one.line));
    return canMove(file, line, above, related) ? [moveAbove(file, line, above), ...fixes] : fixes;
  },
});

function coveredMessage(step: Step, takers: readonly Step[]): string {
  const [first] = takers;
  const isSame = takers.every(({ verdict }) => isSameVerdict(verdict, step.verdict));
  const who = listed(takers.map(({ line }) => line));
  const does = takers.length === 1 && first ? takes(first.verdict) : 'take';
  if (isSame) return `${NO_EFFECT} ${who} already ${does} every packet that it matches. Delete it.`;
  if (step.isCut)
    return `No packet reaches this rule: ${who} ${does} every packet before it. Delete it, or what is above it if that was meant otherwise.`;
  if (writesLog(step.verdict))
    return `This rule never logs: ${who} ${does} every packet that it matches. Move it above.`;
  return `No packet reaches this rule: ${who} ${does} every packet that it matches. Move it above, or delete it.`;
}

function excludedMessage(chain: string, jumps: readonly Step[]): string {
  const who = listed(jumps.map(({ line }) => line));
  return `No packet reaches this rule: it matches nothing of what ${who} send${jumps.length === 1 ? 's' : ''} to the chain "${chain}".`;
}

function placesOf(table: PacketTable, steps: readonly Step[]) {
  return steps.slice(0, MOST_PLACES).map(({ line, verdict }) => ({
    message: `This rule ${takes(verdict)} packets first.`,
    ...table.placeOf(line),
  }));
}

/** The jump of the same chain to where this one leads, which takes all of its packets. */
function jumpAbove({ calls }: ChainSteps, { callee, parts, at }: Step): readonly Step[] | undefined {
  const takesAll = (one: Step) => parts.every(({ box }) => one.parts.some((own) => own.box.contains(box)));
  const above = calls.get(callee)?.find((one) => one.at >= at || (one.isSure && takesAll(one)));
  return above && above.at < at ? [above] : undefined;
}

function isComment({ instances }: Rule): boolean {
  return instances.some(({ known: { extension } }) => extension.kind === 'match' && extension.name === 'comment');
}

/** A line goes above another one of its chain, does something else with the packet, and leaves the other one some packets. */
function canMove(file: RulesFile, line: number, above: number, related: readonly Related[]): boolean {
  const [rule, other] = [file.entry(line), file.entry(above)];
  if (rule.kind !== 'command' || other.kind !== 'command' || above >= line) return false;
  const isAppend = rule.letter === 'A' && other.letter === 'A' && rule.chain === other.chain;
  if (!isAppend || (rule.object === other.object && rule.object !== undefined)) return false;
  const own = conditionsOf(file.rule(line)).boxes;
  return related.every((one) =>
    conditionsOf(file.rule(one.line)).boxes.some((box) => !own.some((part) => part.contains(box))),
  );
}

function moveAbove(file: RulesFile, line: number, above: number): Fix {
  return {
    title: `Move above line ${above + 1}`,
    edits: [insertLines(file, above, [file.lines.line(line)]), removeLine(line)],
    preferred: true,
  };
}
