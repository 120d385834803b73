// A rule of the filter table that accepts what raw or mangle has dropped already.

import type { Box } from '../../analysis/box.ts';
import { AXES, type Dimension } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { admissionsOf, refuserOf } from '../../analysis/reach/admission.ts';
import type { ChainSteps } from '../../analysis/reach/chain-steps.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { fateOf } from '../../analysis/verdict.ts';
import { toolOf } from '../common/known-tools.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

/** What a packet has in raw and mangle as in filter, where nothing translates it. */
const KEPT: readonly Dimension[] = [
  'protocol',
  'source',
  'destination',
  'sourcePort',
  'destinationPort',
  'icmp',
  'inputInterface',
  'flags',
  'fragment',
];
/** So many rules that drop are a list of addresses, and mean nobody's rule of filter. */
const MOST_DROPS = 64;

const drops = ofSteps((steps) => steps.filter(({ verdict }) => fateOf(verdict) === 'drop').length);

export const droppedBeforeFilter = lintRule({
  name: 'dropped-before-filter',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule of the filter table that accepts connections all of which raw or mangle drops.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const filter = tables.find(({ block }) => block.table === 'filter');
    const early = tables.filter(isEarly);
    if (!filter || early.length === 0 || filter.changesPorts) return;
    for (const hook of ['INPUT', 'FORWARD']) {
      for (const { step, chain, boxes } of acceptedAt(filter, hook)) {
        const place = early
          .flatMap(hooksBefore(hook))
          .find(({ table, name }) => boxes.every((box) => !table.mayPass(name, box)));
        if (!place || filter.fateOf(chain, step).kind !== 'live') continue;
        const line = refuserLine(place, boxes);
        const { table } = place;
        report({
          message: `No connection from another machine gets to this rule: ${line === undefined ? 'the' : `line ${line + 1} of the`} table "${table.block.table}" drops all that it accepts, before "filter" sees them. Delete one of the two.`,
          ...filter.placeOf(step.line),
          ...(line !== undefined && { related: [{ message: 'Dropped here.', ...table.placeOf(line) }] }),
        });
      }
    }
  },
});

/** A built-in chain through which packets go before they come to filter. */
interface EarlyHook {
  readonly table: PacketTable;
  readonly name: string;
}

function hooksBefore(hook: string): (table: PacketTable) => readonly EarlyHook[] {
  return (table) => {
    const names = table.block.table === 'raw' ? ['PREROUTING'] : ['PREROUTING', hook];
    return names.map((name) => ({ table, name }));
  };
}

/** The only rule that drops all of these; undefined where several do, or the policy. */
function refuserLine({ table, name }: EarlyHook, boxes: readonly Box[]): number | undefined {
  const refusers = new Set(boxes.map((box) => refuserOf(table.reach, name, box, table.policyOf(name))));
  const [by] = refusers;
  return refusers.size === 1 && by && by !== 'policy' ? by.line : undefined;
}

/** It comes before filter and drops a little. */
function isEarly({ block, chains }: PacketTable): boolean {
  if (block.table !== 'raw' && block.table !== 'mangle') return false;
  const count = [...chains].reduce((sum, chain) => sum + drops(chain), 0);
  return count > 0 && count <= MOST_DROPS;
}

/** A rule that accepts, and all new connections of other machines that it does accept, whichever way they come. */
interface Accepted {
  readonly step: Step;
  readonly chain: ChainSteps;
  readonly boxes: Box[];
}

/** The rules of a hook for TCP or UDP that accept. */
function acceptedAt(filter: PacketTable, hook: string): Iterable<Accepted> {
  const { protocol: axis } = AXES[filter.family];
  const both = axis.point(6).union(axis.point(17));
  const found = new Map<Step, Accepted>();
  for (const protocol of ['tcp', 'udp'] as const) {
    const packets = packetBox(filter.family, { protocol, input: 'not lo', states: ['NEW'] });
    for (const { chain, step, boxes } of admissionsOf(filter.reach, hook, packets)) {
      const isForBoth = step.parts.every(({ box }) => both.contains(box.on(axis)));
      if (!isForBoth || toolOf(chain.name) !== undefined) continue;
      const accepted = found.get(step) ?? { step, chain, boxes: [] };
      accepted.boxes.push(...boxes.map((box) => box.only(KEPT)));
      found.set(step, accepted);
    }
  }
  return found.values();
}
