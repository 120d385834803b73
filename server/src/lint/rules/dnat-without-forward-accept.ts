// A port that is forwarded to another machine, and a FORWARD chain that drops what is forwarded.

import { Box } from '../../analysis/box.ts';
import { AXES } from '../../analysis/dimensions.ts';
import { type Admission, getsTo } from '../../analysis/reach/admission.ts';
import { joint } from '../../analysis/reach/paths.ts';
import type { Intervals } from '../../analysis/sets/intervals.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { type Outside, outsideOf, PRIVATE } from '../common/outside.ts';
import { isLoopback, translationsOf } from '../common/translated.ts';
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
    const outside = outsideOf(tables);
    for (const { admission, writes, boxes } of translationsOf(nat, 'DNAT')) {
      const { addresses, ports } = writes;
      if (!addresses || boxes.length === 0 || isLoopback(addresses.first)) continue;
      const may = (box: Box) => filter.mayPass('FORWARD', box);
      const passes = boxes.some(may);
      const stopped = passes ? portsStopped(boxes, filter.family, may) : [];
      const fromOutside = passes && stopped.length === 0 ? comingFrom(nat.family, outside, admission, boxes) : [];
      const isOutside = fromOutside.length > 0 && !fromOutside.some(may);
      if (passes && stopped.length === 0 && !isOutside) continue;
      if (!getsTo(nat.reach, admission, admission.boxes)) continue;
      const port = ports
        ? ` and port ${ports.first === ports.last ? ports.first : `${ports.first}-${ports.last}`}`
        : '';
      report({
        message: `"FORWARD" drops the connections${isOutside ? ' from outside' : ''}${stopped.length > 0 ? ` to port ${stopped.join(' and ')}` : ''} that this rule forwards: they go through FORWARD and not INPUT, with the new address${port}. Accept them there, such as "-A FORWARD -m conntrack --ctstate DNAT -j ACCEPT".`,
        ...nat.placeOf(admission.step.line),
      });
    }
  },
});

/** Of connections to a public address those by an interface that leads outside, where the rule leaves the interface open. */
function comingFrom(
  family: Family,
  { exits }: Outside,
  { step, boxes: asked }: Admission,
  boxes: readonly Box[],
): readonly Box[] {
  const { source, destination, inputInterface } = AXES[family];
  const isForWorld = asked.every(
    (box) =>
      box.on(source).isEverything &&
      !box.on(destination).isEverything &&
      !PRIVATE[family].contains(box.on(destination)),
  );
  const isOpen = step.parts.every(({ box }) => box.on(inputInterface).isEverything);
  if (!isForWorld || !isOpen) return [];
  const only = Box.of([inputInterface.spans([...exits].map((name) => ({ first: name, last: name })))]);
  return only && exits.size > 0 ? (joint(boxes, [only]) ?? []) : [];
}

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
