// A rule of INPUT for a port that Docker publishes: its packets go through FORWARD.

import { AXES } from '../../analysis/dimensions.ts';
import { fateOf } from '../../analysis/verdict.ts';
import { publishedIn } from '../common/docker.ts';
import { toolOf } from '../common/known-tools.ts';
import { lintRule } from '../rule.ts';

export const dockerPublishedPortInInput = lintRule({
  name: 'docker-published-port-in-input',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule of INPUT that is to guard a port which Docker publishes.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const published = publishedIn(tables);
    const listed = tables[0]?.file.settings.host?.published ?? [];
    const filter = tables.find(({ block }) => block.table === 'filter');
    if (!filter) return;
    const ports = [
      ...published,
      ...listed.map(({ port, protocol }) => ({ port, protocol: protocol === 'udp' ? 17 : 6 })),
    ];
    if (ports.length === 0) return;
    const { protocol, source, destinationPort } = AXES[filter.family];
    for (const chain of filter.chains) {
      const hooks = filter.reach.hooksOf(chain);
      if (!hooks.has('INPUT') || hooks.size !== 1 || toolOf(chain.name) !== undefined) continue;
      for (const step of chain.steps) {
        const fate = fateOf(step.verdict);
        const found = ports.find(({ port, protocol: number }) =>
          step.parts.some(({ box }) => {
            const asked = box.on(destinationPort);
            const guards = fate === 'accept' ? !box.on(source).isEverything : fate !== undefined;
            return (
              guards &&
              !asked.isEverything &&
              asked.cuts.length === 2 &&
              asked.has(port) &&
              box.on(protocol).has(number)
            );
          }),
        );
        if (!found) continue;
        const use = `-A DOCKER-USER -p ${found.protocol === 17 ? 'udp' : 'tcp'} -m conntrack --ctorigdstport ${found.port} --ctdir ORIGINAL`;
        report({
          message: `Docker publishes port ${found.port}, so its packets go through FORWARD and never meet this rule. Guard it in DOCKER-USER: "${use} ... -j DROP".`,
          ...filter.placeOf(step.line),
        });
      }
    }
  },
});
