// Rules of a built-in chain that could be left out: whatever they decide, the rules behind them decide alike.

import type { Box } from '../box.ts';
import { fateOf, isSameVerdict, type Verdict } from '../verdict.ts';
import type { ChainSteps } from './chain-steps.ts';
import { packetsOf } from './hooks.ts';
import type { Step } from './step.ts';
import type { TableReach } from './table-reach.ts';

/** Rules further behind are not looked at, and nothing is said. */
const MOST_BEHIND = 128;
/** Where the packets fall into more boxes, nothing is said. */
const MOST_BOXES = 32;

/** What decides in the place of a rule that is left out. */
export interface Replacement {
  readonly steps: readonly Step[];
  /** Some packets get to the end of the chain. */
  readonly byPolicy: boolean;
}

/**
 * What gives every packet of a rule the same verdict without it; undefined where any might get another one, or be logged,
 * changed or counted, or where it is not certain. A rule that takes everything and stands last says what the policy says, and is
 * meant to.
 */
export function replacementOf(
  reach: TableReach,
  chain: ChainSteps,
  step: Step,
  policy: string,
): Replacement | undefined {
  const { verdict, at } = step;
  if (!chain.isBuiltin || chain.isPartial || fateOf(verdict) === undefined || step.keepsCount) return undefined;
  if (step.isCut && at === chain.steps.length - 1) return undefined;
  const end = Math.min(chain.steps.length, at + 1 + MOST_BEHIND);
  const mayEnd = end === chain.steps.length && isPolicy(verdict, policy);
  // Where some rules are to take all of its packets, one of them takes the packet that is known to come to it.
  if (!mayEnd && step.witness && !chain.takesBetween(step.witness.probe, at, end)) return undefined;
  const hook = packetsOf(chain.name, reach.family);
  let left = step.parts.flatMap(({ box }) => box.intersect(hook) ?? []);
  const steps: Step[] = [];
  for (let i = at + 1; i < end; i++) {
    const next = chain.steps[i];
    if (!next || !meets(next, left)) continue;
    const does = behind(reach, chain, next, verdict, policy);
    if (does === 'other') return undefined;
    if (does === 'nothing') continue;
    left = next.parts.reduce<readonly Box[]>((rest, { box }) => rest.flatMap((one) => one.minus(box)), left).slice();
    if (left.length > MOST_BOXES) return undefined;
    steps.push(next);
    if (left.length === 0) return { steps, byPolicy: false };
  }
  if (!mayEnd) return undefined;
  // Where nothing is refused all rules are as idle as this one: that is to be said of the chain.
  if (policy === 'ACCEPT' && !chain.steps.some(mayRefuse)) return undefined;
  return { steps, byPolicy: true };
}

function mayRefuse({ way, verdict }: Step): boolean {
  return way === 'ends' ? fateOf(verdict) !== 'accept' : way !== 'passes' && way !== 'returns';
}

function meets({ parts }: Step, boxes: readonly Box[]): boolean {
  for (const { box } of parts) for (const one of boxes) if (one.intersects(box)) return true;
  return false;
}

/** What a rule behind does with packets: the same, surely; nothing that counts; or something else, maybe. */
function behind(
  reach: TableReach,
  chain: ChainSteps,
  next: Step,
  verdict: Verdict,
  policy: string,
): 'same' | 'nothing' | 'other' {
  // It would remember these packets, too, and answer others otherwise for it.
  if (next.keepsCount) return 'other';
  if (next.way === 'passes') return next.verdict.kind === 'none' ? 'nothing' : 'other';
  const isSame =
    next.way === 'ends' ? isSameVerdict(next.verdict, verdict) : next.way === 'returns' && isPolicy(verdict, policy);
  if (!isSame) return 'other';
  // One that no packet reaches, maybe because of this rule, is to go first.
  return next.isSure && reach.fateOf(chain, next).kind === 'live' ? 'same' : 'nothing';
}

function isPolicy(verdict: Verdict, policy: string): boolean {
  return 'key' in verdict && verdict.key === policy;
}
