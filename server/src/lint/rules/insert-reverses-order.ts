// Rules that are inserted at the top one after another: they stand in the chain the other way round.

import type { Step } from '../../analysis/reach/step.ts';
import { isSameVerdict } from '../../analysis/verdict.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

export const insertReversesOrder = lintRule({
  name: 'insert-reverses-order',
  severity: 'information',
  category: 'packets',
  finds:
    'Rules inserted at the top of a chain one after another, so that they end up in reverse order, and it matters.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    const inserted = chain.steps.filter((step) => isAtTop(table, step));
    for (const step of inserted) {
      // In the chain the later line comes first.
      const earlier = inserted.find((one) => one.line < step.line && one.at > step.at && takesFrom(step, one));
      if (!earlier || table.fateOf(chain, earlier).kind !== 'live') continue;
      report({
        message: () =>
          `This rule comes before line ${earlier.line + 1} when the file is loaded: "-I" puts each rule at the top, so they end up in reverse order. Use "-A", or swap the lines.`,
        ...table.placeOf(step.line),
        related: [{ message: 'This rule is asked later.', ...table.placeOf(earlier.line) }],
      });
      return;
    }
  },
});

function isAtTop({ file }: PacketTable, { line }: Step): boolean {
  const entry = file.entry(line);
  return entry.kind === 'command' && entry.letter === 'I' && entry.number <= 1;
}

/** One that ends packets takes some from another that does something else with them. */
function takesFrom(step: Step, other: Step): boolean {
  if (step.way !== 'ends' || isSameVerdict(step.verdict, other.verdict)) return false;
  return step.parts.some(({ box }) => other.parts.some((part) => box.intersects(part.box)));
}
