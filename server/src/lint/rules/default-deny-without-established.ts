// A chain that refuses by default and so loses the answers to what it, or the other direction, lets pass.

import type { Box } from '../../analysis/box.ts';
import { AXES } from '../../analysis/dimensions.ts';
import { type PacketWords, packetBox } from '../../analysis/packet-box.ts';
import { admissionsOf, refuserOf } from '../../analysis/reach/admission.ts';
import { insertLines } from '../../check/fix.ts';
import { answersTo, clientPorts, laterOf } from '../common/answers.ts';
import { toolOf } from '../common/known-tools.ts';
import { chainAt, firstRuleLine } from '../common/places.ts';
import { wallOf } from '../common/walls.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';
import { breaksOff } from './lock-out.ts';

/** Of more rules that accept, the first ones speak for all. */
const MOST_LOOKED_AT = 12;
/** The other end of connections: addresses far apart, since one network that is let in says nothing of the rest. */
const FAR = ['8.8.8.8', '93.184.216.34', '151.101.65.140', '2001:4860:4860::8888', '2606:4700::6810:84e5'];

const HOOKS = ['INPUT', 'FORWARD', 'OUTPUT'] as const;
type Hook = (typeof HOOKS)[number];

export const defaultDenyWithoutEstablished = lintRule({
  name: 'default-deny-without-established',
  severity: 'warning',
  category: 'packets',
  finds: 'A chain that refuses by default and drops the replies of connections that the rules allow.',
  looksAt: 'packets',
  checkHook(table, chain, report) {
    const hook = HOOKS.find((name) => name === chain.name);
    const wall = hook && wallOf(table, hook);
    if (!hook || !wall || breaksOff(table, hook)) return;
    const lost = lostIn(table, hook);
    if (lost)
      report({
        message: `"${hook}" ${wall.does} ${lost}, so these connections hang. Add "${ruleFor(hook)}".`,
        ...wall.place,
      });
  },
  fix(file, { line }) {
    const [block, name] = chainAt(file, line) ?? [];
    if (!block || !name) return [];
    const edits = [insertLines(file, firstRuleLine(file, block, name), [ruleFor(name)])];
    return [{ title: `Accept established and related connections first in ${name}`, edits, preferred: true }];
  },
});

function ruleFor(chain: string): string {
  return `-A ${chain} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT`;
}

/** What of connections that are let pass surely does not pass a chain, in words. */
function lostIn(table: PacketTable, hook: Hook): string | undefined {
  if (table.mayUntrack) return undefined;
  const { family } = table;
  if (hook === 'INPUT' && !wallOf(table, 'OUTPUT')) {
    const isShut = !table.mayPass('INPUT', packetBox(family, {}));
    const far = FAR.filter((address) => address.includes(':') === (family === 6));
    const out = packetBox(family, { ...NEW, client: 'source', output: 'not lo', to: far });
    if (!isShut && isLost(table, hook, answersTo(out, family)))
      return 'the replies to what this machine asks of others';
    if (!isShut && isLeftOut(table, hook, packetBox(family, NAMES)))
      return 'the answers of name servers, which come by UDP';
  }
  const there = hook === 'FORWARD' ? hook : hook === 'INPUT' ? 'OUTPUT' : 'INPUT';
  for (const { box, line } of openings(table, there)) {
    if (isLost(table, hook, answersTo(box, family))) return `the replies to what line ${line + 1} accepts`;
  }
  for (const { box, line } of openings(table, hook)) {
    if (isLost(table, hook, laterOf(box, family))) return `all but the first packet of what line ${line + 1} accepts`;
  }
  return undefined;
}

/** What answers a look-up of a name. */
const NAMES = {
  protocol: 'udp',
  states: ['ESTABLISHED'],
  client: 'destination',
  sourcePorts: [53],
  input: 'not lo',
} as const;

const NEW = { protocol: 'tcp', flags: ['SYN'], states: ['NEW'] } as const;

function* openings(table: PacketTable, hook: Hook): Generator<{ readonly box: Box; readonly line: number }> {
  const outside: PacketWords = { ...NEW, ...(hook === 'OUTPUT' ? { output: 'not lo' } : { input: 'not lo' }) };
  let count = 0;
  for (const { chain, boxes, step, path } of admissionsOf(table.reach, hook, packetBox(table.family, outside))) {
    if (toolOf(chain.name) !== undefined) continue;
    if (++count > MOST_LOOKED_AT) return;
    // A rule that asks for the client's port is one for answers.
    const box = boxes.find((one) => one.on(AXES[table.family].sourcePort).contains(clientPorts(table.family)));
    // What rules above it take, it accepts for nothing.
    if (box && !table.reach.mayGetTo([...path.places, { chain, before: step }], [box])) continue;
    const says = step.parts.every((part) => part.box.isEverything) ? (path.places.at(-1)?.before ?? step) : step;
    if (box) yield { box, line: says.line };
  }
}

function isLost(table: PacketTable, hook: Hook, packets: Box | undefined): boolean {
  return packets !== undefined && !table.mayPass(hook, packets);
}

/** It is lost at the wall, and no rule above refuses it by itself. */
function isLeftOut(table: PacketTable, hook: Hook, packets: Box): boolean {
  const refuser = refuserOf(table.reach, hook, packets, table.policyOf(hook));
  return refuser !== undefined && (refuser === 'policy' || refuser.isCut);
}
