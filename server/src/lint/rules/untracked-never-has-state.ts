// A rule that waits for a state of packets that raw has taken out of connection tracking.

import { Box } from '../../analysis/box.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { fateOf } from '../../analysis/verdict.ts';
import { replaceColumns } from '../../check/fix.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule, type Report } from '../rule.ts';

const HOOKS = { INPUT: 'PREROUTING', FORWARD: 'PREROUTING', OUTPUT: 'OUTPUT' } as const;
/** The atom of UNTRACKED. */
const UNTRACKED = 1;

export const untrackedNeverHasState = lintRule({
  name: 'untracked-never-has-state',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule that asks for the state of packets that NOTRACK has taken out of connection tracking.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const raw = tables.find(({ block }) => block.table === 'raw');
    const filter = tables.find(({ block }) => block.table === 'filter');
    if (raw) reportUntranslated(tables, raw, report);
    if (!raw || !filter) return;
    for (const hook of ['INPUT', 'FORWARD', 'OUTPUT'] as const) {
      const untracked = untrackedIn(raw, HOOKS[hook]);
      if (untracked.length === 0) continue;
      for (const chain of filter.chains) {
        const hooks = filter.reach.hooksOf(chain);
        if (hooks.size !== 1 || !hooks.has(hook)) continue;
        for (const step of chain.steps) {
          const by = fateOf(step.verdict) === undefined ? undefined : takerOf(step, untracked);
          const value = by && stateOf(filter, step.line);
          if (!value) continue;
          report({
            message: `This rule never matches: line ${by.line + 1} takes these packets out of connection tracking, so their state is UNTRACKED. Add UNTRACKED to the states.`,
            line: step.line,
            ...value,
          });
        }
      }
    }
  },
  fix(file, { line, end }) {
    if (file.blockAt(line)?.table === 'nat') return [];
    return [
      { title: 'Match untracked packets, too', edits: [replaceColumns(line, end, end, ',UNTRACKED')], preferred: true },
    ];
  },
});

/** Rules that translate packets which nat never sees, since it only looks at connections. */
function reportUntranslated(tables: readonly PacketTable[], raw: PacketTable, report: Report): void {
  const nat = tables.find(({ block }) => block.table === 'nat');
  const untracked = nat ? untrackedIn(raw, 'PREROUTING') : [];
  if (!nat || untracked.length === 0) return;
  for (const chain of nat.chains) {
    const hooks = nat.reach.hooksOf(chain);
    if (hooks.size !== 1 || !hooks.has('PREROUTING')) continue;
    for (const step of chain.steps) {
      if (!('name' in step.verdict) || !TRANSLATING.has(step.verdict.name)) continue;
      const by = untracked.find(({ parts }) =>
        step.parts.every(({ box }) => parts.some((part) => part.box.contains(box))),
      );
      if (!by) continue;
      report({
        message: `This rule never matches: line ${by.line + 1} takes these packets out of connection tracking, and nat only sees connections. Let that rule leave them alone.`,
        ...nat.placeOf(step.line),
      });
    }
  }
}

const TRANSLATING: ReadonlySet<string> = new Set(['DNAT', 'REDIRECT', 'NETMAP']);

/** Rules of a hook of raw that surely leave packets untracked: nothing before them lets these go untouched. */
function untrackedIn(raw: PacketTable, hook: string): readonly Step[] {
  const chain = raw.reach.chain(hook);
  if (!chain || chain.isPartial) return [];
  return chain.steps.filter(
    (step) =>
      step.isSure && leavesUntracked(step) && !chain.steps.slice(0, step.at).some((other) => mayTake(other, step)),
  );
}

function leavesUntracked({ verdict }: Step): boolean {
  if (verdict.kind !== 'continue') return false;
  return verdict.name === 'NOTRACK' || (verdict.name === 'CT' && verdict.key?.includes('--notrack') === true);
}

function mayTake(other: Step, { parts }: Step): boolean {
  return other.way !== 'passes' && other.parts.some((one) => parts.some(({ box }) => box.intersects(one.box)));
}

/** The rule that leaves all packets of another untracked, where that one asks for other states. */
function takerOf(step: Step, untracked: readonly Step[]): Step | undefined {
  const taken = step.parts.map(({ box }) => {
    const state = box.sets.find(({ axis }) => axis.name === 'state');
    if (!state || state.has(UNTRACKED)) return undefined;
    const rest = Box.of(
      box.sets.filter((set) => set !== state),
      box.literals,
    );
    return rest && untracked.find(({ parts }) => parts.some((part) => part.box.contains(rest)));
  });
  return taken.every((one) => one !== undefined) ? taken[0] : undefined;
}

function stateOf({ file }: PacketTable, line: number): { readonly start: number; readonly end: number } | undefined {
  const option = file.rule(line).options.find(({ name }) => name === '--ctstate' || name === '--state');
  const value = option?.negated ? undefined : option?.values[0];
  return value && { start: value.start, end: value.end };
}
