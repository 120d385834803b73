// A rule that lets in everything from everywhere, below a policy that means to refuse.

import { Box } from '../../analysis/box.ts';
import { AXES, type Dimension } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { type Admission, admissionsOf, getsTo } from '../../analysis/reach/admission.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import { joint } from '../../analysis/reach/paths.ts';
import type { Step } from '../../analysis/reach/step.ts';
import type { Intervals } from '../../analysis/sets/intervals.ts';
import { NEW_UNTRANSLATED } from '../../analysis/sets/states.ts';
import { fateOf } from '../../analysis/verdict.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { isVirtualInterface, toolOf } from '../common/known-tools.ts';
import { isAllOfWorld, isLargePart, isWorld, nameIn, type Outside, outsideOf, WORLD } from '../common/outside.ts';
import { listed } from '../common/words.ts';
import type { PacketTable } from '../packets.ts';
import { lintRule } from '../rule.ts';

const SYN = 0x02;
/** What begins a connection, and of what a rule may let in everything. */
const FIRST_PACKETS = [
  { protocol: 'tcp', flags: ['SYN'], states: ['NEW'], client: 'source' },
  { protocol: 'udp', states: ['NEW'], client: 'source' },
] as const;
type Hook = keyof typeof KINDS;
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
  'user',
  'group',
  'sourceType',
];
/** Packets to this machine, as the link says. */
const TO_US = 0;
/** What addrtype calls addresses of this machine, and those of another one. */
const KINDS = { INPUT: 2, FORWARD: 1 } as const;

