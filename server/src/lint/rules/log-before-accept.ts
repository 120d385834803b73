// A rule that logs whatever comes before other rules of its chain accept it.

import type { Box } from '../../analysis/box.ts';
import { AXES } from '../../analysis/dimensions.ts';
import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { fateOf } from '../../analysis/verdict.ts';
import { insertLines, removeLine } from '../../check/fix.ts';
import { Jump, Trait } from '../../ruleset/command.ts';
import { isRule } from '../../ruleset/rules-file.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { logs } from '../fact.ts';
import { lastRuleLine } from '../places.ts';
import { lintRule } from '../rule.ts';
import { writesLog } from '../words.ts';

/** A rule that asks for more than this logs something of its own. */
const BROAD: ReadonlySet<string> = new Set(['protocol', 'inputInterface', 'outputInterface']);

export const logBeforeAccept = lintRule({
  name: 'log-before-accept',
  severity: 'warning',
  category: 'logging',
  finds: 'A rule that logs all packets above rules that accept them.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (table.block.table !== 'filter' || chain.isPartial) return;
    for (const step of chain.steps) {
      if (!writesLog(step.verdict) || !step.parts.some(({ box }) => isBroad(box))) continue;
      if (!isFollowedByAccepts(chain, step, table.family) || table.fateOf(chain, step).kind !== 'live') continue;
      const rule = table.file.rule(step.line);
      report({
        message: `This rule logs packets that rules below it accept, so the log of the chain "${chain.name}" fills with allowed traffic. Move it to the end of the chain.`,
        line: step.line,
        ...rule.columns(rule.objectWord),
      });
      return;
    }
  },
  fix(file, { line }) {
    const block = file.blockAt(line);
    const entry = file.entry(line);
    if (!block || !isRule(entry) || entry.chain === undefined) return [];
    const last = lastRuleLine(
      file,
      block,
      entry.chain,
      (command) => (command.traits & Trait.refuse) === 0 && !(command.jump === Jump.jump && logs.may(command)),
    );
    if (last < line) return [];
    const edits = [removeLine(line), insertLines(file, last + 1, [file.lines.line(line)])];
    return [{ title: `Move the LOG rule after the last rule of ${entry.chain} that accepts`, edits, preferred: true }];
  },
});

function isBroad({ sets, literals }: Box): boolean {
  return literals.length === 0 && sets.every(({ axis }) => BROAD.has(axis.name));
}

/** Whether any rule below accepts what is logged, other than the very next one: logging what that one takes is meant. */
function isFollowedByAccepts(chain: ChainSteps, step: Step, family: Family): boolean {
  for (const next of chain.steps.slice(step.at + 1)) {
    if (writesLog(next.verdict) || !meets(next, step)) continue;
    const fate = fateOf(next.verdict);
    // What takes all that was logged belongs to it.
    if (fate !== undefined && step.parts.every(({ box }) => next.parts.some((part) => part.box.contains(box))))
      return false;
    if (fate === 'accept' && next.parts.some(({ box }) => mayConnect(box, family))) return true;
  }
  return false;
}

/** Errors and DHCP are few. */
function mayConnect(box: Box, family: Family): boolean {
  return box.on(AXES[family].protocol).has(6);
}

function meets(a: Step, b: Step): boolean {
  return a.parts.some((one) => b.parts.some((two) => one.box.intersects(two.box)));
}
