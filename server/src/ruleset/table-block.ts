// One table of a file, from its `*name` line to its COMMIT: its chains and commands by line, kept up to date line by line.

import type { ChainLine, TableLine } from '../syntax/line.ts';
import type { TableName } from '../vocabulary/schema.ts';
import { builtinChains, isTableName } from '../vocabulary/tables.ts';
import { type Command, Jump } from './command.ts';
import { mayStand, TABLE_ORDER } from './places.ts';
import { Standing } from './play/standing.ts';
import { NO_VIEWS } from './play/views.ts';
import type { Entry } from './reader/entry-reader.ts';
import type { Chain, ChainRecord, TableLines } from './table/chain.ts';
import { ChainRecords, type Chains } from './table/chains.ts';
import { type Lines, lastOf, NO_LINES, type Put, shiftLines, withLine, withoutLine } from './table/lines.ts';
import { calleeOf, isRule, sameRole, takesEffect } from './table/roles.ts';

export type { Chain } from './table/chain.ts';

/** Hooks that lead to a rule, as each back end's kernel sees it; undefined: it is never shown the rule. */
export interface Reached {
  readonly legacy: number | undefined;
  readonly nft: number | undefined;
}

/** Whether a table has a chain of this name from the beginning. */
export function isBuiltin(table: TableName | undefined, name: string): boolean {
  return table !== undefined && builtinChains(table).some((hook) => hook === name);
}

export class TableBlock {
  header: TableLine;
  table: TableName | undefined;
  /** Line numbers in the file. They move when lines above are added or removed. */
  firstLine: number;
  /** The COMMIT line; -1: missing. */
  commitLine = -1;
  /** The last line that belongs to the table. */
  lastLine: number;
  /** Grows whenever anything changes that is more than a rule's own conditions. */
  version = 0;
  /** Grows whenever chains are made or unmade, or lead elsewhere. */
  shape = 0;
  /** Grows whenever another rule is the first of its chain that takes every packet. */
  cuts = 0;
  private readonly records: ChainRecords;
  private ownDeclarations: number[] = NO_LINES;
  private ownEvents: number[] = NO_LINES;
  private ownDrops: number[] = NO_LINES;
  private readonly lines: TableLines;
  private known: { readonly version: number; readonly elsewhere: boolean; readonly standing: Standing } | undefined;

  constructor(header: TableLine, line: number, lines: TableLines) {
    this.lines = lines;
    this.records = new ChainRecords(lines);
    this.header = header;
    this.firstLine = line;
    this.lastLine = line;
    this.retitle(header);
  }

  /** The chains that the table has or speaks of. */
  get chains(): Chains {
    return this.records;
  }

  /** The names of the chains that are there from the beginning; none in a table that there is not. */
  get builtins(): readonly string[] {
    return this.table ? builtinChains(this.table) : [];
  }

  /** How the table stands behind its last line. To be asked for anew after each edit. */
  get standing(): Standing {
    const { version, known } = this;
    const elsewhere = this.lines.refersElsewhere;
    if (known && known.version === version && known.elsewhere === elsewhere) return known.standing;
    const standing = new Standing(this, this.lines, known?.standing.views.soFar ?? NO_VIEWS);
    this.known = { version, elsewhere, standing };
    return standing;
  }

  /** All `:` lines. */
  get declarations(): Lines {
    return this.ownDeclarations;
  }

  /** The last `:` line, -1 without. */
  get lastChainLine(): number {
    return lastOf(this.ownDeclarations);
  }

  /** Commands other than -A that some loader carries out, and those with -V or -h. */
  get events(): Lines {
    return this.ownEvents;
  }

  /** Rules and policies of DROP, which the nat table does not take. */
  get drops(): Lines {
    return this.ownDrops;
  }

  /** Takes another header: which chains are built in follows from the table. */
  retitle(header: TableLine): void {
    this.header = header;
    const name = header.name?.text ?? '';
    this.table = isTableName(name) ? name : undefined;
    this.records.setBuiltins(this.builtins);
    this.version++;
    this.shape++;
  }

  /** Takes in a line below all that the table has. */
  add(entry: Entry, line: number): void {
    this.take(entry, line, 1);
  }

  /** Lines of rules, and of commands that name a rule, that jump or go to a chain. */
  jumpsTo(name: string): Lines {
    return this.records.get(name)?.jumps ?? NO_LINES;
  }

  /** The chain to which a line adds a rule; undefined where it adds none. */
  chainOfRule(line: number): string | undefined {
    const entry = this.lines.entry(line);
    return isRule(entry) ? entry.chain : undefined;
  }

