// Which built-in chains iptables-nft has at a point of a file. It makes one when a line first needs it. 1.8.9 also takes
// one that -L or -S asked for as made, which the kernel then does not find. Source: runs of every pair of commands.

export class NftChains {
  private readonly made = new Set<string>();
  /** Asked for by a listing and not made. */
  private readonly phantoms = new Set<string>();
  /** The same by -Z, in 1.8.11. */
  private readonly zeroed = new Set<string>();
  /** The table is there: something was made in it. */
  private hasTable = false;

  knows(chain: string): boolean {
    return this.made.has(chain);
  }

  /** A `:` line or a command makes the chain. */
  make(chain: string): void {
    this.made.add(chain);
    this.phantoms.delete(chain);
    this.zeroed.delete(chain);
    this.hasTable = true;
  }

  /** A user chain is made, and the table with it. */
  makeTable(): void {
    this.hasTable = true;
  }

  drop(chain: string): void {
    this.made.delete(chain);
  }

  /** -L or -S asks for these built-in chains. */
  list(chains: Iterable<string>): void {
    for (const chain of chains) if (!this.made.has(chain)) this.phantoms.add(chain);
  }

  /** Whether a rule, or a flush, of this chain fails in 1.8.9. */
  isPhantom(chain: string): boolean {
    return this.phantoms.has(chain);
  }

  /** -Z resets these built-in chains. */
  zero(chains: Iterable<string>): void {
    for (const chain of chains) if (!this.made.has(chain)) this.zeroed.add(chain);
  }

  /** Whether -X in 1.8.11 meets chains that only a -Z asked for. */
  get hasZeroed(): boolean {
    return this.zeroed.size > 0;
  }

  get hasPhantoms(): boolean {
    return this.phantoms.size > 0;
  }

  /** Whether 1.8.9 finds counters to set to zero; the kernel bears a phantom where the table is there. */
  canZero(chain: string): boolean {
    return this.made.has(chain) || (this.phantoms.has(chain) && this.hasTable);
  }

  /** The same for -Z without a chain. */
  get canZeroAll(): boolean {
    return this.phantoms.size === 0 || this.hasTable;
  }
}
