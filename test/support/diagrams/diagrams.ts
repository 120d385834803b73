// Owns binary decision diagrams: sets of packets as graphs of questions about single bits. A set is the same number each
// time that it is made, so two sets are compared by comparing numbers.

/** A set of packets, good for the `Diagrams` that made it. */
export type Diagram = number;

export const NONE: Diagram = 0;
export const ALL: Diagram = 1;

/** Beyond every bit: where the two ends stand. */
const END = 0x7fffffff;
const AND = 0;
const OR = 1;
const MINUS = 2;
/** Results that are kept at most; a power of 2. */
const MOST_KEPT = 1 << 20;

/** A set takes more room than it is worth. */
export class TooLarge extends Error {}

export class Diagrams {
  private readonly most: number;
  private size = 2;
  private bits = new Int32Array(1 << 12);
  private lows = new Int32Array(1 << 12);
  private highs = new Int32Array(1 << 12);
  /** Open addressing; 0 is a free place. */
  private table = new Int32Array(1 << 13);
  private keptLeft = new Int32Array(1 << 12).fill(-1);
  private keptRight = new Int32Array(1 << 12);
  private keptResult = new Int32Array(1 << 12);

  /** `most` nodes, then `TooLarge` is thrown. */
  constructor(most: number) {
    this.most = most;
    this.bits[NONE] = END;
    this.bits[ALL] = END;
  }

  /** The packets of `low` whose bit is 0, and those of `high` whose bit is 1. Both ask about later bits only. */
  node(bit: number, low: Diagram, high: Diagram): Diagram {
    if (low === high) return low;
    const mask = this.table.length - 1;
    let at = mix(bit, low, high) & mask;
    for (let found = this.table[at] ?? 0; found !== 0; found = this.table[at] ?? 0) {
      if (this.bits[found] === bit && this.lows[found] === low && this.highs[found] === high) return found;
      at = (at + 1) & mask;
    }
    if (this.size >= this.most) throw new TooLarge();
    if (this.size * 2 >= this.table.length) {
      this.grow();
      return this.node(bit, low, high);
    }
    const made = this.size++;
    this.bits[made] = bit;
    this.lows[made] = low;
    this.highs[made] = high;
    this.table[at] = made;
    return made;
  }

  /** The packets whose bit is 1. */
  bit(bit: number): Diagram {
    return this.node(bit, NONE, ALL);
  }

  and(a: Diagram, b: Diagram): Diagram {
    if (a === b || b === ALL) return a;
    if (a === NONE || b === NONE) return NONE;
    if (a === ALL) return b;
    return a < b ? this.apply(AND, a, b) : this.apply(AND, b, a);
  }

  or(a: Diagram, b: Diagram): Diagram {
    if (a === b || b === NONE) return a;
    if (a === ALL || b === ALL) return ALL;
    if (a === NONE) return b;
    return a < b ? this.apply(OR, a, b) : this.apply(OR, b, a);
  }

  minus(a: Diagram, b: Diagram): Diagram {
    if (a === b || a === NONE || b === ALL) return NONE;
    return b === NONE ? a : this.apply(MINUS, a, b);
  }

  not(a: Diagram): Diagram {
    return this.minus(ALL, a);
  }

  /** Whether some packet of the set has these bits; of a bit that is undefined it may have either. */
  hasAny(set: Diagram, bitOf: (bit: number) => boolean | undefined): boolean {
    if (set === NONE || set === ALL) return set === ALL;
    const bit = bitOf(this.bits[set] ?? END);
    return (
      (bit !== true && this.hasAny(this.lows[set] ?? NONE, bitOf)) ||
      (bit !== false && this.hasAny(this.highs[set] ?? NONE, bitOf))
    );
  }

  /** The packets that are in the set if they may have other ones of some bits. */
  whatever(set: Diagram, isFree: (bit: number) => boolean, known = new Map<Diagram, Diagram>()): Diagram {
    if (set === NONE || set === ALL) return set;
    const found = known.get(set);
    if (found !== undefined) return found;
    const bit = this.bits[set] ?? END;
    const low = this.whatever(this.lows[set] ?? NONE, isFree, known);
    const high = this.whatever(this.highs[set] ?? NONE, isFree, known);
    const made = isFree(bit) ? this.or(low, high) : this.node(bit, low, high);
    known.set(set, made);
    return made;
  }

  private apply(kind: number, a: Diagram, b: Diagram): Diagram {
    const left = a * 3 + kind;
    const slot = mix(kind, a, b);
    const at = slot & (this.keptLeft.length - 1);
    if (this.keptLeft[at] === left && this.keptRight[at] === b) return this.keptResult[at] ?? NONE;
    const bitA = this.bits[a] ?? END;
    const bitB = this.bits[b] ?? END;
    const bit = Math.min(bitA, bitB);
    const lowA = (bitA === bit ? this.lows[a] : a) ?? NONE;
    const highA = (bitA === bit ? this.highs[a] : a) ?? NONE;
    const lowB = (bitB === bit ? this.lows[b] : b) ?? NONE;
    const highB = (bitB === bit ? this.highs[b] : b) ?? NONE;
    const result = this.node(bit, this.both(kind, lowA, lowB), this.both(kind, highA, highB));
    // There may be more room by now.
    const place = slot & (this.keptLeft.length - 1);
    this.keptLeft[place] = left;
    this.keptRight[place] = b;
    this.keptResult[place] = result;
    return result;
  }

  private both(kind: number, a: Diagram, b: Diagram): Diagram {
    return kind === AND ? this.and(a, b) : kind === OR ? this.or(a, b) : this.minus(a, b);
  }

  private grow(): void {
    const room = this.bits.length * 2;
    this.bits = larger(this.bits, room);
    this.lows = larger(this.lows, room);
    this.highs = larger(this.highs, room);
    this.table = new Int32Array(room * 2);
    if (room <= MOST_KEPT) {
      this.keptLeft = new Int32Array(room).fill(-1);
      this.keptRight = new Int32Array(room);
      this.keptResult = new Int32Array(room);
    }
    const mask = this.table.length - 1;
    for (let one = 2; one < this.size; one++) {
      let at = mix(this.bits[one] ?? 0, this.lows[one] ?? 0, this.highs[one] ?? 0) & mask;
      while (this.table[at] !== 0) at = (at + 1) & mask;
      this.table[at] = one;
    }
  }
}

function larger(old: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const made = new Int32Array(room);
  made.set(old);
  return made;
}

function mix(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
