// Which built-in chains iptables-nft has at a line of a table. It makes one when a line first needs it. 1.8.9 also takes
// one that -L or -S asked for as made, which the kernel then does not find. Source: runs of every pair of commands.

import { firstBetween, firstOf, hasLine, type Lines } from '../table/lines.ts';
import type { TableBlock } from '../table-block.ts';

/** A chain that was asked for and not made. */
interface Asked {
  /** By -L or -S, first at this line and last at that one; -1: not. */
  listed: number;
  listedLast: number;
  /** By -Z. */
  zeroed: number;
  /** By a listing and then by -Z, which before 1.8.11 makes it where the table is there. */
  revived: number;
  /** So it was made once, and only versions whose -X takes built-in chains may have deleted it. */
  wasRevived: boolean;
  /** The last command, other than an -A, that makes it, and the last that deletes it. */
  made: number;
  dropped: number;
  /** It has rules at which deleting it fails, so that the kernel keeps it. */
  inKernel: boolean;
}

export class NftChains {
  private readonly table: TableBlock;
  private readonly asked = new Map<string, Asked>();
  /** Rules that nft before 1.8.11 does not append, as it takes their chain for made; `wasMade` as the method says. */
  readonly misled: { readonly line: number; readonly wasMade: boolean }[] = [];

  constructor(table: TableBlock) {
    this.table = table;
  }

  private of(chain: string): Asked {
    const known = this.asked.get(chain);
    if (known) return known;
    const fresh = {
      listed: -1,
      listedLast: -1,
      zeroed: -1,
      revived: -1,
      wasRevived: false,
      made: -1,
      dropped: -1,
      inKernel: false,
    };
    this.asked.set(chain, fresh);
    return fresh;
  }

  /** Lines of a chain by themselves: `:` lines and -A make it. */
  private firstMaker(chain: string, from: number, to: number): number {
    const known = this.table.chains.get(chain);
    const lines: readonly Lines[] = known ? [known.declarations, known.appends] : [];
    const found = lines.map((one) => firstBetween(one, from, to)).filter((line) => line >= 0);
    return found.length > 0 ? Math.min(...found) : -1;
  }

  /** Something makes the chain above `line` and below `from`. */
  private isMadeBetween(chain: string, from: number, line: number): boolean {
    return this.of(chain).made > from || this.firstMaker(chain, from + 1, line) >= 0;
  }

  knows(chain: string, line: number): boolean {
    return this.isMadeBetween(chain, this.of(chain).dropped, line);
  }

  /** A command at this line makes the chain. */
  make(chain: string, line: number): void {
    this.settle(chain, line);
    const asked = this.of(chain);
    asked.made = line;
    asked.listed = asked.zeroed = asked.revived = -1;
  }

  /** A command at this line deletes the chain; the kernel keeps one with rules. */
  drop(chain: string, line: number, hasRules = false): void {
    this.settle(chain, line);
    const asked = this.of(chain);
    asked.dropped = line;
    asked.revived = -1;
    if (hasRules) asked.inKernel = true;
  }

  /** Brings what was asked for up to date: a line above may have made it. */
  private settle(chain: string, line: number): void {
    const asked = this.of(chain);
    if (asked.listed >= 0) {
      const maker = this.firstMaker(chain, asked.listed + 1, line);
      if (maker >= 0 && !asked.inKernel && hasLine(this.table.chains.get(chain)?.appends ?? [], maker))
        this.misled.push({ line: maker, wasMade: this.wasMade(chain, asked.listed) });
      if (maker >= 0) asked.listed = -1;
    }
    if (asked.zeroed >= 0 && this.firstMaker(chain, asked.zeroed + 1, line) >= 0) asked.zeroed = -1;
    if (asked.revived >= 0 && this.firstMaker(chain, asked.revived + 1, line) >= 0) asked.revived = -1;
  }

  /** The table's last line is read. */
  finish(line: number): void {
    for (const chain of this.asked.keys()) this.settle(chain, line);
  }

  /** -L or -S asks for these built-in chains. */
  list(chains: readonly string[], line: number): void {
    for (const chain of chains) {
      this.settle(chain, line);
      const asked = this.of(chain);
      asked.listedLast = line;
      if (asked.listed < 0 && !this.knows(chain, line)) asked.listed = line;
    }
  }

  /** Whether an insert, or a flush, of this chain fails in 1.8.9. */
  isMissing(chain: string, line: number): boolean {
    return this.isPhantom(chain, line) && !this.of(chain).inKernel;
  }

  /** Whether the chain was asked for and not made since. */
  isPhantom(chain: string, line: number): boolean {
    this.settle(chain, line);
    return this.of(chain).listed >= 0;
  }

  /** Whether a version whose -X takes no built-in chain, as before 1.8.9, has it. */
  wasMade(chain: string, line: number): boolean {
    return this.of(chain).wasRevived || this.isMadeBetween(chain, -1, line);
  }

  /** Whether a listing asked for the chain, made or not, so that versions before 1.8.11 have it until it is deleted. */
  isAskedFor(chain: string, line: number): boolean {
    const { listedLast, dropped } = this.of(chain);
    return (this.isPhantom(chain, line) && listedLast > dropped) || this.isRevived(chain, line);
  }

  /** Whether -Z made the chain before 1.8.11, while the versions from there on have only asked for it. */
  isRevived(chain: string, line: number): boolean {
    this.settle(chain, line);
    return this.of(chain).revived >= 0;
  }

  /** -Z resets these built-in chains. */
  zero(chains: readonly string[], line: number): void {
    for (const chain of chains) {
      this.settle(chain, line);
      const asked = this.of(chain);
      if (this.knows(chain, line)) continue;
      if (asked.zeroed < 0) asked.zeroed = line;
      if (asked.listed < 0 || !this.hasTable(line)) continue;
      asked.listed = -1;
      asked.revived = line;
      asked.wasRevived = true;
    }
  }

  /** Whether -X in 1.8.11 meets chains that only a -Z asked for. */
  hasZeroed(line: number): boolean {
    return this.some(line, ({ zeroed }) => zeroed >= 0);
  }

  hasPhantoms(line: number): boolean {
    return this.some(line, ({ listed }) => listed >= 0);
  }

  private some(line: number, is: (asked: Asked) => boolean): boolean {
    for (const [chain, asked] of this.asked) {
      this.settle(chain, line);
      if (is(asked)) return true;
    }
    return false;
  }

  /** Whether 1.8.9 finds counters to set to zero; the kernel bears a phantom where the table is there. */
  canZero(chain: string, line: number): boolean {
    return (
      this.knows(chain, line) || this.isRevived(chain, line) || (this.isPhantom(chain, line) && this.hasTable(line))
    );
  }

  /** The same for -Z without a chain. */
  canZeroAll(line: number): boolean {
    return !this.hasPhantoms(line) || this.hasTable(line);
  }

  /** The table is there: something is made in it above this line. */
  private hasTable(line: number): boolean {
    if (firstOf(this.table.declarations) < line || this.made) return true;
    return this.table.builtins.some((chain) => this.isMadeBetween(chain, -1, line));
  }

  /** A user chain is made by a command, and the table with it. */
  made = false;
}
