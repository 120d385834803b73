// The rule that accepts replies stands below others that all packets have to pass first, or that drop replies.

import type { Box } from '../../analysis/box.ts';
import { AXES } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { fateOf } from '../../analysis/verdict.ts';
import { clientPorts } from '../common/answers.ts';
import { isWorld } from '../common/outside.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

/** So many rules with a verdict above it are a few. */
const FEW = 6;
const UDP = 17;

export const establishedRuleLate = lintRule({
  name: 'established-rule-late',
  severity: 'information',
  category: 'packets',
  finds: 'A rule for established connections below many rules, or below one that drops replies.',
  looksAt: 'packets',
  checkHook(table, chain, report) {
    if (table.block.table !== 'filter' || !chain.isBuiltin || chain.isPartial) return;
    const known = packetBox(table.family, { states: ['ESTABLISHED'] });
    const step = chain.steps.find(({ verdict, parts, isSure }) => {
      return (
        isSure && fateOf(verdict) === 'accept' && parts.some(({ box }) => !box.isEverything && box.contains(known))
      );
    });
    if (!step || table.fateOf(chain, step).kind !== 'live') return;
    const above = chain.steps.slice(0, step.at);
    const count = above.filter(({ verdict, parts }) => {
      return fateOf(verdict) !== undefined && parts.some(({ box }) => box.intersects(known));
    }).length;
    const dropping = above.find((one) => dropsReplies(table, one));
    if (!dropping && count <= FEW) return;
    const why = dropping
      ? `line ${dropping.line + 1} drops replies before they get to it`
      : `each packet of a connection is compared with ${count} rules before it`;
    report({ message: `This rule comes late: ${why}. Move it to the top of the chain.`, ...table.placeOf(step.line) });
  },
});

/** A refusal of UDP that takes replies to clients, wherever they come from. */
function dropsReplies({ family }: PacketTable, { verdict, parts, isSure }: Step): boolean {
  const fate = fateOf(verdict);
  return isSure && (fate === 'drop' || fate === 'reject') && parts.some(({ box }) => takesReplies(box, family));
}

function takesReplies(box: Box, family: PacketTable['family']): boolean {
  const { protocol, source, sourcePort, destination, destinationPort, inputInterface, state } = AXES[family];
  const clients = destinationPort.from(clientPorts(family).cuts);
  return (
    box.literals.length === 0 &&
    box.on(protocol).has(UDP) &&
    isWorld(box.on(source), family) &&
    box.on(sourcePort).isEverything &&
    box.on(destination).isEverything &&
    box.on(destinationPort).contains(clients) &&
    box.on(inputInterface).has('zz9') &&
    box.on(state).has(6) &&
    box.sets.every(({ axis }) =>
      ['protocol', 'source', 'destinationPort', 'inputInterface', 'state'].includes(axis.name),
    )
  );
}
