// A MASQUERADE or SNAT without the interface to which it belongs: it hides who sends, in every direction.

import type { Box } from '../../analysis/box.ts';
import { AXES, type Dimension } from '../../analysis/dimensions.ts';
import type { Intervals } from '../../analysis/sets/intervals.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { toolOf } from '../common/known-tools.ts';
import { rulesTo, SOURCE_TRANSLATORS } from '../common/targets.ts';
import { lintRule } from '../rule.ts';

/** What a rule may ask for and still take packets of any direction. */
const OPEN: ReadonlySet<Dimension> = new Set([
  'protocol',
  'sourcePort',
  'destinationPort',
  'state',
  'fragment',
  'outputInterface',
]);

/** All interfaces by which packets leave the machine. */
const LEAVING: Readonly<Record<Family, Intervals>> = { 4: leaving(4), 6: leaving(6) };

function leaving(family: Family): Intervals {
  const { outputInterface } = AXES[family];
  return outputInterface.everything.minus(outputInterface.point('lo')).minus(outputInterface.point(''));
}

export const masqueradeWithoutOutInterface = lintRule({
  name: 'masquerade-without-out-interface',
  severity: 'warning',
  category: 'packets',
  finds: 'A MASQUERADE or SNAT without an interface or address, which takes packets of every direction.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (table.block.table !== 'nat' || chain.isPartial || toolOf(chain.name) !== undefined) return;
    const steps = translating(chain).filter(
      ({ parts, isSure }) => isSure && parts.every(({ box }) => isOpen(box, table.family)),
    );
    if (steps.length === 0 || [...table.reach.hooksOf(chain)].join() !== 'POSTROUTING') return;
    const paths = table.reach.pathsTo(chain) ?? [];
    if (paths.length === 0 || !paths.every(({ boxes }) => boxes.every((box) => isOpen(box, table.family)))) return;
    for (const step of steps) {
      if (table.fateOf(chain, step).kind !== 'live') continue;
      const rule = table.file.rule(step.line);
      report({
        message: `This ${rule.object} takes packets of every direction: your servers see all clients with the address of this machine, and their logs and blocks mean nothing. Add the interface to the Internet, as in "-o eth0".`,
        line: step.line,
        ...rule.columns(rule.objectWord),
      });
    }
  },
});

const translating = rulesTo(...SOURCE_TRANSLATORS);

/** Only loopback is left out, where it names an interface at all. */
function isOpen({ sets, literals }: Box, family: Family): boolean {
  if (literals.length > 0) return false;
  return sets.every(
    (set) => OPEN.has(set.axis.name) && (set.axis.name !== 'outputInterface' || set.contains(LEAVING[family])),
  );
}
