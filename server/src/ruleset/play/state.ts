// A table while its commands are played: which chains exist at a line, and what became of each rule above it.

import type { Chain, TableLines } from '../table/chain.ts';
import { lastOf, placeOf } from '../table/lines.ts';
import { isRule, takesEffect } from '../table/roles.ts';
import type { TableBlock } from '../table-block.ts';
import type { Renames } from './edges.ts';
import { LiveChain } from './live-chain.ts';

/** The time in which a name stood for a chain: below line `line`, up to line `to`, which ended it. */
interface Tenure {
  readonly line: number;
  to: number;
  readonly live: LiveChain;
}

/**
 * What became of a rule. `gone`: a command took it out. `flushed`: a -F with its chain's name did, so that nft never
 * shows it to its kernel. `kept`: a bare -F took it, which nft does not do. `never`: it never came into a chain.
 */
export type Fate =
  | { readonly kind: 'live'; readonly chain: LiveChain }
  | { readonly kind: 'gone' | 'flushed' | 'kept' | 'never' };

const GONE: Fate = { kind: 'gone' };
const FLUSHED: Fate = { kind: 'flushed' };
const KEPT: Fate = { kind: 'kept' };
const NEVER: Fate = { kind: 'never' };

export class TableState {
  protected readonly table: TableBlock;
  protected readonly lines: TableLines;
  /** The line that is played; in the end the one behind the last. */
  protected line = -1;
  /** Lines of a bare -F. */
  protected readonly flushes: number[] = [];
  /** Names that -E took away from a chain. */
  protected readonly oldNames = new Set<string>();
  /** Lines of -I and -R that failed. */
  protected readonly failed = new Set<number>();
  /** How many rules of a line were taken out one by one, and how many of them that nft had kept. */
  private readonly removed = new Map<number, number>();
  private readonly removedFromKept = new Map<number, number>();
  /** The chains that some command had to do with, by their present names; undefined: there is none now. */
  private readonly present = new Map<string, LiveChain | undefined>();
  private readonly tenures = new Map<string, Tenure[]>();

  constructor(table: TableBlock, lines: TableLines) {
    this.table = table;
    this.lines = lines;
  }

  /** The chain of a name at the line that is played. */
  protected at(name: string): LiveChain | undefined {
    const live = this.present.has(name) ? this.present.get(name) : this.bringIn(name);
    if (live) this.catchUp(live);
    return live;
  }

  /** A chain with which no command had to do so far. */
  private bringIn(name: string): LiveChain | undefined {
    const chain = this.table.chains.get(name);
    const since = chain ? startOf(chain) : Number.POSITIVE_INFINITY;
    return chain && since < this.line ? this.enter(chain, since) : undefined;
  }

  private enter(chain: Chain, since: number): LiveChain {
    const live = new LiveChain(chain, since, this.lines);
    this.give(chain.name, live, since);
    return live;
  }

  private give(name: string, live: LiveChain, from: number): void {
    this.present.set(name, live);
    const tenure = { line: from, to: Number.POSITIVE_INFINITY, live };
    const tenures = this.tenures.get(name);
    if (tenures) tenures.push(tenure);
    else this.tenures.set(name, [tenure]);
  }

  /** Takes in what was appended, and what a bare -F took, since it was looked at last. */
  private catchUp(live: LiveChain): void {
    const flush = lastOf(this.flushes);
    if (flush > live.seen) {
      live.take(flush);
      if (live.rules.length > 0) live.part();
    }
    live.take(this.line);
  }

  /** Makes a chain at this line. */
  protected create(name: string): void {
    const chain = this.table.chains.get(name);
    if (chain) this.enter(chain, this.line).changed = true;
  }

  /** The name stands for no chain from this line on. */
  protected delete(name: string): void {
    this.present.set(name, undefined);
    const tenure = this.tenures.get(name)?.at(-1);
    if (!tenure) return;
    tenure.to = this.line;
    tenure.live.changed = true;
  }

  /** Gives the chain `from` the name `to`, which is free. */
  protected move(live: LiveChain, from: string, to: string): void {
    const chain = this.table.chains.get(to);
    if (!chain) return;
    this.delete(from);
    live.rename(chain, this.line, this.lines);
    this.give(to, live, this.line);
    this.oldNames.add(from);
  }

