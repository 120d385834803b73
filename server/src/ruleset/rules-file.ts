// A rules file that is being edited: every line read once, tables and chains kept up to date edit by edit.

import type { ChainLine, TableLine } from '../syntax/line.ts';
import { LineArray, type LineChange, type Range } from '../syntax/lines.ts';
import type { Backend, Family, Version } from '../vocabulary/schema.ts';
import { type Command, Trait } from './command.ts';
import { knownTarget } from './known.ts';
import { readRule } from './read-rule.ts';
import { type Entry, EntryReader, UNKNOWN_LINE } from './reader/entry-reader.ts';
import type { Rule } from './rule.ts';
import { TableBlock } from './table-block.ts';

export type { Entry } from './reader/entry-reader.ts';

/** How a file is to be read. */
export interface FileSettings {
  readonly family: Family;
  readonly backend: Backend | 'both';
  readonly version: Version | 'any';
  /** Extension names that the user knows to exist. */
  readonly extensions: readonly string[];
  /** A template: placeholders are words that nobody knows. */
  readonly template: boolean;
  /** A fragment, made for `iptables-restore -n`: its chains may be declared elsewhere. */
  readonly fragment: boolean;
}

export const DEFAULT_SETTINGS: FileSettings = {
  family: 4,
  backend: 'both',
  version: 'any',
  extensions: [],
  template: false,
  fragment: false,
};

/** How many rules are kept, and of lines of at most so many characters. */
const MOST_KEPT = 512;
const LONGEST_KEPT = 2000;

export class RulesFile {
  readonly lines: LineArray;
  readonly settings: FileSettings;
  readonly blocks: TableBlock[] = [];
  /** Line numbers of what stands outside of every table and may not. */
  readonly strays: number[] = [];
  /** The line with -V or -h at which the loader stops reading, -1 without. What follows is in no table. */
  stop = -1;
  /** Grows whenever anything changes that is more than a rule's own conditions: lines, chains, verdicts. */
  revision = 0;
  /** The one line in which this revision differs from the one before, -1 where there may be more. */
  onlyLine = -1;
  private entries: Entry[] = [];
  /** 1 where a line has faults of its own, or is skipped in the middle. */
  private faulty = new Uint8Array(0);
  /** How many lines that are. */
  faultyLines = 0;
  private readonly reader: EntryReader;
  private readonly rules: (Rule | undefined)[] = [];

  constructor(text: string | LineArray, settings: FileSettings = DEFAULT_SETTINGS) {
    this.lines = typeof text === 'string' ? new LineArray(text) : text;
    this.settings = settings;
    this.reader = new EntryReader(settings);
    const { count } = this.lines;
    this.faulty = new Uint8Array(count);
    for (let i = 0; i < count; i++) this.entries.push(this.readEntry(i));
    for (let i = 0; i < count; i++) this.mark(i);
    this.build();
  }

  /** How many lines of a template are nothing but placeholders: any of them may hold tables, chains, rules. */
  get unknownLines(): number {
    if (!this.settings.template) return 0;
    return this.entries.reduce((count, entry) => count + (entry === UNKNOWN_LINE ? 1 : 0), 0);
  }

  /** What line `index` is; a blank line past the end. */
  entry(index: number): Entry {
    return this.entries[index] ?? BLANK;
  }

  get lineCount(): number {
    return this.lines.count;
  }

  /** The line of a command, -1 where it is not in the file any more. */
  lineOf(command: Entry): number {
    return this.entries.indexOf(command);
  }

  /** The next line from `from` on that has faults of its own or is skipped, -1 after the last. */
  nextFaulty(from: number): number {
    const at = this.faulty.indexOf(1, from);
    return at < this.lines.count ? at : -1;
  }

  /** The table that line `index` stands in. */
  blockAt(index: number): TableBlock | undefined {
    return this.blocks.find((block) => index >= block.firstLine && index <= block.lastLine);
  }

  /** Line `index` as a rule, made on demand; a few hundred are kept, each good while its line has the same text. */
  rule(index: number): Rule {
    const text = this.lines.line(index);
    const known = this.rules[index % MOST_KEPT];
    if (known?.text === text) return known;
    const rule = readRule(text, this.settings);
    if (text.length <= LONGEST_KEPT) this.rules[index % MOST_KEPT] = rule;
    return rule;
  }

  /** Takes in an edit. Reads the lines that it touches and no others. */
  edit(range: Range, text: string): LineChange {
    const change = this.lines.replace(range, text);
    this.take(change);
    return change;
  }

