// Owns the fuzz's dice: the same seed gives the same throws on every machine.

/** Turns a text into 32 bits that look like noise (FNV-1a and a final mix). */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  return (bits ^ (bits >>> 13)) >>> 0;
}

export class Random {
  #state: number;

  /** Equal seeds throw alike; `7:0` and `7:1` have nothing to do with each other. */
  constructor(seed: string) {
    this.#state = hash(seed);
  }

  /** At least 0, below 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** True as often as `share` of 1 says. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly [T, ...T[]]): T;
  pick<T>(list: readonly T[]): T | undefined;
  pick<T>(list: readonly T[]): T | undefined {
    return list[this.int(0, list.length - 1)];
  }

  /** `min` to `max` texts, each made anew, as one with a separator between. */
  list(min: number, max: number, separator: string, make: () => string): string {
    return Array.from({ length: this.int(min, max) }, make).join(separator);
  }

  /** Some of a list, in an order of its own; none as often as any other number. */
  some<T>(list: readonly T[], most = list.length): T[] {
    const rest = [...list];
    const found: T[] = [];
    for (let left = this.int(0, Math.min(most, rest.length)); left > 0; left--) {
      found.push(...rest.splice(this.int(0, rest.length - 1), 1));
    }
    return found;
  }
}
