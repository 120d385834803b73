// The conditions of a rule as a set of packets: boxes, any of which takes the packet, with what operations need of them.

import type { Family } from '../vocabulary/schema.ts';
import { Box } from './box.ts';
import type { Packet } from './dimensions.ts';
import { isRepeatable, type Literal } from './literal.ts';

/** Of more boxes than this nothing is made; whoever joins so many goes without. */
const MOST_BOXES = 64;

const UNANSWERED = (): undefined => undefined;

export class Conditions {
  readonly family: Family;
  /** Mostly one; none where no packet can match. */
  readonly boxes: readonly Box[];

  constructor(family: Family, boxes: readonly Box[]) {
    this.family = family;
    this.boxes = boxes;
  }

  /** Surely no packet matches. */
  get isNothing(): boolean {
    return this.boxes.length === 0;
  }

  /** Surely every packet matches. */
  get isEverything(): boolean {
    return this.boxes.some(({ isEverything }) => isEverything) || this.takesAll(Box.everything);
  }

  /** Whether a packet may match both; false: surely none does. */
  intersects(other: Conditions): boolean {
    return this.boxes.some((one) => other.boxes.some((two) => one.intersects(two)));
  }

  /** Whether every packet that may match the other surely matches this one. What is unknown counts as the worst. */
  contains(other: Conditions): boolean {
    return other.boxes.every((box) => this.boxes.some((own) => own.contains(box)) || this.takesAll(box));
  }

  /** The packets that match both; undefined where that would take too many boxes. */
  intersect(other: Conditions): Conditions | undefined {
    if (this.boxes.length * other.boxes.length > MOST_BOXES) return undefined;
    const boxes = this.boxes.flatMap((one) => other.boxes.flatMap((two) => one.intersect(two) ?? []));
    return new Conditions(this.family, boxes);
  }

  /**
   * The packets that do not match; undefined where a literal answers anew each time, or where that would take too many
   * boxes.
   */
  complement(): Conditions | undefined {
    let left: readonly Box[] = [Box.everything];
    for (const box of this.boxes) {
      if (!box.literals.every(isRepeatable)) return undefined;
      left = left.flatMap((rest) => rest.minus(box));
      if (left.length > MOST_BOXES) return undefined;
    }
    return new Conditions(this.family, left);
  }

  /** Whether a packet matches; undefined where that hangs on what is not known: of the packet, or what a literal asks. */
  has(packet: Packet, answer: (literal: Literal) => boolean | undefined = UNANSWERED): boolean | undefined {
    let isSure = true;
    for (const box of this.boxes) {
      const found = box.has(packet, answer);
      if (found) return true;
      if (found === undefined) isSure = false;
    }
    return isSure ? false : undefined;
  }

  /** A packet that matches if the literals of its box hold; undefined where none does. A box without any is preferred. */
  sample(): Packet | undefined {
    const box = this.boxes.find(({ literals }) => literals.length === 0) ?? this.boxes[0];
    return box?.sample();
  }

  /** Whether the boxes together take another. Gives up, with no, where the rest falls into too many parts. */
  private takesAll(whole: Box): boolean {
    if (this.boxes.length < 2) return false;
    let left: readonly Box[] = [whole];
    for (const own of this.boxes) {
      left = left.flatMap((box) => box.minus(own));
      if (left.length === 0) return true;
      if (left.length > MOST_BOXES) return false;
    }
    return false;
  }
}
