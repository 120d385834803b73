// Whether a built-in chain lets any packet of some sort pass.

import type { Box } from '../box.ts';
import { fateOf, type Verdict } from '../verdict.ts';
import type { ChainSteps } from './chain-steps.ts';
import { packetsOf } from './hooks.ts';
import { ofSteps } from './of-steps.ts';
import { joint, type Path, type Place } from './paths.ts';
import { type Outcome, search } from './search.ts';
import type { Step } from './step.ts';
import type { TableReach } from './table-reach.ts';

/** Behind the last rule of a chain. */
const END: Place['before'] = { at: Number.POSITIVE_INFINITY };

/** Nobody knows where packets go from some rule of a chain. */
const hasUnknown = ofSteps((steps) => steps.some(({ way }) => way === 'unknown'));
/** Packets may leave a chain before its end without being decided. */
const hasWayOut = ofSteps((steps) => steps.some(({ way }) => way === 'returns' || way === 'goes'));
const lettingPass = ofSteps((steps) => steps.filter(({ verdict }) => mayLetPass(verdict)));
const accepting = ofSteps((steps) => steps.filter(({ verdict }) => fateOf(verdict) === 'accept'));

/**
 * Whether any packet of a box may pass a built-in chain, be it by a rule or by its policy. False: surely none does, whatever
 * is unknown. What a program or a target decides by itself may pass.
 */
export function mayPass(reach: TableReach, hook: string, packets: Box, policy: string): boolean {
  const top = reach.chain(hook);
  const box = packetsOf(hook, reach.family).intersect(packets);
  if (!top || !box) return box !== undefined && policy !== 'DROP';
  const below = chainsBelow(reach, top);
  if (!below.areKnown) return true;
  if (policy !== 'DROP' && mayGetToPolicy(reach, top, box)) return true;
  return passesAgain(reach, below, hook, box) || passesAnew(reach, below, hook, box);
}

/** A built-in chain and all to which its packets may come. */
interface Below {
  readonly edition: number;
  readonly chains: ReadonlySet<ChainSteps>;
  /** False where there may be other rules, or where nobody knows where packets go from one. */
  readonly areKnown: boolean;
  /** The rules that let packets pass when that was last asked; they are likely to do so again. */
  readonly passed: { readonly chain: ChainSteps; readonly step: Step }[];
}

const known = new WeakMap<ChainSteps, Below>();
const MOST_PASSED = 32;

function chainsBelow(reach: TableReach, top: ChainSteps): Below {
  const { edition } = reach;
  const last = known.get(top);
  if (last?.edition === edition) return last;
  const chains = [...reach.all()].filter((chain) => chain === top || reach.hooksOf(chain).has(top.name));
  const areKnown = !chains.some((chain) => chain.isPartial || hasUnknown(chain));
  const below = { edition, chains: new Set(chains), areKnown, passed: last?.passed ?? [] };
  known.set(top, below);
  return below;
}

function passesAgain(reach: TableReach, { chains, passed }: Below, hook: string, box: Box): boolean {
  return passed.some(({ chain, step }) => step.at >= 0 && chains.has(chain) && mayReach(reach, chain, step, hook, box));
}

function passesAnew(reach: TableReach, { chains, passed }: Below, hook: string, box: Box): boolean {
  for (const chain of chains) {
    if (waysTo(reach, chain, hook, box)?.length === 0) continue;
    const step = lettingPass(chain).find((one) => mayReach(reach, chain, one, hook, box));
    if (!step) continue;
    passed.unshift({ chain, step });
    passed.length = Math.min(passed.length, MOST_PASSED);
    return true;
  }
  return false;
}

function mayLetPass(verdict: Verdict): boolean {
  const fate = fateOf(verdict);
  return fate === 'accept' || fate === 'queue' || verdict.kind === 'some-packets';
}

/** How a packet leaves the chain by RETURN or -g is not followed: it may. */
function mayGetToPolicy(reach: TableReach, top: ChainSteps, box: Box): boolean {
  return hasWayOut(top) || reach.mayGetTo([{ chain: top, before: END }], [box]);
}

function mayReach(reach: TableReach, chain: ChainSteps, step: Step, hook: string, box: Box): boolean {
  const own = packetsOfStep(step, box);
  if (own.length === 0) return false;
  const ways = waysTo(reach, chain, hook, box);
  if (!ways) return true;
  return ways.some((path) => {
    const both = joint(path.boxes, own);
    return !both || reach.mayGetTo([...path.places, { chain, before: step }], both);
  });
}

/** The ways on which packets of a box may come from a built-in chain to another one; undefined: too many ways. */
function waysTo(reach: TableReach, chain: ChainSteps, hook: string, box: Box): readonly Path[] | undefined {
  return reach
    .pathsTo(chain)
    ?.filter(
      ({ places, boxes }) => (places[0]?.chain.name ?? chain.name) === hook && boxes.some((one) => one.intersects(box)),
    );
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

/**
 * The rules that accept any packets of a box that enter a built-in chain, one after another; none where not all rules are
 * known, and none of a chain to which too many ways lead. `candidates`: which of a chain's rules are asked, all that accept
 * where it is missing.
 */
export function* admissionsOf(
  reach: TableReach,
  hook: string,
  packets: Box,
  candidates: (chain: ChainSteps) => readonly Step[] = accepting,
): Generator<Admission, undefined> {
  const top = reach.chain(hook);
  const box = packetsOf(hook, reach.family).intersect(packets);
  const below = top && chainsBelow(reach, top);
  if (!box || !below?.areKnown) return;
  for (const chain of below.chains) {
    const steps = candidates(chain);
    const ways = steps.length === 0 ? [] : (waysTo(reach, chain, hook, box) ?? []);
    for (const step of ways.length === 0 ? [] : steps) {
      const own = packetsOfStep(step, box);
      for (const path of own.length === 0 ? [] : ways) {
        const boxes = joint(path.boxes, own);
        if (boxes && boxes.length > 0) yield { chain, step, path, boxes };
      }
    }
  }
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
  const ends = search((name) => reach.chain(name), [{ chain: top, before: END }], box, reach.family);
  if (ends.kind === 'live') return 'policy';
  const found = onlyTaker(ends);
  if (!found || !mayLetPass(found.verdict)) return found;
  // It would let them pass, so something before it refuses them all.
  if (top.steps[found.at] !== found) return undefined;
  const before = search((name) => reach.chain(name), [{ chain: top, before: found }], box, reach.family);
  const refuser = onlyTaker(before);
  return refuser && mayLetPass(refuser.verdict) ? undefined : refuser;
}

function onlyTaker(outcome: Outcome): Step | undefined {
  if (outcome.kind !== 'dead') return undefined;
  const takers = new Set(outcome.blocks.flatMap(({ by }) => by.at(-1) ?? []));
  const [only] = takers;
  return takers.size === 1 ? only : undefined;
}
