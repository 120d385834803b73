// A packet from the network with a loopback address as its sender, which the rules let in: the CIS benchmarks ask for a DROP.

import { packetBox } from '../../analysis/packet-box.ts';
import { admissionsOf, getsTo } from '../../analysis/reach/admission.ts';
import { insertLines } from '../../check/fix.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { firstRuleLine } from '../common/places.ts';
import { wallOf } from '../common/walls.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

const OWN: Readonly<Record<Family, string>> = { 4: '127.0.0.0/8', 6: '::1' };
/** What comes through before INPUT of the filter table, or beside it. */
const HOOKS = ['PREROUTING', 'INPUT'];

const ruleFor = (family: Family): string => `-A INPUT -s ${family === 6 ? '::1/128' : OWN[family]} ! -i lo -j DROP`;

export const loopbackSpoofingNotDropped = lintRule({
  name: 'loopback-spoofing-not-dropped',
  severity: 'warning',
  category: 'packets',
  presets: { recommended: 'off', strict: 'information', cis: 'warning' },
  finds: 'An INPUT that lets in packets from a loopback address which come by another interface.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const table = tables.find(({ block }) => block.table === 'filter');
    if (!table?.reach.chain('INPUT') || !letsIn(table) || tables.some(stopsThem)) return;
    const place = table.policyPlace('INPUT') ?? table.placeOf(table.block.firstLine);
    report({
      message: `"INPUT" lets in packets that claim to come from ${OWN[table.family]} and come by another interface than "lo", where only forged ones come from. Drop them: "${ruleFor(table.family)}".`,
      ...place,
    });
  },
  fix(file, { line }) {
    const block = file.blockAt(line);
    if (!block) return [];
    const { family } = file.settings;
    const edits = [insertLines(file, firstRuleLine(file, block, 'INPUT'), [ruleFor(family)])];
    return [{ title: 'Drop them first in INPUT', edits, preferred: true }];
  },
});

function forged(family: Family) {
  return packetBox(family, {
    protocol: 'tcp',
    flags: ['SYN'],
    states: ['NEW'],
    client: 'source',
    from: [OWN[family]],
    input: 'not lo',
  });
}

/** Some of them surely pass, by a rule or by the policy. */
function letsIn(table: PacketTable): boolean {
  const packets = forged(table.family);
  if (!table.mayPass('INPUT', packets)) return false;
  if (table.policyOf('INPUT') === 'ACCEPT' && wallOf(table, 'INPUT') === undefined) return true;
  for (const one of admissionsOf(table.reach, 'INPUT', packets)) {
    if (!one.step.isSure || one.boxes.every(({ literals }) => literals.length > 0)) continue;
    if (getsTo(table.reach, one, one.boxes)) return true;
  }
  return false;
}

/** All of them are dropped in a table before the filter. */
function stopsThem(table: PacketTable): boolean {
  const states = table.block.table === 'raw' ? forgedAnyState(table.family) : forged(table.family);
  return (
    table.block.table !== 'filter' &&
    HOOKS.some((hook) => table.reach.chain(hook) !== undefined && !table.mayPass(hook, states))
  );
}

/** In raw nothing has a state yet. */
function forgedAnyState(family: Family) {
  return packetBox(family, { protocol: 'tcp', flags: ['SYN'], client: 'source', from: [OWN[family]], input: 'not lo' });
}