  /** The last `:` line or -N that makes a chain of this name, -1 without. */
  makerOf(name: string): number {
    const chain = this.records.get(name);
    const isNew = (line: number) => {
      const entry = this.lines.entry(line);
      return entry.kind === 'command' && entry.letter === 'N';
    };
    return chain ? Math.max(lastOf(chain.declarations), chain.makers.findLast(isNew) ?? -1) : -1;
  }

  /** Takes in `fresh` lines from `first` on, in place of `old` ones. None of them is of the table's frame. */
  replace(first: number, old: readonly Entry[], fresh: readonly Entry[]): void {
    const shift = fresh.length - old.length;
    if (shift === 0) {
      old.forEach((entry, i) => {
        const other = fresh[i];
        if (!other) return;
        if (!sameRole(entry, other)) this.exchange(entry, other, first + i);
        else if (this.known?.version === this.version && this.known.standing.dependsOn(first + i)) this.version++;
      });
      return;
    }
    old.forEach((entry, i) => {
      this.take(entry, first + i, -1);
    });
    this.shift(first + old.length, shift);
    fresh.forEach((entry, i) => {
      this.take(entry, first + i, 1);
    });
  }

  private exchange(old: Entry, fresh: Entry, line: number): void {
    this.take(old, line, -1);
    this.take(fresh, line, 1);
  }

  /** Moves the whole table by so many lines. */
  move(by: number): void {
    this.firstLine += by;
    this.shift(0, by);
  }

  private shift(from: number, by: number): void {
    this.version++;
    this.lastLine += by;
    if (this.commitLine >= 0) this.commitLine += by;
    shiftLines(this.ownDeclarations, from, by);
    shiftLines(this.ownEvents, from, by);
    shiftLines(this.ownDrops, from, by);
    for (const chain of this.records.all()) chain.shift(from, by);
  }

  private take(entry: Entry, line: number, by: 1 | -1): void {
    if (entry.kind === 'chain') this.takeDeclaration(entry, line, by);
    else if (entry.kind === 'command' && entry.letter !== undefined && !entry.skipped)
      this.takeCommand(entry, line, by);
    else return;
    this.version++;
    this.records.touch();
  }

  private takeDeclaration({ name }: ChainLine, line: number, by: 1 | -1): void {
    const put = by > 0 ? withLine : withoutLine;
    this.ownDeclarations = put(this.ownDeclarations, line);
    if (!name) return;
    const chain = this.records.of(name.text);
    chain.declarations = put(chain.declarations, line);
    this.shape++;
    if (by < 0) this.records.drop(chain);
  }

  private takeCommand(command: Command, line: number, by: 1 | -1): void {
    const put = by > 0 ? withLine : withoutLine;
    const { letter, ends, chain: name, object, jump } = command;
    if ((letter !== 'A' || ends) && takesEffect(command)) this.ownEvents = put(this.ownEvents, line);
    if (ends) return;
    if (object === 'DROP' && (letter === 'P' || jump !== Jump.none)) this.ownDrops = put(this.ownDrops, line);
    if (name === undefined) return;
    const chain = this.records.of(name);
    const changed = chain.take(command, line, by);
    const callee = calleeOf(command);
    if (changed === 'cut') this.cuts++;
    // A jump to what nothing makes leads nowhere.
    else if (changed === 'calls' && callee !== undefined && this.records.get(callee)?.declared) this.shape++;
    if (letter === 'N') this.make(chain, line, put);
    if (callee !== undefined) this.takeJump(callee, line, put);
    if (letter === 'E' && object !== undefined) this.make(this.records.of(object), line, put);
    if (by < 0) this.records.drop(chain);
  }

  private make(chain: ChainRecord, line: number, put: Put): void {
    chain.makers = put(chain.makers, line);
    this.shape++;
    this.records.drop(chain);
  }

  private takeJump(name: string, line: number, put: Put): void {
    const chain = this.records.of(name);
    chain.jumps = put(chain.jumps, line);
    this.records.drop(chain);
  }

  /** Which back ends' kernels refuse a rule to which the hooks of `reached` lead. */
  refusals(chain: Chain, command: Command, reached: Reached): { readonly legacy: boolean; readonly nft: boolean } {
    const table = this.table ? TABLE_ORDER.indexOf(this.table) : 0;
    const forNft = chain.builtin ? command.allowedNft : command.allowedNftCalled;
    return {
      legacy: reached.legacy !== undefined && !mayStand(command.allowedLegacy, table, reached.legacy),
      nft: reached.nft !== undefined && !mayStand(forNft, table, reached.nft),
    };
  }
}
