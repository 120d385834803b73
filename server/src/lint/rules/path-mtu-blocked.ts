// A rule that drops the message by which a sender learns that its packets are too big.

import { stoppedErrors } from '../common/mtu.ts';
import { lintRule } from '../rule.ts';

export const pathMtuBlocked = lintRule({
  name: 'path-mtu-blocked',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule that drops the ICMP errors for packets that are too big.',
  looksAt: 'packets',
  checkHook(table, { name }, report) {
    const stopped = stoppedErrors(table, name);
    if (stopped?.kind !== 'rule') return;
    const type = table.family === 6 ? 'packet-too-big' : 'fragmentation-needed';
    const mended =
      table.block.table === 'raw'
        ? 'Let them pass above it: nothing has a state here'
        : 'Put the rule that accepts ESTABLISHED,RELATED above it';
    report({
      message: `This rule drops the ICMP errors of type ${type}, so connections over a link with smaller packets hang once they send much. ${mended}.`,
      ...table.placeOf(stopped.step.line),
    });
  },
});
