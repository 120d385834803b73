// A DNAT to 127.0.0.1 for connections from outside, which the kernel takes for forged unless it is told not to.

import { AXES } from '../../analysis/dimensions.ts';
import { toolOf } from '../common/known-tools.ts';
import { nameIn } from '../common/outside.ts';
import { rulesTo } from '../common/targets.ts';
import { isLoopback, rewritingOf } from '../common/translated.ts';
import { lintRule } from '../rule.ts';

const translating = rulesTo('DNAT');

export const dnatToLoopback = lintRule({
  name: 'dnat-to-loopback',
  severity: 'information',
  category: 'packets',
  finds: 'A DNAT of PREROUTING to 127.0.0.1, which the kernel drops unless a sysctl allows it.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (table.block.table !== 'nat' || table.family !== 4 || toolOf(chain.name) !== undefined) return;
    for (const step of translating(chain)) {
      const first = rewritingOf(table, step.line, 'DNAT')?.addresses?.first;
      if (first === undefined || !isLoopback(first)) continue;
      if (step.parts.some(({ box }) => nameIn(box.on(AXES[4].inputInterface)) === 'lo')) continue;
      const hooks = [...table.reach.hooksOf(chain)];
      if (hooks.length === 0 || hooks.some((hook) => hook !== 'PREROUTING')) return;
      if (table.fateOf(chain, step).kind !== 'live') continue;
      report({
        message:
          'The kernel drops what this rule translates, unless "net.ipv4.conf.all.route_localnet" is 1: packets from other machines must not go to 127.0.0.1. Use REDIRECT, and let the program listen on the address of the interface.',
        ...table.placeOf(step.line),
      });
    }
  },
});
