// Sets of points on one axis: ports, addresses, states, names of interfaces. Each is kept as the places where it begins and ends.

import type { Dimension } from '../dimensions.ts';

/** Points of one axis are of one type. They are in the order of `<`, that of text by UTF-16 units. */
export type Point = number | bigint | string;

/** Points from the first to the last, both included; none where the first is above the last. */
export interface Span {
  readonly first: Point;
  readonly last: Point;
}

/** More different sets than most files have; a bound so that a hostile file cannot fill the memory. */
const MOST_KEPT = 8192;

/** The points that a packet may have in one dimension, and the sets of them. */
export class Axis {
  readonly name: Dimension;
  /** The order of the dimensions in a box. */
  readonly index: number;
  readonly first: Point;
  /** Undefined where there is no end, as with text. */
  readonly last: Point | undefined;
  readonly nothing: Intervals;
  readonly everything: Intervals;
  private readonly kept = new Map<Point, Map<Point, Intervals>>();
  private count = 0;

  constructor(name: Dimension, index: number, first: Point, last: Point | undefined) {
    this.name = name;
    this.index = index;
    this.first = first;
    this.last = last;
    this.nothing = new Intervals(this, []);
    this.everything = new Intervals(this, [first]);
  }

  /** One point; the same object for the same point as long as not too many are kept. */
  point(point: Point): Intervals {
    return this.span(point, point);
  }

  /** The points from `first` to `last`, both included; nothing where they run backwards. */
  span(first: Point, last: Point): Intervals {
    const known = this.kept.get(first)?.get(last);
    if (known) return known;
    const made = this.from(spanCuts(this, first, last));
    if (this.count >= MOST_KEPT) return made;
    this.count++;
    const row = this.kept.get(first);
    if (row) row.set(last, made);
    else this.kept.set(first, new Map([[last, made]]));
    return made;
  }

  /** The points of all these spans, which may lie in any order and over each other. */
  spans(spans: readonly Span[]): Intervals {
    const [only] = spans;
    if (spans.length === 1 && only) return this.span(only.first, only.last);
    const sorted = spans
      .filter(({ first, last }) => !isBefore(last, first))
      .sort((a, b) => (isBefore(a.first, b.first) ? -1 : isBefore(b.first, a.first) ? 1 : 0));
    const cuts: Point[] = [];
    for (const { first, last } of sorted) {
      const [from = first, to] = spanCuts(this, first, last);
      const isOpen = cuts.length % 2 === 1;
      const end = cuts.at(-1);
      if (isOpen) break;
      if (end === undefined || isBefore(end, from)) {
        cuts.push(from);
        if (to !== undefined) cuts.push(to);
      } else if (to === undefined) cuts.pop();
      else if (isBefore(end, to)) cuts[cuts.length - 1] = to;
    }
    return this.from(cuts);
  }

  /** The set that begins at the first of these places, ends before the second, begins again at the third. */
  from(cuts: readonly Point[]): Intervals {
    if (cuts.length === 0) return this.nothing;
    if (cuts.length === 1 && cuts[0] === this.first) return this.everything;
    return new Intervals(this, cuts);
  }
}

/** A set of points of an axis. Sets of two axes never meet. */
export class Intervals {
  readonly axis: Axis;
  /** Where the set begins, where it ends (the first point that is not in it), where it begins again ... */
  readonly cuts: readonly Point[];

  constructor(axis: Axis, cuts: readonly Point[]) {
    this.axis = axis;
    this.cuts = cuts;
  }

  get isNothing(): boolean {
    return this.cuts.length === 0;
  }

  get isEverything(): boolean {
    return this.cuts.length === 1 && this.cuts[0] === this.axis.first;
  }

