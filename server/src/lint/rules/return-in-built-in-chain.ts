// RETURN, or a goto that comes to an end, in a chain that nothing called: the policy decides.

import type { Box } from '../../analysis/box.ts';
import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import { joint } from '../../analysis/reach/paths.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { fateOf } from '../../analysis/verdict.ts';
import { toolOf } from '../common/known-tools.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule, type PacketFound } from '../rule.ts';

export const returnInBuiltInChain = lintRule({
  name: 'return-in-built-in-chain',
  severity: 'warning',
  category: 'packets',
  finds:
    'A RETURN in a built-in chain whose policy is DROP, or to one that drops the packets, or a goto that skips the rules below it.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (table.block.table !== 'filter' || chain.isPartial) return;
    if (!chain.isBuiltin) {
      for (const step of chain.steps) {
        const found = foundIn(table, chain, step);
        if (found) report({ message: found, ...table.placeOf(step.line) });
      }
      return;
    }
    const policy = table.policyOf(chain.name);
    for (const step of chain.steps) {
      if (step.way !== 'returns' && step.way !== 'goes') continue;
      const found = step.way === 'returns' ? returned(chain, step, policy) : skipped(table, chain, step, policy);
      if (found && table.fateOf(chain, step).kind === 'live') report({ message: found, ...table.placeOf(step.line) });
    }
  },
});

function foundIn(table: PacketTable, chain: ChainSteps, step: Step): PacketFound['message'] | undefined {
  if (step.way === 'goes') return passedBy(table, chain, step);
  return step.way === 'returns' ? droppedBehind(table, chain, step) : undefined;
}

/** A chain that drops all but what it sends back, and a caller whose policy drops that as well. */
function droppedBehind(table: PacketTable, chain: ChainSteps, step: Step): string | undefined {
  const { cut } = chain;
  if (!cut || cut.at <= step.at || cut.verdict.kind !== 'drop' || !step.isSure || toolOf(chain.name)) return undefined;
  const own = step.parts.map(({ box }) => box);
  if (!onlyDrops(chain.steps.slice(step.at + 1), own)) return undefined;
  const paths = table.reach.pathsTo(chain) ?? [];
  const [hook] = paths.flatMap(({ places }) => places[0]?.chain.name ?? []);
  const drops = paths.every(({ places: [place, ...more], boxes }) => {
    if (!place || more.length > 0 || place.chain.isPartial || table.policyOf(place.chain.name) !== 'DROP') return false;
    return onlyDrops(place.chain.steps.slice(place.before.at + 1), joint(boxes, own) ?? own);
  });
  if (hook === undefined || !drops || table.fateOf(chain, step).kind !== 'live') return undefined;
  return `RETURN does not accept these packets: they go back to "${hook}", which drops them as the rest of this chain does. Write ACCEPT.`;
}

/** Whatever of these packets meets one of the rules is dropped by it. */
function onlyDrops(steps: readonly Step[], boxes: readonly Box[]): boolean {
  return steps.every(
    ({ verdict, parts }) =>
      verdict.kind === 'drop' || !parts.some(({ box }) => boxes.some((one) => one.intersects(box))),
  );
}

/** Nothing called the chain, so RETURN is what the policy is; DROP is said so, and at the end of the chain it is meant. */
function returned(chain: ChainSteps, step: Step, policy: string): string | undefined {
  if (policy !== 'DROP' || step.isCut) return undefined;
  return `RETURN drops these packets here: nothing called "${chain.name}", so its policy decides, which is DROP. Write ACCEPT, or DROP if you mean it.`;
}

function skipped(table: PacketTable, chain: ChainSteps, step: Step, policy: string): string | undefined {
  const callee = table.reach.chain(step.callee);
  if (!callee || callee.cut || callee.isPartial || toolOf(callee.name) !== undefined) return undefined;
  const boxes = step.parts.map(({ box }) => box);
  if (!table.reach.surelyGetsTo([endOf(callee)], boxes)) return undefined;
  const skips = chain.steps.slice(step.at + 1).some(({ verdict, parts }) => {
    const fate = fateOf(verdict);
    const differs = policy === 'DROP' ? fate === 'accept' : fate === 'drop' || fate === 'reject';
    return differs && parts.some(({ box }) => boxes.some((one) => one.intersects(box)));
  });
  return skips
    ? `"-g" does not come back: what "${callee.name}" does not decide gets the policy of "${chain.name}", ${policy}, and skips the rules below. Use "-j ${callee.name}".`
    : undefined;
}

const endOf = (chain: ChainSteps) => ({ chain, before: { at: Number.POSITIVE_INFINITY } });

/** A goto of a chain that rules jump to: what its callee does not decide goes back to the caller, past rules that accept it. */
function passedBy(table: PacketTable, chain: ChainSteps, step: Step): (() => string) | undefined {
  const callee = table.reach.chain(step.callee);
  if (!callee || callee.cut || callee.isPartial) return undefined;
  if (toolOf(callee.name) !== undefined || toolOf(chain.name) !== undefined) return undefined;
  if (table.fateOf(chain, step).kind !== 'live') return undefined;
  const skipped = chain.steps.slice(step.at + 1).find(({ verdict, parts }) => {
    if (fateOf(verdict) !== 'accept') return false;
    const own = parts.flatMap(({ box }) => step.parts.flatMap((one) => one.box.intersect(box) ?? []));
    return own.length > 0 && table.reach.surelyGetsTo([endOf(callee)], own);
  });
  return skipped
    ? () =>
        `"-g" does not come back to "${chain.name}": what "${callee.name}" does not decide skips line ${skipped.line + 1}, which accepts some of it. Use "-j ${callee.name}".`
    : undefined;
}
