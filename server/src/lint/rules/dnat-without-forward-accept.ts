// A port that is forwarded to another machine, and a FORWARD chain that drops what is forwarded.

import { getsTo } from '../../analysis/reach/admission.ts';
import type { Point } from '../../analysis/sets/intervals.ts';
import { translationsOf } from '../common/translated.ts';
import { lintRule } from '../rule.ts';

export const dnatWithoutForwardAccept = lintRule({
  name: 'dnat-without-forward-accept',
  severity: 'warning',
  category: 'packets',
  finds: 'A DNAT whose connections FORWARD drops.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const nat = tables.find(({ block }) => block.table === 'nat');
    const filter = tables.find(({ block }) => block.table === 'filter');
    if (!nat || !filter || filter.mayUntrack) return;
    for (const { admission, writes, boxes } of translationsOf(nat, 'DNAT')) {
      const { addresses, ports } = writes;
      if (!addresses || boxes.length === 0 || isLoopback(addresses.first)) continue;
      if (boxes.some((box) => filter.mayPass('FORWARD', box))) continue;
      if (!getsTo(nat.reach, admission, admission.boxes)) continue;
      const port = ports
        ? ` and port ${ports.first === ports.last ? ports.first : `${ports.first}-${ports.last}`}`
        : '';
      report({
        message: `"FORWARD" drops the connections that this rule forwards: they go through FORWARD and not INPUT, with the new address${port}. Accept them there, such as "-A FORWARD -m conntrack --ctstate DNAT -j ACCEPT".`,
        ...nat.placeOf(admission.step.line),
      });
    }
  },
});

function isLoopback(address: Point): boolean {
  return typeof address === 'bigint' ? address === 1n : typeof address === 'number' && address >>> 24 === 127;
}
