// A MASQUERADE or SNAT for a network behind this machine, and a FORWARD chain that drops what it would translate.

import { Box } from '../../analysis/box.ts';
import { AXES, type Dimension } from '../../analysis/dimensions.ts';
import { type Admission, admissionsOf, getsTo } from '../../analysis/reach/admission.ts';
import type { Intervals } from '../../analysis/sets/intervals.ts';
import { statesSet } from '../../analysis/sets/states.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { WAY } from '../common/answers.ts';
import { guestOf, isVirtualInterface } from '../common/known-tools.ts';
import { nameIn } from '../common/outside.ts';
import { rulesTo, SOURCE_TRANSLATORS } from '../common/targets.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

/** What a forwarded packet still is in POSTROUTING, as it was in FORWARD. */
const KEPT: readonly Dimension[] = ['protocol', ...WAY];

const translating = rulesTo(...SOURCE_TRANSLATORS);

export const masqueradeWithoutForwardAccept = lintRule({
  name: 'masquerade-without-forward-accept',
  severity: 'warning',
  category: 'packets',
  finds: 'A MASQUERADE or SNAT for a network whose connections FORWARD drops.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const nat = tables.find(({ block }) => block.table === 'nat');
    const filter = tables.find(({ block }) => block.table === 'filter');
    if (!nat || !filter || filter.mayUntrack || hasGuests(nat) || hasGuests(filter)) return;
    const reroutes = tables.some(({ block, chains }) => block.table === 'mangle' && hasRules(chains, 'OUTPUT'));
    for (const admission of admissionsOf(nat.reach, 'POSTROUTING', Box.everything, translating)) {
      const boxes = admission.boxes.flatMap((box) => forwarded(box, nat.family) ?? []);
      if (boxes.length === 0 || !admission.boxes.every((box) => isForOthers(box, admission, nat.family, reroutes)))
        continue;
      if (boxes.some((box) => filter.mayPass('FORWARD', box))) continue;
      if (!getsTo(nat.reach, admission, admission.boxes)) continue;
      report({
        message:
          'This rule translates no connection of another machine: "FORWARD" drops all that it would match. Accept them there, such as "-A FORWARD -i eth1 -o eth0 -j ACCEPT", or correct the address or the interface here.',
        ...nat.placeOf(admission.step.line),
      });
    }
  },
});

/** Programs add their rules of FORWARD while they run. */
function hasGuests({ chains }: PacketTable): boolean {
  return [...chains].some(({ name }) => guestOf(name) !== undefined);
}

function hasRules(chains: PacketTable['chains'], name: string): boolean {
  return [...chains].some((chain) => chain.name === name && chain.steps.length > 0);
}

/** The first packets of new connections of a box, as FORWARD has them. */
function forwarded(box: Box, family: Family): Box | undefined {
  const states = statesSet(AXES[family].state, [{ name: 'NEW' }]);
  return Box.of([...box.only(KEPT).sets, ...(states ? [states] : [])]);
}

/** It asks for addresses, ports and interfaces alone, and for such as this machine's own packets hardly have. */
function isForOthers(box: Box, { step }: Admission, family: Family, reroutes: boolean): boolean {
  const { source, destination, outputInterface } = AXES[family];
  if (box.literals.length > 0 || !box.sets.every(({ axis }) => KEPT.includes(axis.name))) return false;
  const exits = box.on(outputInterface);
  const exit = nameIn(exits);
  // Programs that keep networks translate what leaves these, and accept it by rules that they make while they run.
  const isAnywhere = exits.contains(outputInterface.point('').complement()) && box.on(destination).isEverything;
  if (exit === undefined && !isAnywhere) return false;
  if (isNetwork(box.on(source))) return true;
  const isMasquerade = 'name' in step.verdict && step.verdict.name === 'MASQUERADE';
  return isMasquerade && !reroutes && exit !== undefined && !isVirtualInterface(exit) && box.on(source).isEverything;
}

/** One stretch of addresses, more than one. */
function isNetwork({ cuts: [first, end, ...more], isEverything }: Intervals): boolean {
  return (
    !isEverything && more.length === 0 && first !== undefined && end !== undefined && BigInt(end) - BigInt(first) > 1n
  );
}
