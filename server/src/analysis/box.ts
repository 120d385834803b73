// A box: a set in each dimension and some literals, all of which a packet has to meet. Most rules are one.

import type { Dimension, Packet } from './dimensions.ts';
import { isOpposite, isSame, type Literal, negation } from './literal.ts';
import type { Axis, Intervals, Point } from './sets/intervals.ts';

const NO_LITERALS: readonly Literal[] = [];

export class Box {
  /** In the order of their axes. None of them is everything, and none is nothing. */
  readonly sets: readonly Intervals[];
  /** None stands twice or against another. */
  readonly literals: readonly Literal[];

  private constructor(sets: readonly Intervals[], literals: readonly Literal[]) {
    this.sets = sets;
    this.literals = literals;
  }

  /** Takes every packet. */
  static readonly everything = new Box([], NO_LITERALS);

  /** The packets that meet all of this; undefined where surely none does. Sets of one dimension may come several times. */
  static of(sets: readonly Intervals[], literals: readonly Literal[] = NO_LITERALS): Box | undefined {
    const kept: Intervals[] = [];
    for (const set of sets) {
      if (!put(kept, set)) return undefined;
    }
    const asked = literals.length === 0 ? NO_LITERALS : joined(literals);
    // An array that was pushed to keeps room for more; many boxes may be kept.
    return asked && new Box(kept.slice(), asked === NO_LITERALS ? asked : asked.slice());
  }

  /** Takes the packets for which one literal holds. */
  static asking(literal: Literal): Box {
    return new Box([], [literal]);
  }

  get isEverything(): boolean {
    return this.sets.length === 0 && this.literals.length === 0;
  }

  /** What the box takes in one dimension. */
  on(axis: Axis): Intervals {
    for (const set of this.sets) if (set.axis === axis) return set;
    return axis.everything;
  }

  /** What it asks in these dimensions, and nothing else. */
  only(dimensions: readonly Dimension[]): Box {
    return new Box(
      this.sets.filter(({ axis }) => dimensions.includes(axis.name)),
      NO_LITERALS,
    );
  }

  intersect(other: Box): Box | undefined {
    if (other.isEverything) return this;
    if (this.isEverything) return other;
    const sets = bothOf(this.sets, other.sets);
    if (!sets) return undefined;
    if (other.literals.length === 0) return new Box(sets, this.literals);
    if (this.literals.length === 0) return new Box(sets, other.literals);
    const literals = joined([...this.literals, ...other.literals]);
    return literals && new Box(sets, literals);
  }

  /** False where surely no packet is in both. */
  intersects(other: Box): boolean {
    const others = other.sets;
    let at = 0;
    let own = others[0];
    for (const set of this.sets) {
      while (own && own.axis.index < set.axis.index) own = others[++at];
      if (!own) break;
      if (own.axis === set.axis && !set.intersects(own)) return false;
    }
    if (this.literals.length === 0 || other.literals.length === 0) return true;
    return !this.literals.some((one) => other.literals.some((two) => isOpposite(one, two)));
  }

  /** True where every packet of the other surely is in this one. */
  contains(other: Box): boolean {
    return (
      this.literals.every((one) => other.literals.some((two) => isSame(one, two))) &&
      this.sets.every((set) => set.contains(other.on(set.axis)))
    );
  }

  /** The packets of this box that may not be in the other, as boxes of which no two overlap. */
  minus(other: Box): readonly Box[] {
    if (!this.intersects(other)) return [this];
    const left: Box[] = [];
    let rest: Box = this;
    for (const set of other.sets) {
      const own = rest.on(set.axis);
      const outside = own.minus(set);
      if (!outside.isNothing) left.push(rest.with(outside));
      rest = rest.with(own.intersect(set));
    }
    for (const literal of other.literals) {
      if (rest.literals.some((own) => isSame(own, literal))) continue;
      left.push(new Box(rest.sets, [...rest.literals, negation(literal)]));
      rest = new Box(rest.sets, [...rest.literals, literal]);
    }
    return left;
  }

  /** Whether a packet is in the box; undefined where that hangs on what is not known of it. */
  has(packet: Packet, answer: (literal: Literal) => boolean | undefined): boolean | undefined {
    let isSure = true;
    for (const set of this.sets) {
      const point = packet[set.axis.name];
      if (point === undefined) isSure = false;
      else if (!set.has(point)) return false;
    }
    for (const literal of this.literals) {
      const holds = answer(literal) ?? literal.test?.(packet);
      if (holds === undefined) isSure = false;
      else if (holds === literal.negated) return false;
    }
    return isSure ? true : undefined;
  }

  /** A packet of the box as far as its sets go. A dimension that it does not ask about is left out. */
  sample(): Packet {
    const packet: { -readonly [D in keyof Packet]: Packet[D] } = {};
    for (const set of this.sets) {
      const point = sampleOf(set);
      if (point !== undefined) packet[set.axis.name] = point;
    }
    return packet;
  }

  /** The same with another set in one dimension, which is not nothing. */
  private with(set: Intervals): Box {
    const sets = this.sets.filter(({ axis }) => axis !== set.axis);
    put(sets, set);
    return new Box(sets, this.literals);
  }
}

/** What two boxes ask for in all dimensions; undefined where nothing is in both. */
function bothOf(sets: readonly Intervals[], others: readonly Intervals[]): readonly Intervals[] | undefined {
  const both: Intervals[] = [];
  let at = 0;
  let other = others[0];
  for (const set of sets) {
    for (; other && other.axis.index < set.axis.index; other = others[++at]) both.push(other);
    if (other?.axis !== set.axis) {
      both.push(set);
      continue;
    }
    const common = set.intersect(other);
    if (common.isNothing) return undefined;
    both.push(common);
    other = others[++at];
  }
  for (; other; other = others[++at]) both.push(other);
  // An array that was pushed to keeps room for more; many boxes may be kept.
  return both.slice();
}

/** Adds a set to those of a box, in the order of their axes. False where nothing is left. */
function put(sets: Intervals[], set: Intervals): boolean {
  if (set.isNothing) return false;
  if (set.isEverything) return true;
  let at = sets.length;
  while (at > 0 && (sets[at - 1]?.axis.index ?? 0) > set.axis.index) at--;
  const own = sets[at - 1];
  if (own?.axis !== set.axis) {
    sets.splice(at, 0, set);
    return true;
  }
  const both = own.intersect(set);
  sets[at - 1] = both;
  return !both.isNothing;
}

/** Literals, each once; undefined where one stands against another. */
function joined(literals: readonly Literal[]): readonly Literal[] | undefined {
  const kept: Literal[] = [];
  for (const literal of literals) {
    if (kept.some((one) => isOpposite(one, literal))) return undefined;
    if (!kept.some((one) => isSame(one, literal))) kept.push(literal);
  }
  return kept;
}

/** What may stand in a name at the place where a set of names begins. */
const CHARACTERS = 'a0-._AZz9';

/** A point of a set. Of names it is one without the character that no name has, where there is such a one. */
function sampleOf(set: Intervals): Point | undefined {
  const { least } = set;
  if (typeof least !== 'string' || !least.includes('\0')) return least;
  for (const character of CHARACTERS) {
    const name = least.replace('\0', character);
    if (set.has(name)) return name;
  }
  return least;
}
