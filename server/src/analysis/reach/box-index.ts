// The boxes of a chain that hold a packet, found without looking at all of them: tuple space search.
// What fixes the same is together in a bucket, in the order of the rules.

import type { Box } from '../box.ts';
import type { Axis, Intervals, Point } from '../sets/intervals.ts';
import type { Probe } from './probe.ts';
import type { Part, Step } from './step.ts';

export interface Entry {
  readonly step: Step;
  readonly part: Part;
}

/** Axes by index: those that are compared whole, and those of addresses and ports, of which a prefix is. */
const SOURCE = 1;
const DESTINATION = 2;
const SOURCE_PORT = 3;
const DESTINATION_PORT = 4;
const WHOLE = [0, 6, 7] as const;

/** Takes a box that holds the packet, the `nth` of its bucket, from 1 on; true: none behind it in the bucket is wanted. */
export type Take = (entry: Entry, nth: number) => boolean;

/** Boxes that fix the same lengths of addresses and ports and the same other dimensions, by what they fix them to. */
interface Tuple {
  /** How many low bits of an address or port are free; -1: all of it. */
  readonly source: number;
  readonly destination: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** A bit for each of `WHOLE`. */
  readonly whole: number;
  readonly buckets: Map<number, Entry[]>;
}

export class BoxIndex {
  private readonly tuples = new Map<number, Tuple>();
  /** Those that ask for a literal to hold, by its key: few packets have any. */
  private readonly byLiteral = new Map<string, Entry[]>();

  /** Puts in the boxes of a step that has its place. */
  add(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const bucket = this.bucketOf(entry.part.box);
      const { at } = entry.step;
      let low = (bucket.at(-1)?.step.at ?? -1) <= at ? bucket.length : 0;
      for (let high = bucket.length; low < high; ) {
        const middle = (low + high) >> 1;
        if ((bucket[middle]?.step.at ?? 0) <= at) low = middle + 1;
        else high = middle;
      }
      if (low === bucket.length) bucket.push(entry);
      else bucket.splice(low, 0, entry);
    }
  }

  remove(step: Step): void {
    for (const { box } of step.parts) {
      const bucket = this.bucketOf(box);
      const at = bucket.findIndex((entry) => entry.step === step);
      if (at >= 0) bucket.splice(at, 1);
    }
  }

  /** Takes those whose box holds the packet and whose step stands before a place, bucket by bucket. */
  find(probe: Probe, before: number, take: Take): void {
    for (const tuple of this.tuples.values()) {
      const bucket = tuple.buckets.get(keyOf(tuple, probe));
      if (bucket) goThrough(bucket, probe, before, take);
    }
    for (const key of probe.literals) {
      const bucket = this.byLiteral.get(key);
      if (bucket) goThrough(bucket, probe, before, take);
    }
  }

  private bucketOf(box: Box): Entry[] {
    const asked = box.literals.find(({ negated }) => !negated);
    if (asked) return bucketIn(this.byLiteral, asked.key);
    let source = -1;
    let destination = -1;
    let sourcePort = -1;
    let destinationPort = -1;
    let whole = 0;
    for (const set of box.sets) {
      const { index } = set.axis;
      if (index === SOURCE) source = freeBits(set);
      else if (index === DESTINATION) destination = freeBits(set);
      else if (index === SOURCE_PORT) sourcePort = freeBits(set);
      else if (index === DESTINATION_PORT) destinationPort = freeBits(set);
      else if (isPoint(set)) whole |= bitOf(index);
    }
    const addresses = (source + 1) * 130 + destination + 1;
    const id = ((addresses * 18 + sourcePort + 1) * 18 + destinationPort + 1) * 8 + whole;
    let tuple = this.tuples.get(id);
    if (!tuple) {
      tuple = { source, destination, sourcePort, destinationPort, whole, buckets: new Map() };
      this.tuples.set(id, tuple);
    }
    return bucketIn(
      tuple.buckets,
      hash(tuple, (index) => box.sets.find(({ axis }) => axis.index === index)?.least ?? 0),
    );
  }
}

function goThrough(bucket: readonly Entry[], probe: Probe, before: number, take: Take): void {
  let nth = 0;
  for (const entry of bucket) {
    if (entry.step.at >= before) return;
    if (probe.isIn(entry.part.box) && take(entry, ++nth)) return;
  }
}

function bucketIn<K>(buckets: Map<K, Entry[]>, key: K): Entry[] {
  const known = buckets.get(key);
  if (known) return known;
  const made: Entry[] = [];
  buckets.set(key, made);
  return made;
}

function bitOf(index: number): number {
  const at = (WHOLE as readonly number[]).indexOf(index);
  return at < 0 ? 0 : 1 << at;
}

function keyOf(tuple: Tuple, { points }: Probe): number {
  return hash(tuple, (index) => points[index] ?? 0);
}

/** The same for a box and all packets in it. Others may have it, too. */
function hash(
  { source, destination, sourcePort, destinationPort, whole }: Tuple,
  pointOn: (index: number) => Point,
): number {
  let key = 0;
  if (source >= 0) key = mix(key, prefix(pointOn(SOURCE), source));
  if (destination >= 0) key = mix(key, prefix(pointOn(DESTINATION), destination));
  if (sourcePort >= 0) key = mix(key, prefix(pointOn(SOURCE_PORT), sourcePort));
  if (destinationPort >= 0) key = mix(key, prefix(pointOn(DESTINATION_PORT), destinationPort));
  for (let i = 0; i < WHOLE.length; i++) if (whole & (1 << i)) key = mix(key, numberOf(pointOn(WHOLE[i] ?? 0)));
  return key;
}

function mix(key: number, value: number): number {
  return (Math.imul(key ^ value, 0x9e3779b1) + (key >>> 15)) | 0;
}

function prefix(point: Point, free: number): number {
  if (typeof point === 'number') return free >= 32 ? 0 : point >>> free;
  if (typeof point === 'bigint') return Number(BigInt.asUintN(32, point >> BigInt(free))) | 0;
  return 0;
}

function numberOf(point: Point): number {
  if (typeof point === 'number') return point;
  let value = 0;
  for (let i = 0; i < String(point).length; i++) value = (Math.imul(value, 31) + String(point).charCodeAt(i)) | 0;
  return value;
}

/** How many low bits are free in the smallest prefix that holds a set of addresses or ports; -1 where that is all of them. */
function freeBits({ cuts, axis }: Intervals): number {
  const [first] = cuts;
  const end = cuts.length % 2 === 0 ? cuts.at(-1) : undefined;
  if (typeof first === 'number') {
    const last = typeof end === 'number' ? end - 1 : Number(axis.last);
    const free = 32 - Math.clz32((first ^ last) >>> 0);
    return free === bitsOf(axis) ? -1 : free;
  }
  if (typeof first !== 'bigint') return -1;
  const last = typeof end === 'bigint' ? end - 1n : BigInt(axis.last ?? 0);
  const differing = first ^ last;
  const free = differing === 0n ? 0 : differing.toString(2).length;
  return free === 128 ? -1 : free;
}

function bitsOf({ last }: Axis): number {
  return last === 0xffff ? 16 : 32;
}

function isPoint({ cuts }: Intervals): boolean {
  const [first, end] = cuts;
  if (cuts.length !== 2) return false;
  return typeof first === 'string' ? end === `${first}\0` : Number(end) - Number(first) === 1;
}
