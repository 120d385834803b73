// A rule whose conditions narrow nothing: whatever does not meet them never comes to it.

import { takersOf } from '../../analysis/reach/cover.ts';
import type { Step } from '../../analysis/reach/step.ts';
import type { Finding } from '../../check/finding.ts';
import type { Edit } from '../../check/fix.ts';
import { proofOf } from '../../check/fixes/proof.ts';
import { withoutConditions } from '../common/without-conditions.ts';
import { listed, takes } from '../common/words.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

const NAME = 'match-always';
/** More places than this explain nothing. */
const MOST_PLACES = 8;

export const matchAlways = lintRule({
  name: NAME,
  severity: 'hint',
  category: 'packets',
  finds: 'A rule with conditions that every packet which gets to it meets.',
  looksAt: 'packets',
  checkUnpassed(table, chain, step, report) {
    const covers = isForTarget(step) ? undefined : table.othersOf(chain, step);
    if (!covers) return;
    const takers = takersOf(step, covers);
    const jumps = table.jumpsTo(chain);
    const message = () => messageOf(chain.name, takers, jumps);
    const place = table.placeOf(step.line);
    const edits = withoutConditions(table.file, step.line);
    if (!edits || !isLoaded(table, { message: message(), ...place, code: NAME, severity: 'hint' }, edits)) return;
    const related = takers.slice(0, MOST_PLACES).map(({ line, verdict }) => ({
      message: `This rule ${takes(verdict)} packets first.`,
      ...table.placeOf(line),
    }));
    report({ message, ...place, ...(related.length > 0 && { related }) });
  },
  fix(file, { line }) {
    const edits = withoutConditions(file, line);
    return edits ? [{ title: 'Take the conditions away', edits }] : [];
  },
});

/** It asks for its protocol alone, and its target has options, most of which need that. */
function isForTarget({ parts, verdict }: Step): boolean {
  const hasOptions =
    'key' in verdict && verdict.key?.includes(' ') && verdict.kind !== 'jump' && verdict.kind !== 'goto';
  if (!hasOptions) return false;
  return parts.every(
    ({ box }) =>
      box.literals.length === 0 && box.sets.every(({ axis: { name } }) => name === 'protocol' || name === 'fragment'),
  );
}

/** Without its conditions the rule has no mistake that it did not have. */
function isLoaded({ file }: PacketTable, finding: Finding<string>, edits: readonly Edit[]): boolean {
  return proofOf(file, finding, { title: '', edits }) === 'good';
}

function messageOf(chain: string, takers: readonly Step[], jumps: readonly Step[]): string {
  const start = 'Every packet that gets to this rule meets its conditions';
  const who = listed((takers.length > 0 ? takers : jumps).map(({ line }) => line));
  const [first, ...more] = takers;
  if (first) return `${start}: ${who} ${more.length === 0 ? takes(first.verdict) : 'take'} all others. They can go.`;
  if (jumps.length === 0) return `${start}: no others come to the chain "${chain}". They can go.`;
  return `${start}: ${who} send${jumps.length === 1 ? 's' : ''} no others to the chain "${chain}". They can go.`;
}
