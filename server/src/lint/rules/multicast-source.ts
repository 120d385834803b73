// A rule of INPUT that accepts what comes from a multicast address: packets go to one, and none comes from one.

import { AXES } from '../../analysis/dimensions.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import type { Intervals } from '../../analysis/sets/intervals.ts';
import { fateOf } from '../../analysis/verdict.ts';
import { replaceColumns } from '../../check/fix.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { lintRule } from '../rule.ts';

/** Addresses of many receivers. The kernel drops what claims to come from one before INPUT, as ip_route_input_slow and ip6_rcv say. */
const GROUPS: Readonly<Record<Family, Intervals>> = {
  4: AXES[4].source.spans([
    { first: 0xe0000000, last: 0xefffffff },
    { first: 0xffffffff, last: 0xffffffff },
  ]),
  6: AXES[6].source.span(0xff000000000000000000000000000000n, 0xffffffffffffffffffffffffffffffffn),
};

export const multicastSource = lintRule({
  name: 'multicast-source',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule of INPUT that accepts packets from a multicast address, from which none comes.',
  looksAt: 'packets',
  checkChain(table, chain, report) {
    if (table.block.table !== 'filter') return;
    for (const step of fromGroups[table.family](chain)) {
      const hooks = [...table.reach.hooksOf(chain)];
      if (hooks.length === 0 || hooks.some((hook) => hook !== 'INPUT')) return;
      const option = table.file.rule(step.line).option('s');
      if (!option || table.fateOf(chain, step).kind !== 'live') continue;
      report({
        message: `No packet comes from "${option.values[0]?.text}": multicast and broadcast addresses are those of receivers, and the kernel drops such packets before INPUT. Use "-d".`,
        line: step.line,
        start: option.start,
        end: option.end,
      });
    }
  },
  fix(file, { line }) {
    const rule = file.rule(line);
    const option = rule.option('s');
    const [value] = option?.values ?? [];
    if (!option || !value || rule.option('d')) return [];
    const edit = replaceColumns(line, option.start, value.start, '-d ');
    return [{ title: 'Ask for the destination', edits: [edit], preferred: true }];
  },
});

const fromGroups = { 4: fromGroupsOf(4), 6: fromGroupsOf(6) } as const;

/** The rules of a chain that accept, and ask for such sources alone. */
function fromGroupsOf(family: Family) {
  const { source } = AXES[family];
  return ofSteps((steps) =>
    steps.filter(
      ({ verdict, parts }) =>
        fateOf(verdict) === 'accept' &&
        parts.length > 0 &&
        parts.every(({ box }) => GROUPS[family].contains(box.on(source))),
    ),
  );
}