  private take({ first, removed, added }: LineChange): void {
    const old = this.entries.slice(first, first + removed);
    for (let i = first; i < first + removed; i++) this.faultyLines -= this.faulty[i] ?? 0;
    const fresh: Entry[] = [];
    for (let i = 0; i < added; i++) fresh.push(this.readEntry(first + i));
    this.spliceEntries(first, removed, fresh);
    for (let i = 0; i < added; i++) this.mark(first + i);
    const block = this.blockAt(first);
    if (block && this.isFrame(block, first, old, fresh)) this.updateFrame(block, first, old, fresh);
    else if (block && this.isLocal(block, first, old, fresh)) this.update(block, first, added - removed, old, fresh);
    else this.build();
  }

  /** True where an edit changes a table's header, or lines among its chain lines, and not their number. */
  private isFrame(block: TableBlock, first: number, old: readonly Entry[], fresh: readonly Entry[]): boolean {
    if (!block.regular || old.length !== fresh.length || first + old.length - 1 > block.lastChainLine) return false;
    // A chain called like a target takes over the rules that jump there, which are not read again.
    const isTarget = (entry: Entry) =>
      entry.kind === 'chain' && knownTarget(entry.name?.text ?? '', this.settings.family) !== undefined;
    if ([...old, ...fresh].some(isTarget)) return false;
    return old.every((entry, i) => isFrameLine(entry) && fresh[i]?.kind === entry.kind);
  }

  private updateFrame(block: TableBlock, first: number, old: readonly Entry[], fresh: readonly Entry[]): void {
    this.revision++;
    this.onlyLine = -1;
    for (const entry of old) if (entry.kind === 'chain') block.undeclare(entry);
    fresh.forEach((entry, i) => {
      if (entry.kind === 'table' && first + i === block.firstLine) block.retitle(entry);
    });
    // A chain may have several lines, and the last one gives its policy: all are taken in anew, in their order.
    for (let line = block.firstLine + 1; line <= block.lastChainLine; line++) {
      const entry = this.entry(line);
      if (entry.kind === 'chain') block.undeclare(entry);
    }
    for (let line = block.firstLine + 1; line <= block.lastChainLine; line++) {
      const entry = this.entry(line);
      if (entry.kind === 'chain') block.declare(entry);
    }
    block.settle();
  }

  /** True where an edit changes rules within a table whose order does not matter, and nothing about its frame. */
  private isLocal(block: TableBlock, first: number, old: readonly Entry[], fresh: readonly Entry[]): boolean {
    if (
      !block.regular ||
      first <= block.lastChainLine ||
      first + old.length - 1 > block.lastLine ||
      old.length > 50 ||
      fresh.length > 50
    )
      return false;
    return [...old, ...fresh].every(isOrderless);
  }

  private update(
    block: TableBlock,
    first: number,
    shift: number,
    old: readonly Entry[],
    fresh: readonly Entry[],
  ): void {
    for (const entry of old) if (isRule(entry)) block.removeRule(entry);
    for (const entry of fresh) if (isRule(entry)) block.addRule(entry);
    block.settle();
    for (const entry of fresh) if (isRule(entry)) block.settle(entry);
    if (shift !== 0 || !old.every((entry, i) => sameRole(entry, fresh[i]))) {
      this.revision++;
      this.onlyLine = shift === 0 && fresh.length === 1 ? first : -1;
    }
    if (shift === 0) return;
    if (this.stop > first) this.stop += shift;
    block.lastLine += shift;
    if (block.commitLine >= 0) block.commitLine += shift;
    for (const other of this.blocks) {
      if (other.firstLine <= first) continue;
      other.firstLine += shift;
      other.lastLine += shift;
      if (other.commitLine >= 0) other.commitLine += shift;
      if (other.lastChainLine >= 0) other.lastChainLine += shift;
    }
    for (let i = 0; i < this.strays.length; i++) {
      const stray = this.strays[i] ?? 0;
      if (stray > first) this.strays[i] = stray + shift;
    }
  }