  has(point: Point): boolean {
    let low = 0;
    let high = this.cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const cut = this.cuts[middle];
      if (cut === undefined || isBefore(point, cut)) high = middle;
      else low = middle + 1;
    }
    return low % 2 === 1;
  }

  /** The first of the points; undefined where there is none. */
  get least(): Point | undefined {
    return this.cuts[0];
  }

  complement(): Intervals {
    const [first] = this.cuts;
    return this.axis.from(first === this.axis.first ? this.cuts.slice(1) : [this.axis.first, ...this.cuts]);
  }

  intersect(other: Intervals): Intervals {
    if (this === other || other.isEverything) return this;
    if (this.isEverything) return other;
    if (this.cuts.length <= 2 && other.cuts.length <= 2) return this.stretchIn(other);
    return this.axis.from(merge(this.cuts, other.cuts, both));
  }

  /** The same for two sets without a gap, neither of which is nothing. */
  private stretchIn(other: Intervals): Intervals {
    const [from, to] = this.cuts;
    const [otherFrom, otherTo] = other.cuts;
    if (from === undefined || otherFrom === undefined) return this.axis.nothing;
    const isLater = !isBefore(from, otherFrom);
    const endsSooner = otherTo === undefined || (to !== undefined && !isBefore(otherTo, to));
    if (isLater && endsSooner) return this;
    if (!isBefore(otherFrom, from) && (to === undefined || (otherTo !== undefined && !isBefore(to, otherTo))))
      return other;
    const first = isLater ? from : otherFrom;
    const end = endsSooner ? to : otherTo;
    if (end === undefined) return this.axis.from([first]);
    return isBefore(first, end) ? this.axis.from([first, end]) : this.axis.nothing;
  }

  union(other: Intervals): Intervals {
    if (this === other || other.isNothing) return this;
    if (this.isNothing) return other;
    return this.axis.from(merge(this.cuts, other.cuts, either));
  }

  minus(other: Intervals): Intervals {
    return this.axis.from(merge(this.cuts, other.cuts, firstAlone));
  }

  intersects(other: Intervals): boolean {
    if (this === other) return !this.isNothing;
    return haveCommon(this.cuts, other.cuts);
  }

  /** Every point of the other is in this one. */
  contains(other: Intervals): boolean {
    return this === other || this.isEverything || isWithin(other.cuts, this.cuts);
  }

  equals(other: Intervals): boolean {
    const { cuts } = other;
    return this === other || (cuts.length === this.cuts.length && this.cuts.every((cut, at) => cut === cuts[at]));
  }

  /** The set in its parts, each without a gap, lowest first. */
  parts(): readonly Intervals[] {
    const parts: Intervals[] = [];
    for (let at = 0; at < this.cuts.length; at += 2) parts.push(this.axis.from(this.cuts.slice(at, at + 2)));
    return parts;
  }
}

/** `a < b`: points of one axis are of one type. */
function isBefore(a: Point, b: Point): boolean {
  return (a as number) < (b as number);
}

function spanCuts({ last: end }: Axis, first: Point, last: Point): readonly Point[] {
  if (isBefore(last, first)) return [];
  return last === end ? [first] : [first, behind(last)];
}

/** The next point. Text has none before the one that continues it with the lowest character, which no name has. */
function behind(point: Point): Point {
  if (typeof point === 'string') return `${point}\0`;
  return typeof point === 'bigint' ? point + 1n : point + 1;
}

/** Whether a point belongs to a result, by whether it is in the one set and in the other; false for neither. */
type Choice = (inFirst: boolean, inSecond: boolean) => boolean;
const both: Choice = (a, b) => a && b;
const either: Choice = (a, b) => a || b;
const firstAlone: Choice = (a, b) => a && !b;

function merge(first: readonly Point[], second: readonly Point[], choice: Choice): readonly Point[] {
  const cuts: Point[] = [];
  walk(first, second, (at, a, b) => {
    if (choice(a, b) === (cuts.length % 2 === 0)) cuts.push(at);
  });
  return cuts;
}

/** Whether any point is in both. */
function haveCommon(first: readonly Point[], second: readonly Point[]): boolean {
  let i = 0;
  let j = 0;
  while (i < first.length && j < second.length) {
    if (endsBefore(first, i, second[j])) i += 2;
    else if (endsBefore(second, j, first[i])) j += 2;
    else return true;
  }
  return false;
}

/** The part of a set that begins at a cut has ended where a point comes. */
function endsBefore(cuts: readonly Point[], at: number, point: Point | undefined): boolean {
  const end = cuts[at + 1];
  return end !== undefined && point !== undefined && !isBefore(point, end);
}

/** Whether every point of the one set is in the other. */
function isWithin(inner: readonly Point[], outer: readonly Point[]): boolean {
  let j = 0;
  for (let i = 0; i < inner.length; i += 2) {
    const from = inner[i];
    while (j < outer.length && endsBefore(outer, j, from)) j += 2;
    const begin = outer[j];
    if (from === undefined || begin === undefined || isBefore(from, begin)) return false;
    const [to, end] = [inner[i + 1], outer[j + 1]];
    if (end !== undefined && (to === undefined || isBefore(end, to))) return false;
  }
  return true;
}

/** Steps through the cuts of two sets in order, telling which sets hold the points from there on. */
function walk(
  first: readonly Point[],
  second: readonly Point[],
  step: (at: Point, inFirst: boolean, inSecond: boolean) => void,
): void {
  let i = 0;
  let j = 0;
  while (i < first.length || j < second.length) {
    const a = first[i];
    const b = second[j];
    const isFirst = a !== undefined && (b === undefined || !isBefore(b, a));
    const isSecond = b !== undefined && (a === undefined || !isBefore(a, b));
    if (isFirst) i++;
    if (isSecond) j++;
    const at = isFirst ? a : b;
    if (at !== undefined) step(at, i % 2 === 1, j % 2 === 1);
  }
}
