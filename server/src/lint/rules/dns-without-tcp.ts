// A name server that is asked by UDP alone.

import { Box } from '../../analysis/box.ts';
import { AXES } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { admissionsOf } from '../../analysis/reach/admission.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import { fateOf } from '../../analysis/verdict.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { toolOf } from '../common/known-tools.ts';
import { lintRule } from '../rule.ts';

export const dnsWithoutTcp = lintRule({
  name: 'dns-without-tcp',
  severity: 'information',
  category: 'packets',
  finds: 'A rule of INPUT that accepts DNS by UDP where none accepts it by TCP.',
  looksAt: 'packets',
  checkHook(table, { name }, report) {
    if (name !== 'INPUT' || table.block.table !== 'filter') return;
    const { family } = table;
    const { protocol, flags } = AXES[family];
    const asked = packetBox(family, {
      protocol: 'udp',
      client: 'source',
      input: 'not lo',
      destinationPorts: [53],
      states: ['NEW'],
    });
    for (const { step, chain, boxes } of admissionsOf(table.reach, name, asked, FOR_NAMES[family])) {
      if (toolOf(chain.name) !== undefined) continue;
      const byTcp = boxes.flatMap(
        (box) => Box.of([...box.sets.filter(({ axis }) => axis !== protocol), protocol.point(6), flags.point(2)]) ?? [],
      );
      if (byTcp.length === 0 || byTcp.some((box) => table.mayPass(name, box))) continue;
      report({
        message:
          'DNS needs TCP as well: answers that are too long for UDP are asked for again by TCP, which nothing accepts. Add the same rule for tcp.',
        ...table.placeOf(step.line),
      });
      return;
    }
  },
});

/** The rules that accept packets of some ports and not by TCP. */
const FOR_NAMES = { 4: forNames(4), 6: forNames(6) } as const;

function forNames(family: Family) {
  const { protocol, destinationPort } = AXES[family];
  return ofSteps((steps) =>
    steps.filter(
      ({ verdict, parts }) =>
        fateOf(verdict) === 'accept' &&
        parts.every(({ box }) => !box.on(destinationPort).isEverything && !box.on(protocol).has(6)),
    ),
  );
}