  /** Cuts the file into tables anew, from what each line is. */
  private build(): void {
    this.revision++;
    this.onlyLine = -1;
    this.blocks.length = 0;
    this.strays.length = 0;
    let block: TableBlock | undefined;
    this.stop = -1;
    for (let i = 0; i < this.entries.length; i++) {
      const entry = this.entry(i);
      if (entry.kind === 'table') {
        // Inside a table the loader takes this for a command and refuses it; what follows is meant for the new table.
        block = new TableBlock(entry, i);
        this.blocks.push(block);
      } else if (entry.kind === 'blank' || entry.kind === 'comment') {
        if (block) block.lastLine = i;
      } else if (!block) {
        this.strays.push(i);
      } else if (entry.kind === 'commit') {
        block.commitLine = block.lastLine = i;
        block = undefined;
      } else {
        block.lastLine = i;
        addToBlock(block, entry, i);
        if (isBadCommit(entry)) {
          block.commitLine = i;
          block = undefined;
        }
        if (entry.kind === 'command' && entry.ends && entry.faults.length === 0) {
          this.stop = i;
          break;
        }
      }
    }
    for (const one of this.blocks) one.settle();
  }

  private readEntry(index: number): Entry {
    return this.reader.read(this.lines.line(index), this.lines.eol(index));
  }

  private mark(index: number): void {
    const entry = this.entry(index);
    const mark = entry.kind === 'command' && (entry.faults.length > 0 || entry.skipped) ? 1 : 0;
    this.faulty[index] = mark;
    this.faultyLines += mark;
  }

  private spliceEntries(first: number, removed: number, fresh: readonly Entry[]): void {
    if (removed === fresh.length) {
      fresh.forEach((entry, i) => {
        this.entries[first + i] = entry;
      });
      return;
    }
    const oldCount = this.entries.length;
    if (fresh.length < 1000) this.entries.splice(first, removed, ...fresh);
    else this.entries = this.entries.slice(0, first).concat(fresh, this.entries.slice(first + removed));
    const count = this.entries.length;
    const next = count > this.faulty.length ? new Uint8Array(count + (count >> 2) + 16) : this.faulty;
    if (next !== this.faulty) next.set(this.faulty.subarray(0, first));
    next.set(this.faulty.subarray(first + removed, oldCount), first + fresh.length);
    if (count < oldCount) next.fill(0, count, oldCount);
    this.faulty = next;
  }
}

/** A command that adds a rule. */
export function isRule(entry: Entry): entry is Command {
  if (entry.kind !== 'command' || entry.skipped || entry.ends) return false;
  return entry.letter === 'A' || entry.letter === 'I' || entry.letter === 'R';
}

const BLANK: Entry = { kind: 'blank' };
/** Two rules that differ at most in what they match. A rule that logs is marked itself, so it is never the same. */
function sameRole(a: Entry, b: Entry | undefined): boolean {
  if (!b || a.kind !== b.kind) return false;
  if (a.kind !== 'command' || b.kind !== 'command') return true;
  const same = a.chain === b.chain && a.object === b.object && a.jump === b.jump && a.traits === b.traits;
  return same && (a.traits & Trait.log) === 0;
}

/** A COMMIT with something beside it: refused, and still meant to end the table. */
function isBadCommit(entry: Entry): boolean {
  if (entry.kind !== 'command' || entry.faults.length === 0) return false;
  return entry.faults.some(({ code }) => code === 'commit-not-alone');
}

function isFrameLine(entry: Entry): boolean {
  return entry.kind === 'table' || entry.kind === 'chain' || entry.kind === 'blank' || entry.kind === 'comment';
}

function isOrderless(entry: Entry): boolean {
  if (entry.kind === 'blank' || entry.kind === 'comment') return true;
  if (entry.kind !== 'command' || entry.ends || isBadCommit(entry)) return false;
  return entry.letter === undefined || entry.letter === 'A';
}

function addToBlock(block: TableBlock, entry: ChainLine | Command | TableLine, line: number): void {
  if (entry.kind === 'chain') {
    if (block.rules > 0) block.regular = false;
    block.lastChainLine = line;
    block.declare(entry);
    return;
  }
  if (entry.kind !== 'command' || entry.skipped) return;
  if (!isOrderless(entry)) block.regular = false;
  if (entry.letter === 'P' && entry.chain !== undefined) {
    const chain = block.chain(entry.chain);
    chain.policy = entry.object;
    chain.policyBy = entry;
    if (entry.object === 'DROP') block.drops++;
  } else if (entry.letter === 'N' && entry.chain !== undefined) block.makeDeclared(block.chain(entry.chain));
  else if (entry.letter === 'E' && entry.object !== undefined) block.makeDeclared(block.chain(entry.object));
  else if (isRule(entry)) block.addRule(entry);
}
