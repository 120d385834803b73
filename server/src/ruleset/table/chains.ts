// The chains of a table by name, in an order that depends on its text alone and not on how it was edited.

import { type Chain, ChainRecord, type TableLines } from './chain.ts';
import { hasLine } from './lines.ts';

/** What others see of them. */
export interface Chains {
  readonly get: (name: string) => Chain | undefined;
  readonly has: (name: string) => boolean;
  /**
   * All of them: the built-in ones in the table's order, then those that something makes by the line that makes them
   * first, then those that are only spoken of, by the first line that does.
   */
  readonly values: () => readonly Chain[];
  /** The same, quicker, in no order that may be shown to people. */
  readonly all: () => Iterable<Chain>;
}

export class ChainRecords implements Chains {
  private readonly records = new Map<string, ChainRecord>();
  private readonly lines: TableLines;
  private builtins: readonly string[] = [];
  private sorted: readonly ChainRecord[] | undefined;

  constructor(lines: TableLines) {
    this.lines = lines;
  }

  get size(): number {
    return this.records.size;
  }

  get(name: string): ChainRecord | undefined {
    return this.records.get(name);
  }

  has(name: string): boolean {
    return this.records.has(name);
  }

  all(): Iterable<ChainRecord> {
    return this.records.values();
  }

  values(): readonly ChainRecord[] {
    this.sorted ??= sortChains(this.builtins, this.records);
    return this.sorted;
  }

  /** The lines of some chain changed: the order may have. */
  touch(): void {
    this.sorted = undefined;
  }

  /** The chain of this name, a new one where the table did not speak of it. */
  of(name: string): ChainRecord {
    const known = this.records.get(name);
    if (known) return known;
    const chain = new ChainRecord(name, this.builtins.includes(name), this.lines);
    this.records.set(name, chain);
    return chain;
  }

  /** Which chains are built in. */
  setBuiltins(names: readonly string[]): void {
    this.builtins = names;
    for (const name of names) this.of(name);
    for (const chain of [...this.records.values()]) {
      chain.builtin = names.includes(chain.name);
      this.drop(chain);
    }
    this.touch();
  }

  /** Forgets a chain of which no line speaks any more. */
  drop(chain: ChainRecord): void {
    if (!chain.builtin && chain.firstLine === Number.POSITIVE_INFINITY) this.records.delete(chain.name);
  }
}

function sortChains(builtins: readonly string[], records: ReadonlyMap<string, ChainRecord>): readonly ChainRecord[] {
  const made: Placed[] = [];
  const others: Placed[] = [];
  for (const chain of records.values()) {
    if (chain.builtin) continue;
    if (chain.declared) made.push({ chain, at: chain.firstMaker });
    else others.push({ chain, at: 2 * chain.firstLine + (speaksOnlyOf(chain, chain.firstLine) ? 1 : 0) });
  }
  const sorted = [...made.sort(byPlace), ...others.sort(byPlace)].map(({ chain }) => chain);
  return [...builtins.flatMap((name) => records.get(name) ?? []), ...sorted];
}

interface Placed {
  readonly chain: ChainRecord;
  readonly at: number;
}

const byPlace = (a: Placed, b: Placed): number => a.at - b.at;

/** A line that jumps to the chain and is a command on another, whose name comes first in it. */
function speaksOnlyOf({ appends, commands }: ChainRecord, line: number): boolean {
  return !hasLine(appends, line) && !hasLine(commands, line);
}
