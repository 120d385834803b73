// A rule that waits for a state of packets that raw has taken out of connection tracking.

import { Box } from '../../analysis/box.ts';
import type { Dimension } from '../../analysis/dimensions.ts';
import { admissionsOf } from '../../analysis/reach/admission.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import { joint, type Path } from '../../analysis/reach/paths.ts';
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
        const paths = hooks.size === 1 && hooks.has(hook) ? filter.reach.pathsTo(chain) : undefined;
        if (!paths || paths.length === 0) continue;
        for (const step of chain.steps) {
          const by = fateOf(step.verdict) === undefined ? undefined : takerOf(step, paths, untracked);
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
      const by = untracked.find(({ boxes }) => step.parts.every(({ box }) => boxes.some((one) => one.contains(box))));
      if (!by) continue;
      report({
        message: `This rule never matches: line ${by.step.line + 1} takes these packets out of connection tracking, and nat only sees connections. Let that rule leave them alone.`,
        ...nat.placeOf(step.line),
      });
    }
  }
}

const TRANSLATING: ReadonlySet<string> = new Set(['DNAT', 'REDIRECT', 'NETMAP']);

/** A rule that leaves packets untracked, and all that surely come to it. */
interface Untracking {
  readonly step: Step;
  readonly boxes: readonly Box[];
}

/** Rules to which packets come from a hook of raw, and that surely leave them untracked: nothing before lets these go untouched. */
function untrackedIn(raw: PacketTable, hook: 'PREROUTING' | 'OUTPUT'): readonly Untracking[] {
  return [...admissionsOf(raw.reach, hook, Box.everything, untracking)].flatMap(({ chain, step, path, boxes }) => {
    const places = [...path.places, { chain, before: step }];
    const isSure = path.places.every(({ before }) => before.isSure);
    const isFirst = places.every(
      (place) => !place.chain.steps.slice(0, place.before.at).some((other) => mayTake(other, boxes)),
    );
    return isSure && isFirst ? [{ step, boxes: boxes.flatMap((box) => withoutAxis(box, ABSENT[hook]) ?? []) }] : [];
  });
}

/** The interface that packets do not have there, and have later. */
const ABSENT = { PREROUTING: 'outputInterface', OUTPUT: 'inputInterface' } as const;

function withoutAxis(box: Box, name: Dimension): Box | undefined {
  return Box.of(
    box.sets.filter(({ axis }) => axis.name !== name),
    box.literals,
  );
}

const untracking = ofSteps((steps) => steps.filter((step) => step.isSure && leavesUntracked(step)));

function leavesUntracked({ verdict }: Step): boolean {
  if (verdict.kind !== 'continue') return false;
  return verdict.name === 'NOTRACK' || (verdict.name === 'CT' && verdict.key?.includes('--notrack') === true);
}

function mayTake(other: Step, boxes: readonly Box[]): boolean {
  return other.way !== 'passes' && other.parts.some((one) => boxes.some((box) => box.intersects(one.box)));
}

/** The rule that leaves all packets of another untracked, where that one asks for other states. */
function takerOf(step: Step, paths: readonly Path[], untracked: readonly Untracking[]): Step | undefined {
  const own = step.parts.map(({ box }) => box);
  const taken: (Step | undefined)[] = [];
  for (const path of paths) {
    for (const box of joint(path.boxes, own) ?? [Box.everything]) {
      const state = box.sets.find(({ axis }) => axis.name === 'state');
      const rest = state && !state.has(UNTRACKED) ? withoutAxis(box, 'state') : undefined;
      taken.push(rest && untracked.find(({ boxes }) => boxes.some((one) => one.contains(rest)))?.step);
    }
  }
  return taken.every((one) => one !== undefined) ? taken[0] : undefined;
}

function stateOf({ file }: PacketTable, line: number): { readonly start: number; readonly end: number } | undefined {
  const option = file.rule(line).options.find(({ name }) => name === '--ctstate' || name === '--state');
  const value = option?.negated ? undefined : option?.values[0];
  return value && { start: value.start, end: value.end };
}
