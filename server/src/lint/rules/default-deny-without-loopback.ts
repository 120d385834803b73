// A chain that refuses by default, under which the machine cannot talk to itself.

import type { Box } from '../../analysis/box.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { refuserOf } from '../../analysis/reach/admission.ts';
import { type Edit, insertLines } from '../../check/fix.ts';
import { chainAt, firstRuleLine } from '../common/places.ts';
import { wallOf } from '../common/walls.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

const RULES = { INPUT: '-A INPUT -i lo -j ACCEPT', OUTPUT: '-A OUTPUT -o lo -j ACCEPT' } as const;
type Hook = keyof typeof RULES;

/** What programs use among themselves; names are looked up by UDP. */
const PROTOCOLS = ['tcp', 'udp'] as const;
/** Ports that nobody opens to others and programs of one machine may use among themselves. */
const PORTS = [40001, 45454];
const OWN = ['127.0.0.1', '::1'];

function loopbackOf(table: PacketTable, hook: Hook, protocol: 'tcp' | 'udp'): Box {
  return packetBox(table.family, {
    protocol,
    ...(protocol === 'tcp' ? { flags: ['SYN'] } : {}),
    states: table.mayUntrack ? ['NEW', 'UNTRACKED'] : ['NEW'],
    from: OWN,
    to: OWN,
    destinationPorts: PORTS,
    ...(hook === 'INPUT' ? { input: 'lo' } : { output: 'lo' }),
  });
}

/** What lets nothing pass at all is shut on purpose. */
function isShut(table: PacketTable, hook: Hook): boolean {
  return !table.mayPass(hook, packetBox(table.family, hook === 'INPUT' ? { input: 'not lo' } : { output: 'not lo' }));
}

export const defaultDenyWithoutLoopback = lintRule({
  name: 'default-deny-without-loopback',
  severity: 'warning',
  category: 'packets',
  finds: 'A chain that refuses by default, without a rule that accepts the loopback interface.',
  looksAt: 'packets',
  checkHook(table, { name }, report) {
    if (name !== 'INPUT' && name !== 'OUTPUT') return;
    if (table.block.table !== 'filter') return;
    const lost = PROTOCOLS.find((protocol) => !table.mayPass(name, loopbackOf(table, name, protocol)));
    if (!lost || isShut(table, name)) return;
    const refuser = refuserOf(table.reach, name, loopbackOf(table, name, lost), table.policyOf(name));
    if (refuser !== undefined && refuser !== 'policy' && !refuser.isCut) {
      report({
        message: `This rule refuses what programs on this machine send to each other over the loopback interface. Put "${RULES[name]}" above it.`,
        ...table.placeOf(refuser.line),
      });
      return;
    }
    const wall = wallOf(table, name);
    if (!wall) return;
    const what = lost === 'tcp' ? '' : 'UDP by ';
    report({
      message: `The chain "${name}" ${wall.does} packets by default, and no rule accepts ${what}the loopback interface, so programs on this machine cannot reach each other. Add "${RULES[name]}".`,
      ...wall.place,
    });
  },
  fix(file, { line }) {
    const [block, name] = chainAt(file, line) ?? [];
    if (!block || (name !== 'INPUT' && name !== 'OUTPUT')) return [];
    const edits: readonly Edit[] = [insertLines(file, firstRuleLine(file, block, name), [RULES[name]])];
    return [{ title: `Accept loopback first in ${name}`, edits, preferred: true }];
  },
});
