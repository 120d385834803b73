// One packet to try: a point in each dimension, and an answer to each literal that was asked. All that is free is chosen.

import type { Family } from '../../vocabulary/schema.ts';
import type { Box } from '../box.ts';
import type { Packet } from '../dimensions.ts';
import { AXES } from '../dimensions.ts';
import type { Literal } from '../literal.ts';
import type { Intervals, Point } from '../sets/intervals.ts';
import type { Random } from './random.ts';

/** The character behind all that names of interfaces are made of. */
const LATE_NAME = '~';

/** What few rules speak of, by the index of the axis: a packet like this gets past most rules that do not ask for it. */
const COMMON: readonly (Point | undefined)[] = [
  ...[
    253,
    undefined,
    undefined,
    50123,
    50321,
    250 * 256 + 250,
    `${LATE_NAME}in`,
    `${LATE_NAME}out`,
    2,
    24,
    0,
    77,
    28,
    333,
  ],
  ...[0x020000c0ffee, 0, 54321, 54321, 1, 1],
];
const V4_ADDRESSES = [0xcb00714d, 0xc6336463] as const;
const V6_ADDRESSES = [0x2001_0db8_fff0_0000_0000_0000_0000_0123n, 0x2001_0db8_ffe0_0000_0000_0000_0000_0456n] as const;

const USUAL: Readonly<Record<Family, readonly Point[]>> = { 4: usual(V4_ADDRESSES), 6: usual(V6_ADDRESSES) };

function usual([source, destination]: readonly [Point, Point]): readonly Point[] {
  return COMMON.map((point, i) => point ?? (i === 1 ? source : destination));
}

export class Probe {
  /** By the index of the axis. */
  readonly points: readonly Point[];
  /** Literals that hold, by their keys. All others do not. */
  private readonly held: ReadonlySet<string>;

  constructor(points: readonly Point[], held: ReadonlySet<string>) {
    this.points = points;
    this.held = held;
  }

  /** A packet of a box. Where the box asks for what few packets are, the point is one of its ends, or lies between them. */
  static of(box: Box, family: Family, random: Random): Probe {
    const points = USUAL[family].slice();
    for (const set of box.sets) {
      const { index } = set.axis;
      const usualPoint = points[index];
      if (usualPoint === undefined || !set.has(usualPoint)) points[index] = pointOf(set, random);
    }
    const held =
      box.literals.length === 0 ? NONE : new Set(box.literals.flatMap(({ negated, key }) => (negated ? [] : [key])));
    return new Probe(points, held);
  }

  /** The keys of literals that hold. */
  get literals(): ReadonlySet<string> {
    return this.held;
  }

  holds({ key, negated }: Literal): boolean {
    return this.held.has(key) !== negated;
  }

  /** Whether the packet is in the box. */
  isIn({ sets, literals }: Box): boolean {
    for (const set of sets) {
      const point = this.points[set.axis.index];
      if (point === undefined || !set.has(point)) return false;
    }
    return literals.every((literal) => this.holds(literal));
  }

  /** The packet in the dimensions of a box, for people and for the trace. */
  packet(family: Family): Packet {
    const packet: { [name: string]: Point } = {};
    for (const axis of Object.values(AXES[family])) {
      const point = this.points[axis.index];
      if (point !== undefined) packet[axis.name] = point;
    }
    return packet;
  }
}

const NONE: ReadonlySet<string> = new Set();

function pointOf(set: Intervals, random: Random): Point {
  const { cuts, axis } = set;
  const part = 2 * random.below(Math.ceil(cuts.length / 2));
  const first = cuts[part] ?? axis.first;
  const end = cuts[part + 1];
  if (typeof first === 'string') return nameFrom(set, first);
  const last = lastOf(end, axis.last, first);
  const way = random.below(4);
  if (way === 0) return first;
  if (way === 1) return last;
  if (typeof first === 'bigint' || typeof last === 'bigint') {
    const [from, to] = [BigInt(first), BigInt(last)];
    return from + ((to - from) * BigInt(random.below(1 << 16))) / BigInt(1 << 16);
  }
  return first + Math.floor(((last - first) * random.below(1 << 16)) / (1 << 16));
}

/** How far a set without an end is looked at: lengths of packets. */
const FAR = 4096;

function lastOf(end: Point | undefined, last: Point | undefined, first: number | bigint): number | bigint {
  if (typeof end === 'bigint') return end - 1n;
  if (typeof end === 'number') return end - 1;
  if (typeof last === 'bigint' || typeof last === 'number') return last;
  return typeof first === 'bigint' ? first : first + FAR;
}

/** A name of an interface that the set takes from here on, as few rules speak of as may be. */
function nameFrom(set: Intervals, first: string): string {
  const stem = first.replace('\0', '');
  for (const tail of TAILS) {
    const name = stem + tail;
    if (name !== '' && set.has(name)) return name;
  }
  return first;
}

const TAILS = [LATE_NAME, '9', '0', 'a', 'Z', '-', '.', '_', 'A', 'z', ''];
