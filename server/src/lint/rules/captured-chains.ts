// Chains of programs that keep their own rules, saved into a file together with the administrator's.

import { guestOf } from '../common/known-tools.ts';
import { lintRule } from '../rule.ts';
import type { Place } from '../view.ts';

export const capturedChains = lintRule({
  name: 'captured-chains',
  severity: 'information',
  category: 'loading',
  finds: 'A file with rules in chains that Docker, fail2ban, Kubernetes and their like make by themselves.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const tools = new Set<string>();
    let first: Place | undefined;
    for (const table of tables) {
      for (const { name, steps, isBuiltin } of table.chains) {
        const tool = isBuiltin || steps.length === 0 || name === 'DOCKER-USER' ? undefined : guestOf(name);
        const place = tool === undefined ? undefined : table.makerPlace(name);
        if (tool === undefined || !place) continue;
        tools.add(tool);
        if (!first || place.line < first.line) first = place;
      }
    }
    if (!first) return;
    const names = [...tools].sort().join(', ');
    report({
      message: `This file holds rules that ${names} made while running. Loading it brings old ones back and wipes those of now. Keep only your own chains here, begin with a "-F" of each, and load them with "iptables-restore --noflush".`,
      ...first,
    });
  },
});
