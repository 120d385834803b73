// A limit on what is accepted, where what is over the limit is accepted further down.

import type { Box } from '../../analysis/box.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import { joint } from '../../analysis/reach/paths.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { fateOf } from '../../analysis/verdict.ts';
import { insertLines } from '../../check/fix.ts';
import { toolOf } from '../common/known-tools.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

const LIMITS: ReadonlySet<string> = new Set(['limit', 'hashlimit', 'connlimit', 'quota']);

export const limitWithoutDrop = lintRule({
  name: 'limit-without-drop',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule that accepts up to a limit, where what is over it is accepted as well.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (table.block.table !== 'filter' || chain.isPartial || toolOf(chain.name) !== undefined) return;
    chain.steps.forEach((step, at) => {
      if (step.isSure) return;
      if (step.way === 'returns' && !chain.isBuiltin) {
        const match = limitOf(table, step);
        if (match === undefined || !allReturn(step, chain.steps.slice(at + 1))) return;
        if (table.fateOf(chain, step).kind === 'unknown') return;
        report({
          message: `"-m ${match}" limits nothing: what is over the limit gets to the end of "${chain.name}" and returns as well. Add a rule below that drops it: "-A ${chain.name} -j DROP".`,
          ...table.placeOf(step.line),
        });
        return;
      }
      if (fateOf(step.verdict) !== 'accept') return;
      const match = limitOf(table, step);
      const by = match === undefined ? undefined : overLimit(table, step, chain);
      if (match === undefined || by === undefined || table.fateOf(chain, step).kind !== 'live') return;
      report({
        message: () =>
          `"-m ${match}" limits nothing: ${typeof by === 'string' ? by : `line ${by.line + 1}`} accepts what is over the limit. Add a rule below that drops the same packets.`,
        ...table.placeOf(step.line),
      });
    });
  },
  fix(file, { line }) {
    const rule = file.rule(line);
    const target = rule.words[rule.objectWord];
    const own = rule.options.filter(({ instance }) => LIMITS.has(instance?.known.extension.name ?? ''));
    const named = rule.instances.filter(({ known, implicit }) => !implicit && LIMITS.has(known.extension.name));
    if (!target || target.quoted || own.some(({ negated }) => negated)) return [];
    const cuts = [
      ...own.map(({ start, end }) => ({ start, end })),
      ...named.map(({ word }) => ({
        start: rule.words[word - 1]?.start ?? 0,
        end: rule.words[word]?.end ?? 0,
      })),
      { start: target.start, end: target.end },
    ].sort((a, b) => b.start - a.start);
    const text = cuts.reduce(
      (now, { start, end }) => `${now.slice(0, start)}${start === target.start ? 'DROP' : ''}${now.slice(end)}`,
      rule.text,
    );
    const dropping = text.replace(/ {2,}/g, ' ').trimEnd();
    return [
      { title: 'Drop what is over the limit', edits: [insertLines(file, line + 1, [dropping])], preferred: true },
    ];
  },
});

function limitOf({ file }: PacketTable, { line }: Step): string | undefined {
  const names = file
    .rule(line)
    .instances.map(({ known }) => known.extension)
    .filter(({ kind }) => kind === 'match')
    .map(({ name }) => name);
  return names.find((name) => LIMITS.has(name));
}

/** Whether nothing becomes of any packet of the rule before the end of its chain. */
function allReturn({ parts }: Step, behind: readonly Step[]): boolean {
  return behind.every(
    (next) =>
      (next.way === 'passes' && next.verdict.kind !== 'some-packets' && next.callee === '') ||
      next.way === 'returns' ||
      !next.parts.some(({ box }) => parts.some((own) => own.box.intersects(box))),
  );
}

/** What accepts all of the packets that are over the limit; undefined where anything else may become of them. */
function overLimit(table: PacketTable, step: Step, chain: ChainSteps): Step | 'the policy' | undefined {
  const fresh = packetBox(table.family, { states: ['NEW'] });
  const own = step.parts.flatMap(({ box }) => box.intersect(fresh) ?? []);
  return own.length === 0 ? undefined : taker(table, own, chain, step.at, 0);
}

/** Jumps in a row beyond these are not followed back, nor more of them to one chain. */
const MOST_CALLS = 4;
const MOST_CALLERS = 8;

/** Who accepts all of the packets behind a place of a chain, there or in every chain to which they return. */
function taker(
  table: PacketTable,
  own: readonly Box[],
  chain: ChainSteps,
  at: number,
  depth: number,
): Step | 'the policy' | undefined {
  for (const next of chain.steps.slice(at + 1)) {
    if (!next.parts.some(({ box }) => own.some((one) => one.intersects(box)))) continue;
    if (next.way === 'passes' && next.verdict.kind !== 'some-packets') continue;
    if (fateOf(next.verdict) !== 'accept') return undefined;
    if (takesAll(next, own)) return next;
  }
  if (chain.isBuiltin) return table.policyOf(chain.name) === 'ACCEPT' ? 'the policy' : undefined;
  const callers = table.reach.callersOf(chain);
  if (depth >= MOST_CALLS || callers.length > MOST_CALLERS) return undefined;
  let found: Step | 'the policy' | undefined;
  for (const { chain: caller, step: jump } of callers) {
    const asked = jump.parts.map(({ box }) => box);
    const boxes = jump.way === 'calls' ? joint(own, asked) : undefined;
    const by = boxes && boxes.length > 0 ? taker(table, boxes, caller, jump.at, depth + 1) : undefined;
    if (by === undefined) return undefined;
    found ??= by;
  }
  return found;
}

function takesAll({ parts }: Step, boxes: readonly Box[]): boolean {
  return boxes.every((one) => parts.some(({ box, isSure }) => isSure && box.contains(one)));
}
