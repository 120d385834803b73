// Whether a built-in chain lets any packet of some sort pass.

import type { Box } from '../box.ts';
import { fateOf, type Verdict } from '../verdict.ts';
import type { ChainSteps } from './chain-steps.ts';
import { packetsOf } from './hooks.ts';
import { joint, type Place } from './paths.ts';
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
  const own = step.parts.flatMap((part) => part.box.intersect(box) ?? []);
  if (own.length === 0) return false;
  const paths = reach.pathsTo(chain);
  if (!paths) return true;
  return paths.some((path) => {
    if ((path.places[0]?.chain.name ?? chain.name) !== hook) return false;
    const both = joint(path.boxes, own);
    return !both || reach.mayGetTo([...path.places, { chain, before: step }], both);
  });
}
