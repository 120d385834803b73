// Packets as the filter sees them once nat has given them another destination.

import { Box } from '../../analysis/box.ts';
import { AXES, type Dimension } from '../../analysis/dimensions.ts';
import { packetBox } from '../../analysis/packet-box.ts';
import { type Admission, admissionsOf } from '../../analysis/reach/admission.ts';
import { pointOf } from '../../analysis/sets/addresses.ts';
import type { Intervals, Point } from '../../analysis/sets/intervals.ts';
import { statesSet } from '../../analysis/sets/states.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { readValue } from '../../vocabulary/values/index.ts';
import type { Meaning } from '../../vocabulary/values/meaning.ts';
import type { PacketTable } from '../packets.ts';
import { toolOf } from './known-tools.ts';
import { isTo } from './targets.ts';

/** What a rule writes: addresses and ports, both ends included; what is missing stays as it is. */
export interface Rewriting {
  readonly addresses?: { readonly first: Point; readonly last: Point };
  readonly ports?: { readonly first: number; readonly last: number };
}

/** A rule of nat PREROUTING, what it writes, and what comes of the connections that meet it. */
export interface Translated {
  readonly admission: Admission;
  readonly writes: Rewriting;
  /** The first packets, by protocol and way. */
  readonly boxes: readonly Box[];
}

/** By table as one look at a file has it, and target. */
const known = new WeakMap<PacketTable, Map<string, readonly Translated[]>>();

/** What the rules with a target of nat PREROUTING make of new TCP and UDP connections. A tool's own are left out. */
export function translationsOf(nat: PacketTable, target: 'DNAT' | 'REDIRECT'): readonly Translated[] {
  const own = known.get(nat) ?? new Map<string, readonly Translated[]>();
  known.set(nat, own);
  const found = own.get(target) ?? findTranslations(nat, target);
  own.set(target, found);
  return found;
}

function findTranslations(nat: PacketTable, target: 'DNAT' | 'REDIRECT'): readonly Translated[] {
  const found: Translated[] = [];
  const told = new Set<number>();
  for (const admission of newcomers(nat, target)) {
    const { line } = admission.step;
    const writes = rewritingOf(nat, line, target);
    if (!writes || told.has(line)) continue;
    told.add(line);
    const boxes = admission.boxes.flatMap((box) => behind(box, writes, nat.family) ?? []);
    found.push({ admission, writes, boxes });
  }
  return found;
}

/** What the rules with TPROXY of mangle PREROUTING give to a program: new TCP and UDP connections, which nothing translates. */
export function divertedOf(mangle: PacketTable): readonly Translated[] {
  return [...newcomers(mangle, 'TPROXY')].map((admission) => ({
    admission,
    writes: {},
    boxes: admission.boxes.map((box) => box.only(UNTRANSLATED)),
  }));
}

/** What rules of PREROUTING with a target take of new TCP and UDP connections of other machines. A tool's own are left out. */
function* newcomers(table: PacketTable, target: string): Iterable<Admission> {
  for (const protocol of ['tcp', 'udp'] as const) {
    const packets = packetBox(table.family, { protocol, client: 'source', input: 'not lo', states: ['NEW'] });
    yield* admissionsOf(table.reach, 'PREROUTING', packets, ({ name, steps }) =>
      toolOf(name) === undefined ? steps.filter((step) => isTo(step, [target])) : [],
    );
  }
}

/** What the target of a line writes; undefined where that is not certain. */
export function rewritingOf(table: PacketTable, line: number, target: 'DNAT' | 'REDIRECT'): Rewriting | undefined {
  const rule = table.file.rule(line);
  const name = target === 'DNAT' ? '--to-destination' : '--to-ports';
  const value = rule.options.find((option) => option.name === name)?.values[0];
  if (!value) return target === 'REDIRECT' ? {} : undefined;
  const meaning = value.kind && readValue(value.text, value.kind, { family: rule.family });
  return meaning && rewriting(meaning);
}

function rewriting(meaning: Meaning): Rewriting | undefined {
  if (meaning.kind === 'nat-ports') return { ports: { first: meaning.first, last: meaning.last } };
  if (meaning.kind !== 'nat-range' || meaning.differs) return undefined;
  const { addresses, ports } = meaning;
  return {
    ...(addresses && { addresses: { first: pointOf(addresses.first), last: pointOf(addresses.last) } }),
    ...(ports && { ports: { first: ports.first, last: ports.last } }),
  };
}

const KEPT: readonly Dimension[] = ['protocol', 'source', 'sourcePort', 'inputInterface'];
/** What no other table changes of the first packet of a connection. */
const UNTRANSLATED: readonly Dimension[] = [...KEPT, 'destination', 'destinationPort', 'state', 'flags', 'fragment'];
const SYN = 0x02;

/** The first packet of a connection of a box, translated. */
function behind(box: Box, { addresses, ports }: Rewriting, family: Family): Box | undefined {
  const axes = AXES[family];
  const sets: Intervals[] = [...box.only(KEPT).sets];
  if (addresses) sets.push(axes.destination.span(addresses.first, addresses.last));
  sets.push(ports ? axes.destinationPort.span(ports.first, ports.last) : box.on(axes.destinationPort));
  if (box.on(axes.protocol).has(6)) sets.push(axes.flags.point(SYN));
  for (const name of ['NEW', 'DNAT']) {
    const states = statesSet(axes.state, [{ name }]);
    if (states) sets.push(states);
  }
  return Box.of([...sets, axes.fragment.point(0)]);
}

/** An address that a machine has for itself. */
export function isLoopback(address: Point): boolean {
  return typeof address === 'bigint' ? address === 1n : typeof address === 'number' && address >>> 24 === 127;
}
