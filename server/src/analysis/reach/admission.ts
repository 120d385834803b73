// Whether a built-in chain lets any packet of some sort pass.

import type { Box } from '../box.ts';
import { fateOf, type Verdict } from '../verdict.ts';
import type { ChainSteps } from './chain-steps.ts';
import { packetsOf } from './hooks.ts';
import { joint, type Path, type Place } from './paths.ts';
import { search } from './search.ts';
import type { Step } from './step.ts';
import type { TableReach } from './table-reach.ts';

/** Behind the last rule of a chain. */
const END: Place['before'] = { at: Number.POSITIVE_INFINITY };

/**
 * Whether any packet of a box may pass a built-in chain, be it by a rule or by its policy. False: surely none does, whatever
 * is unknown. What a program or a target decides by itself may pass.
 */
export function mayPass(reach: TableReach, hook: string, packets: Box, policy: string): boolean {
  const top = reach.chain(hook);
  const box = packetsOf(hook, reach.family).intersect(packets);
  if (!top || !box) return box !== undefined && policy !== 'DROP';
  const chains = [...reach.all()].filter((chain) => chain === top || reach.hooksOf(chain).has(hook));
  if (chains.some((chain) => chain.isPartial || chain.steps.some(({ way }) => way === 'unknown'))) return true;
  if (policy !== 'DROP' && mayGetToPolicy(reach, top, box)) return true;
  return chains.some((chain) =>
    chain.steps.some((step) => mayLetPass(step.verdict) && mayReach(reach, chain, step, hook, box)),
  );
}

function mayLetPass(verdict: Verdict): boolean {
  const fate = fateOf(verdict);
  return fate === 'accept' || fate === 'queue' || verdict.kind === 'some-packets';
}

/** How a packet leaves the chain by RETURN or -g is not followed: it may. */
function mayGetToPolicy(reach: TableReach, top: ChainSteps, box: Box): boolean {
  return (
    top.steps.some(({ way }) => way === 'returns' || way === 'goes') ||
    reach.mayGetTo([{ chain: top, before: END }], [box])
  );
}

function mayReach(reach: TableReach, chain: ChainSteps, step: Step, hook: string, box: Box): boolean {
  const own = packetsOfStep(step, box);
  if (own.length === 0) return false;
  const paths = reach.pathsTo(chain);
  if (!paths) return true;
  return paths.some((path) => {
    if ((path.places[0]?.chain.name ?? chain.name) !== hook) return false;
    const both = joint(path.boxes, own);
    return !both || reach.mayGetTo([...path.places, { chain, before: step }], both);
  });
}

/** The packets of a box that a rule asks for. */
function packetsOfStep(step: Step, box: Box): readonly Box[] {
  return step.parts.flatMap((part) => (part.box.intersects(box) ? (part.box.intersect(box) ?? []) : []));
}

/** A rule that lets packets pass, in a chain on a way from a hook: those that come to it if no rule before takes them. */
export interface Admission {
  readonly chain: ChainSteps;
  readonly step: Step;
  readonly path: Path;
  readonly boxes: readonly Box[];
}

/** The rules that accept any packets of a box that enter a built-in chain; undefined where not all are known. */
export function admissionsOf(reach: TableReach, hook: string, packets: Box): readonly Admission[] | undefined {
  const top = reach.chain(hook);
  const box = packetsOf(hook, reach.family).intersect(packets);
  if (!top || !box) return [];
  const found: Admission[] = [];
  for (const chain of reach.all()) {
    if (chain !== top && !reach.hooksOf(chain).has(hook)) continue;
    if (chain.isPartial) return undefined;
    for (const step of chain.steps) {
      if (step.way === 'unknown') return undefined;
      if (fateOf(step.verdict) !== 'accept') continue;
      const own = packetsOfStep(step, box);
      if (own.length === 0) continue;
      const paths = reach.pathsTo(chain);
      if (!paths) return undefined;
      for (const path of paths) {
        if ((path.places[0]?.chain.name ?? chain.name) !== hook) continue;
        const boxes = joint(path.boxes, own);
        if (boxes && boxes.length > 0) found.push({ chain, step, path, boxes });
      }
    }
  }
  return found;
}

/** Whether a packet of some boxes gets to a rule on its way, past all that surely takes it. */
export function getsTo(reach: TableReach, { chain, step, path }: Admission, boxes: readonly Box[]): boolean {
  return reach.surelyGetsTo([...path.places, { chain, before: step }], boxes);
}

/**
 * What refuses all packets of a box that enter a built-in chain: a rule by itself, or the policy (`policy`). Undefined where
 * several do, or where some may pass.
 */
export function refuserOf(reach: TableReach, hook: string, packets: Box, policy: string): Step | 'policy' | undefined {
  if (mayPass(reach, hook, packets, policy)) return undefined;
  const top = reach.chain(hook);
  const box = packetsOf(hook, reach.family).intersect(packets);
  if (!top || !box) return undefined;
  const outcome = search((name) => reach.chain(name), [{ chain: top, before: END }], box, reach.family);
  if (outcome.kind === 'live') return 'policy';
  if (outcome.kind !== 'dead') return undefined;
  const takers = new Set(outcome.blocks.flatMap(({ by }) => by.at(-1) ?? []));
  const [only] = takers;
  return takers.size === 1 ? only : undefined;
}
