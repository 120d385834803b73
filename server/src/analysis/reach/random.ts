// Numbers that look like chance and are the same each time: what is found of a file must not change by itself.

export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = (seed ^ 0x9e3779b9) >>> 0;
  }

  /** A whole number from 0 on and below `count`. */
  below(count: number): number {
    // Marsaglia's xorshift.
    let x = this.state || 1;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x >>> 0;
    return this.state % count;
  }
}