  /** Notes that a rule of a line was taken out; `kept`: out of those that nft alone has. */
  protected take(line: number, kept = false): void {
    const removed = kept ? this.removedFromKept : this.removed;
    removed.set(line, (removed.get(line) ?? 0) + 1);
  }

  protected isOwn(name: string | undefined): boolean {
    return name !== undefined && this.at(name)?.builtin === false;
  }

  /** What the object of a line's rule is called at the line that is played: -E may have changed it. */
  calledNow(object: string, line: number): string {
    return this.oldNames.has(object) ? (this.holderOf(object, line)?.name ?? object) : object;
  }

  /** What became of the rule of a line above. */
  fateOf(line: number): Fate {
    const entry = this.lines.entry(line);
    if (!isRule(entry) || entry.chain === undefined || line >= this.line || !takesEffect(entry)) return NEVER;
    const live = this.failed.has(line) ? undefined : this.holderOf(entry.chain, line);
    if (!live) return NEVER;
    const rules = entry.letter === 'R' ? 1 : entry.rules;
    if ((this.removed.get(line) ?? 0) >= rules) return GONE;
    const flush = this.flushes[placeOf(this.flushes, line)];
    const emptied = live.emptied[firstBehind(live.emptied, line)];
    if (flush === undefined && !emptied) return { kind: 'live', chain: live };
    if (emptied && (flush === undefined || emptied.line < flush)) return emptied.by === 'flush' ? FLUSHED : GONE;
    return (this.removedFromKept.get(line) ?? 0) >= rules ? GONE : KEPT;
  }

  /** The chain for which a name stands in a line. */
  private holderOf(name: string, line: number): LiveChain | undefined {
    const tenures = this.tenures.get(name);
    if (!tenures && !this.present.has(name)) this.bringIn(name);
    return this.tenureAt(name, line)?.live;
  }

  private tenureAt(name: string, line: number): Tenure | undefined {
    const tenures = this.tenures.get(name) ?? [];
    const tenure = tenures[firstBehind(tenures, line - 1) - 1];
    return tenure && line <= tenure.to ? tenure : undefined;
  }

  /** A chain of this name exists when a line of the table is read. */
  existsAt(name: string, line: number): boolean {
    if (this.tenures.has(name) || this.present.has(name)) return this.tenureAt(name, line) !== undefined;
    const chain = this.table.chains.get(name);
    return chain !== undefined && startOf(chain) < line;
  }

  /** The name stood for a chain that a command deleted or renamed. */
  wasDeleted(name: string): boolean {
    return this.tenures.get(name)?.some(({ to }) => to !== Number.POSITIVE_INFINITY) ?? false;
  }

  /** The chain of a name in the end, where some command changed it; `false`: one did, and there is none any more. */
  changedChain(name: string): LiveChain | false | undefined {
    if (!this.present.has(name)) return undefined;
    const live = this.present.get(name);
    if (!live) return false;
    return live.changed ? live : undefined;
  }

  /** What rules' objects are called in the end; undefined where no chain was renamed. */
  get renames(): Renames | undefined {
    if (this.oldNames.size === 0) return undefined;
    const concerns = (object: string) => this.oldNames.has(object);
    return { concerns, calledNow: (object, line) => this.calledNow(object, line) };
  }

  /** The names, in the end, of the chains for which a name stood. */
  laterNames(name: string): string[] {
    return (this.tenures.get(name) ?? []).map(({ live }) => live.name);
  }

  /** The line of the last bare -F, -1 without. */
  get lastFlush(): number {
    return lastOf(this.flushes);
  }

  /** Some command had to do with a chain. */
  get hasTouched(): boolean {
    return this.present.size > 0;
  }

  /** The names with which commands had to do. */
  get touched(): Iterable<string> {
    return this.present.keys();
  }
}

/** The place of the first that is behind a line. */
function firstBehind(list: readonly { readonly line: number }[], line: number): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle]?.line ?? 0) <= line) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The line from which a chain exists by itself: its first `:` line, unless something speaks of it above. */
function startOf({ builtin, declarations, firstLine }: Chain): number {
  if (builtin) return -1;
  return declarations[0] === firstLine ? firstLine : Number.POSITIVE_INFINITY;
}
