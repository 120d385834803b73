// Which rules have a target of these names.

import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';

/** What gives packets another source on their way out. */
export const SOURCE_TRANSLATORS: readonly string[] = ['MASQUERADE', 'SNAT'];

export function isTo({ verdict }: Step, targets: readonly string[]): boolean {
  return 'name' in verdict && verdict.kind !== 'jump' && verdict.kind !== 'goto' && targets.includes(verdict.name);
}

/** The rules of a chain with one of these targets. */
export function rulesTo(...targets: readonly string[]): (chain: ChainSteps) => readonly Step[] {
  return ofSteps((steps) => steps.filter((step) => isTo(step, targets)));
}
