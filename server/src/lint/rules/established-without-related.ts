// Replies are accepted, and the errors that belong to them are not.

import { Box } from '../../analysis/box.ts';
import { AXES } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { admissionsOf } from '../../analysis/reach/admission.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import { replaceColumns } from '../../check/fix.ts';
import type { Family } from '../../vocabulary/schema.ts';
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
    if (table.block.table !== 'filter' || (name !== 'INPUT' && name !== 'FORWARD') || !mayAsk(table)) return;
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

const ASKING = { 4: asking(4), 6: asking(6) } as const;

/** Some rule takes established packets and no related ones. */
function asking(family: Family) {
  const [established, related] = (['ESTABLISHED', 'RELATED'] as const).map((state) =>
    packetBox(family, { states: [state] }),
  );
  return ofSteps((steps) =>
    steps.some(({ parts }) =>
      parts.some(({ box }) => established && related && box.intersects(established) && !box.intersects(related)),
    ),
  );
}

function mayAsk({ chains, family }: PacketTable): boolean {
  for (const chain of chains) if (ASKING[family](chain)) return true;
  return false;
}

/** Replies come back by the interface by which connections are forwarded, and the errors that belong to them do not. */
function losesErrors(table: PacketTable): boolean {
  const { family } = table;
  const error = packetBox(family, { ...TOO_BIG[family], states: ['RELATED'] });
  const reply = packetBox(family, { protocol: 'tcp', states: ['ESTABLISHED'] });
  return waysBack(table).some((back) => {
    const [errors, replies] = [back.intersect(error), back.intersect(reply)];
    return (
      errors !== undefined &&
      replies !== undefined &&
      !table.mayPass('FORWARD', errors) &&
      table.mayPass('FORWARD', replies)
    );
  });
}

/** Of more rules that accept, the first ones speak for all. */
const MOST_LOOKED_AT = 200;
/** More ways are not gone through. */
const MOST_WAYS = 16;

/** The ways, by interface, on which replies to forwarded connections come; those that name no interface left out. */
function waysBack(table: PacketTable): readonly Box[] {
  const { inputInterface, outputInterface } = AXES[table.family];
  const fresh = packetBox(table.family, { protocol: 'tcp', input: 'not lo', states: ['NEW'] });
  const ways = new Map<string, Box>();
  let count = 0;
  for (const { boxes } of admissionsOf(table.reach, 'FORWARD', fresh)) {
    for (const box of boxes) {
      const [from, to] = [box.on(inputInterface), box.on(outputInterface)];
      const key = JSON.stringify([from.cuts, to.cuts]);
      if (to.isEverything || ways.has(key)) continue;
      const back = Box.of([inputInterface.from(to.cuts), outputInterface.from(from.cuts)]);
      if (back) ways.set(key, back);
    }
    if (ways.size >= MOST_WAYS || ++count === MOST_LOOKED_AT) break;
  }
  return [...ways.values()];
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
