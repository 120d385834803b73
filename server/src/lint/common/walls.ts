// Where a chain of the filter table refuses whatever none of its rules accepts.

import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';
import type { TableReach } from '../../analysis/reach/table-reach.ts';
import { fateOf } from '../../analysis/verdict.ts';
import type { PacketTable } from '../packets.ts';
import type { Place } from '../view.ts';

/** What keeps all other packets out. */
export interface Wall {
  /** The policy, or the rule that refuses everything. */
  readonly place: Place;
  readonly policy: string;
  /** `drops` or `rejects`. */
  readonly does: string;
}

/** The wall of INPUT, FORWARD or OUTPUT; undefined where the chain lets everything else pass, or leaves it open. */
export function wallOf(table: PacketTable, hook: string): Wall | undefined {
  if (table.block.table !== 'filter') return undefined;
  const chain = table.reach.chain(hook);
  if (!chain) return undefined;
  const policy = table.block.chains.get(hook)?.policy ?? 'ACCEPT';
  const end = chain.steps.find((step) => endsAll(table.reach, step, 0) !== undefined);
  const ending = end && endsAll(table.reach, end, 0);
  if (ending === 'accept') return undefined;
  const place = table.policyPlace(hook);
  if (policy === 'DROP' && place) return { place, policy, does: 'drops' };
  if (!end || ending === undefined) return undefined;
  return { place: table.placeOf(end.line), policy, does: ending === 'reject' ? 'rejects' : 'drops' };
}

/** What a rule that takes every packet does with all of them; undefined where it does not, or lets some go on. */
function endsAll(reach: TableReach, step: Step, depth: number): 'accept' | 'drop' | 'reject' | undefined {
  if (!step.parts.some(({ box, isSure }) => isSure && box.isEverything)) return undefined;
  const fate = fateOf(step.verdict);
  if (fate === 'accept' || fate === 'drop' || fate === 'reject') return fate;
  const callee = step.callee === '' ? undefined : reach.chain(step.callee);
  return callee && depth < 8 ? endOf(reach, callee, depth + 1) : undefined;
}

function endOf(reach: TableReach, chain: ChainSteps, depth: number): 'accept' | 'drop' | 'reject' | undefined {
  for (const step of chain.steps) {
    if (step.isEscape || chain.isPartial) return undefined;
    const ending = endsAll(reach, step, depth);
    if (ending) return ending;
  }
  return undefined;
}