export const acceptsEverything = lintRule({
  name: 'accepts-everything',
  severity: 'warning',
  category: 'packets',
  finds: 'A rule that accepts every new connection from outside, under a policy of DROP.',
  looksAt: 'packets',
  checkFile(tables, report) {
    const table = tables.find(({ block }) => block.table === 'filter');
    if (!table) return;
    const outside = outsideOf(tables);
    const told = new Set<number>();
    for (const hook of ['INPUT', 'FORWARD'] as const) {
      if (!isShut(table, hook)) continue;
      const found = firstOpen(table, outside, hook);
      if (!found || told.has(found.step.line)) continue;
      told.add(found.step.line);
      const { step, others, isNearly } = found;
      const slowly = isSlowed(table, step) ? ', if no more at a time than its limit' : '';
      const what = `${isNearly ? 'nearly every' : 'every'} new connection from outside`;
      const who = others.length > 0 ? `This rule and ${listed(others)} accept` : 'This rule accepts';
      report({
        message: `${who} ${what}${slowly}, so "${hook}" refuses nothing that matters. Ask for a port, a source or ${hook === 'INPUT' ? 'the inner interface' : 'the interfaces'}; for replies "--ctstate ESTABLISHED,RELATED" is enough.`,
        ...table.placeOf(step.line),
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
    const { source } = AXES[family];
    const isOne = (box: Box) =>
      isWide(box, family, protocol) && isLargePart(box.on(source), family) && box.intersects(packets);
    const wide = ofSteps((steps) =>
      steps.filter(
        (step) =>
          (step.isSure || step.keepsCount) &&
          fateOf(step.verdict) === 'accept' &&
          step.parts.some(({ box }) => isOne(box)),
      ),
    );
    return { protocol, packets, wide };
  });
}

interface Opening {
  readonly step: Step;
  /** The lines of other rules without which it would not open everything. */
  readonly others: readonly number[];
  /** A few ports are left out. */
  readonly isNearly: boolean;
}

/** The first rule of a hook with which all of TCP from outside is let in, else all of UDP. */
function firstOpen(table: PacketTable, outside: Outside, hook: Hook): Opening | undefined {
  const { family } = table;
  const { source, destinationPort } = AXES[family];
  for (const { protocol, packets, wide } of ASKED[family]) {
    let sources = source.nothing;
    const pieces: number[] = [];
    for (const admission of admissionsOf(table.reach, hook, packets, wide)) {
      if (!isOpen(table, outside, hook, admission, protocol)) continue;
      const { step } = admission;
      const own = step.parts.filter(({ box }) => isWide(box, family, protocol)).map(({ box }) => box);
      const whole = own.find((box) => isWorld(box.on(source), family));
      const isNearly = !(whole ? [whole] : own).every((box) => box.on(destinationPort).contains(PORTS[family]));
      if (whole) return { step, others: [], isNearly };
      if (isNearly) continue;
      for (const box of own) sources = sources.union(box.on(source));
      if (isAllOfWorld(sources, family)) return { step, others: pieces, isNearly };
      pieces.push(step.line);
    }
  }
  return undefined;
}

function isOpen(table: PacketTable, outside: Outside, hook: Hook, admission: Admission, protocol: Protocol): boolean {
  const { chain, step, path, boxes } = admission;
  if (!step.isSure && !isSlowed(table, step)) return false;
  if (toolOf(chain.name) || path.places.some(({ before }) => !before.isSure)) return false;
  const { family } = table;
  const { inputInterface, outputInterface, source, destinationType } = AXES[family];
  // What it was joined with asks for one protocol.
  if (!path.boxes.some((one) => isWide(one, family, protocol) && isWorld(one.on(source), family))) return false;
  const ways = boxes.some(
    (box) =>
      outside.isOuter(box.on(inputInterface)) &&
      isNotVirtual(box, family) &&
      box.on(destinationType).has(KINDS[hook]) &&
      (hook === 'INPUT' || box.on(outputInterface).has('zz9') || leadsInside(box.on(outputInterface), outside)),
  );
  return ways && mostGetsThere(table, admission);
}

/** Rules above it leave it more than a few ports. */
function mostGetsThere({ family, reach }: PacketTable, admission: Admission): boolean {
  const { destinationPort } = AXES[family];
  const open = SAMPLES.filter((port) => {
    const only = Box.of([destinationPort.point(port)]);
    const boxes = only && joint(admission.boxes, [only]);
    return boxes && boxes.length > 0 && getsTo(reach, admission, boxes);
  });
  return open.length * 4 >= SAMPLES.length * 3;
}

/** Ports far apart, of which rules name few. */
const SAMPLES = [7, 113, 873, 1080, 4000, 8081, 31337, 50505];

/** It goes out by one interface, on the other side of the one by which addresses are translated. */
function leadsInside(output: Intervals, { exits }: Outside): boolean {
  const name = nameIn(output);
  return name !== undefined && exits.size > 0 && !exits.has(name) && !isVirtualInterface(name);
}

/** It accepts no faster than a limit, and asks for nothing else that is not certain. */
function isSlowed({ file }: PacketTable, step: Step): boolean {
  if (step.isSure || !step.keepsCount) return false;
  return file
    .rule(step.line)
    .instances.every(({ known: { extension } }) => extension.kind === 'target' || SLOWED.has(extension.name));
}

const SLOWED: ReadonlySet<string> = new Set(['limit', 'tcp', 'udp', 'conntrack', 'state', 'comment']);

function isWide(box: Box, family: Family, protocol: Protocol): boolean {
  const axes = AXES[family];
  if (box.literals.length > 0) return false;
  if (!box.on(axes.protocol).has(protocol === 'tcp' ? 6 : 17)) return false;
  if (protocol === 'tcp' && !box.on(axes.flags).has(SYN)) return false;
  // What nat has given another destination, that somebody wanted to come in.
  if (!box.on(axes.state).has(NEW_UNTRANSLATED)) return false;
  if (!leavesFew(box.on(axes.destinationPort)) || !box.on(axes.packetType).has(TO_US)) return false;
  return OPEN.every((dimension) => box.on(axes[dimension]).isEverything);
}

/** 1:65535 is how people write all ports. */
const PORTS = { 4: AXES[4].destinationPort.span(1, 0xffff), 6: AXES[6].destinationPort.span(1, 0xffff) } as const;
/** A rule for all ports but so many leaves out what nobody wants to have open. */
const MOST_LEFT_OUT = 64;

function leavesFew({ cuts }: Intervals): boolean {
  let left = Number(cuts[0] ?? 0xffff) - 1;
  for (let at = 1; at < cuts.length; at += 2) left += Number(cuts[at + 1] ?? 0x10000) - Number(cuts[at]);
  return left <= MOST_LEFT_OUT;
}

function isNotVirtual(box: Box, family: Family): boolean {
  const name = box.on(AXES[family].inputInterface).least;
  return typeof name !== 'string' || name === '' || !isVirtualInterface(name);
}
