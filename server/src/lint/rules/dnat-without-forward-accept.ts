// A port that is forwarded to another machine, and a FORWARD chain that drops what is forwarded.

import { Box } from '../../analysis/box.ts';
import { AXES } from '../../analysis/dimensions.ts';
import { getsTo } from '../../analysis/reach/admission.ts';
import type { Intervals, Point } from '../../analysis/sets/intervals.ts';
import type { Family } from '../../vocabulary/schema.ts';
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
      const may = (box: Box) => filter.mayPass('FORWARD', box);
      const stopped = boxes.some(may) ? portsStopped(boxes, filter.family, may) : [];
      if ((stopped.length === 0 && boxes.some(may)) || !getsTo(nat.reach, admission, admission.boxes)) continue;
      const port = ports
        ? ` and port ${ports.first === ports.last ? ports.first : `${ports.first}-${ports.last}`}`
        : '';
      report({
        message: `"FORWARD" drops the connections${stopped.length > 0 ? ` to port ${stopped.join(' and ')}` : ''} that this rule forwards: they go through FORWARD and not INPUT, with the new address${port}. Accept them there, such as "-A FORWARD -m conntrack --ctstate DNAT -j ACCEPT".`,
        ...nat.placeOf(admission.step.line),
      });
    }
  },
});

/** Where a rule is for several single ports, those of which nothing passes. */
function portsStopped(boxes: readonly Box[], family: Family, may: (box: Box) => boolean): readonly number[] {
  const { destinationPort } = AXES[family];
  return [...new Set(boxes.flatMap((box) => singlesOf(box.on(destinationPort))))].filter((port) => {
    const only = Box.of([destinationPort.point(port)]);
    return !boxes.some((box) => {
      const part = only && box.intersect(only);
      return part !== undefined && may(part);
    });
  });
}

/** The ports one by one, as a list of multiport names them; none where it has a range. */
function singlesOf({ cuts }: Intervals): readonly number[] {
  const starts = cuts.filter((_, at) => at % 2 === 0).map(Number);
  const ends = cuts.filter((_, at) => at % 2 === 1).map(Number);
  return starts.length === ends.length && starts.every((start, at) => ends[at] === start + 1) ? starts : [];
}

function isLoopback(address: Point): boolean {
  return typeof address === 'bigint' ? address === 1n : typeof address === 'number' && address >>> 24 === 127;
}
