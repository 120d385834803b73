// Replies are accepted, and the errors that belong to them are not.

import { Box } from '../../analysis/box.ts';
import { AXES } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { admissionsOf } from '../../analysis/reach/admission.ts';
import { replaceColumns } from '../../check/fix.ts';
import { stoppedErrors, TOO_BIG } from '../common/mtu.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

export const establishedWithoutRelated = lintRule({
  name: 'established-without-related',
  severity: 'information',
  category: 'packets',
  finds: 'A rule that accepts ESTABLISHED and not RELATED, where no rule lets ICMP errors pass.',
  looksAt: 'packets',
  checkHook(table, { name }, report) {
    if (table.block.table !== 'filter') return;
    if (stoppedErrors(table, name)?.kind !== 'rest' && !(name === 'FORWARD' && losesErrors(table))) return;
    const { protocol } = AXES[table.family];
    const packets = packetBox(table.family, { protocol: 'tcp', input: 'not lo', states: ['ESTABLISHED'] });
    for (const { step } of admissionsOf(table.reach, name, packets)) {
      // A rule for TCP alone accepts no errors, whatever their state.
      if (!step.parts.some(({ box }) => box.on(protocol).has(table.family === 6 ? 58 : 1))) continue;
      const value = statesIn(table.file.rule(step.line));
      if (!value || !/ESTABLISHED/i.test(value.text) || /RELATED/i.test(value.text)) continue;
      report({
        message: `"${name}" lets no ICMP errors pass, such as the one for packets that are too big: they are RELATED, and this rule accepts ESTABLISHED alone. Write "ESTABLISHED,RELATED".`,
        line: step.line,
        start: value.start,
        end: value.end,
      });
      return;
    }
  },
  fix(_file, { line, start, end }) {
    return [
      {
        title: 'Accept related packets, too',
        edits: [replaceColumns(line, end, end, ',RELATED')],
        preferred: true,
      },
    ].filter(() => end > start);
  },
});

/** Of more rules that accept, the first ones speak for all. */
const MOST_LOOKED_AT = 24;

/** Replies come back by the interface by which connections are forwarded, and the errors that belong to them do not. */
function losesErrors(table: PacketTable): boolean {
  const fresh = packetBox(table.family, { protocol: 'tcp', input: 'not lo', states: ['NEW'] });
  let count = 0;
  for (const { boxes } of admissionsOf(table.reach, 'FORWARD', fresh)) {
    if (boxes.some((way) => losesErrorsOn(table, way))) return true;
    if (++count === MOST_LOOKED_AT) break;
  }
  return false;
}

function losesErrorsOn(table: PacketTable, way: Box): boolean {
  const { family } = table;
  const { inputInterface, outputInterface, source, destination } = AXES[family];
  if (way.on(outputInterface).isEverything) return false;
  const back = Box.of([
    inputInterface.from(way.on(outputInterface).cuts),
    outputInterface.from(way.on(inputInterface).cuts),
    destination.from(way.on(source).cuts),
  ]);
  const related = back?.intersect(packetBox(family, { ...TOO_BIG[family], states: ['RELATED'] }));
  const reply = back
    ?.intersect(packetBox(family, { protocol: 'tcp', states: ['ESTABLISHED'] }))
    ?.intersect(Box.of([source.from(way.on(destination).cuts)]) ?? Box.everything);
  return (
    related !== undefined &&
    reply !== undefined &&
    !table.mayPass('FORWARD', related) &&
    table.mayPass('FORWARD', reply)
  );
}

function statesIn({
  options,
}: {
  readonly options: readonly {
    readonly name: string;
    readonly negated: boolean;
    readonly values: readonly { readonly text: string; readonly start: number; readonly end: number }[];
  }[];
}) {
  return options.find(({ name, negated }) => !negated && (name === '--ctstate' || name === '--state'))?.values[0];
}
