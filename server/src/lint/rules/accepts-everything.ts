// A rule that lets in everything from everywhere, below a policy that means to refuse.

import type { Box } from '../../analysis/box.ts';
import { AXES, type Dimension } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { type Admission, admissionsOf, getsTo } from '../../analysis/reach/admission.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import type { Step } from '../../analysis/reach/step.ts';
import { NEW_UNTRANSLATED } from '../../analysis/sets/states.ts';
import { fateOf } from '../../analysis/verdict.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { isVirtualInterface, toolOf } from '../common/known-tools.ts';
import { isWorld, Outside, WORLD } from '../common/outside.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

const SYN = 0x02;
/** What begins a connection, and of what a rule may let in everything. */
const FIRST_PACKETS = [
  { protocol: 'tcp', flags: ['SYN'], states: ['NEW'], client: 'source' },
  { protocol: 'udp', states: ['NEW'], client: 'source' },
] as const;
type Protocol = (typeof FIRST_PACKETS)[number]['protocol'];
/** What a rule that lets in everything leaves open. */
const OPEN: readonly Dimension[] = [
  'destination',
  'sourcePort',
  'icmp',
  'ttl',
  'tos',
  'length',
  'mac',
  'packetType',
  'user',
  'group',
  'sourceType',
  'destinationType',
];

export const acceptsEverything = lintRule({
  name: 'accepts-everything',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule that accepts every new connection from outside, under a policy of DROP.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const table = tables.find(({ block }) => block.table === 'filter');
    if (!table) return;
    const outside = new Outside(tables);
    const told = new Set<number>();
    for (const hook of ['INPUT', 'FORWARD'] as const) {
      if (!isShut(table, hook)) continue;
      const found = firstOpen(table, outside, hook);
      if (!found || told.has(found.line)) continue;
      told.add(found.line);
      report({
        message: `This rule accepts every new connection from outside, so "${hook}" refuses nothing that matters. Ask for a port, a source or ${hook === 'INPUT' ? 'the inner interface' : 'the interfaces'}; for replies "--ctstate ESTABLISHED,RELATED" is enough.`,
        ...table.placeOf(found.line),
      });
    }
  },
});

/** The chain is meant to refuse: by its policy, or by a rule that refuses everything that gets there. */
function isShut(table: PacketTable, hook: string): boolean {
  const chain = table.reach.chain(hook);
  if (!chain) return false;
  return table.policyOf(hook) === 'DROP' || chain.steps.some(({ isCut, verdict }) => isCut && isRefusal(verdict.kind));
}

function isRefusal(kind: string): boolean {
  return kind === 'drop' || kind === 'reject';
}

/** New connections of a protocol from outside, and the rules that accept them and, in their own words, ask for nothing. */
const ASKED = { 4: askedOf(4), 6: askedOf(6) } as const;

function askedOf(family: Family) {
  return FIRST_PACKETS.map((words) => {
    const { protocol } = words;
    const packets = packetBox(family, { ...words, input: 'not lo', from: WORLD[family] });
    const isOne = (box: Box) => isWide(box, family, protocol) && box.intersects(packets);
    const wide = ofSteps((steps) =>
      steps.filter(
        ({ isSure, verdict, parts }) => isSure && fateOf(verdict) === 'accept' && parts.some(({ box }) => isOne(box)),
      ),
    );
    return { protocol, packets, wide };
  });
}

/** The first rule of a hook that lets in all of TCP from outside, else all of UDP. */
function firstOpen(table: PacketTable, outside: Outside, hook: string): Step | undefined {
  for (const { protocol, packets, wide } of ASKED[table.family])
    for (const admission of admissionsOf(table.reach, hook, packets, wide))
      if (isOpen(table, outside, hook, admission, protocol)) return admission.step;
  return undefined;
}

function isOpen(table: PacketTable, outside: Outside, hook: string, admission: Admission, protocol: Protocol): boolean {
  const { chain, path, boxes } = admission;
  if (toolOf(chain.name) || path.places.some(({ before }) => !before.isSure)) return false;
  const { family } = table;
  const { inputInterface, outputInterface } = AXES[family];
  // What it was joined with asks for one protocol.
  if (!path.boxes.some((one) => isWide(one, family, protocol))) return false;
  const ways = boxes.some(
    (box) =>
      outside.isOuter(box.on(inputInterface)) &&
      isNotVirtual(box, family) &&
      (hook === 'INPUT' || box.on(outputInterface).has('zz9')),
  );
  return ways && getsTo(table.reach, admission, boxes);
}

function isWide(box: Box, family: Family, protocol: Protocol): boolean {
  const axes = AXES[family];
  if (box.literals.length > 0 || !isWorld(box.on(axes.source), family)) return false;
  if (!box.on(axes.protocol).has(protocol === 'tcp' ? 6 : 17)) return false;
  if (protocol === 'tcp' && !box.on(axes.flags).has(SYN)) return false;
  // What nat has given another destination, that somebody wanted to come in.
  if (!box.on(axes.state).has(NEW_UNTRANSLATED)) return false;
  // 1:65535 is how people write all ports.
  if (!box.on(axes.destinationPort).contains(axes.destinationPort.span(1, 0xffff))) return false;
  return OPEN.every((dimension) => box.on(axes[dimension]).isEverything);
}

function isNotVirtual(box: Box, family: Family): boolean {
  const name = box.on(AXES[family].inputInterface).least;
  return typeof name !== 'string' || name === '' || !isVirtualInterface(name);
}
