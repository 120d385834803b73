// A rule of DOCKER-USER that asks for the published port, which packets no longer have there.

import { AXES } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { fateOf } from '../../analysis/verdict.ts';
import { publishedIn } from '../common/docker.ts';
import { isWorld, WORLD } from '../common/outside.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

export const dockerUserAfterDnat = lintRule({
  name: 'docker-user-after-dnat',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule of DOCKER-USER that asks for the published port, or that drops the replies to containers.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const filter = tables.find(({ block }) => block.table === 'filter');
    const chain = filter?.reach.chain('DOCKER-USER');
    if (!filter || !chain || chain.isPartial) return;
    const published = publishedIn(tables);
    const { destinationPort } = AXES[filter.family];
    for (const step of chain.steps) {
      const asked = step.parts.map(({ box }) => box.on(destinationPort));
      const found = published.find(({ port }) => asked.some((set) => !set.isEverything && set.has(port)));
      if (found && !published.some(({ inner }) => asked.some((set) => set.has(inner)))) {
        report({
          message: `This rule matches nothing: the packets have the container's port ${found.inner} here, no longer ${found.port}. Ask for "-m conntrack --ctorigdstport ${found.port} --ctdir ORIGINAL".`,
          ...filter.placeOf(step.line),
        });
      } else if (dropsReplies(filter, step)) {
        report({
          message:
            'This rule drops the replies to what containers ask of others, too. Put "-A DOCKER-USER -m conntrack --ctstate ESTABLISHED,RELATED -j RETURN" above it.',
          ...filter.placeOf(step.line),
        });
      }
    }
  },
});

function dropsReplies(filter: PacketTable, step: Step): boolean {
  const chain = filter.reach.chain('DOCKER-USER');
  const fate = fateOf(step.verdict);
  const axes = AXES[filter.family];
  if (!chain || !step.isSure || (fate !== 'drop' && fate !== 'reject')) return false;
  const words = { protocol: 'tcp', client: 'destination', input: 'not lo', from: WORLD[filter.family] } as const;
  const replies = packetBox(filter.family, { ...words, states: ['ESTABLISHED'], flags: ['SYN,ACK'] });
  const boxes = step.parts.flatMap(({ box }) => {
    const isWide =
      box.literals.length === 0 && isWorld(box.on(axes.source), filter.family) && box.on(axes.destination).isEverything;
    return isWide && box.on(axes.destinationPort).isEverything ? (box.intersect(replies) ?? []) : [];
  });
  return boxes.length > 0 && filter.reach.surelyGetsTo([{ chain, before: step }], boxes);
}
