// A rules file that is being edited: every line read once, tables and chains kept up to date edit by edit.

import { LineArray, type LineChange, type Range } from '../syntax/lines.ts';
import { EditLog } from './edit-log.ts';
import { DEFAULT_SETTINGS, type FileSettings } from './file-settings.ts';
import { readRule } from './read-rule.ts';
import { type Entry, EntryReader, UNKNOWN_LINE } from './reader/entry-reader.ts';
import type { Rule } from './rule.ts';
import type { TableLines } from './table/chain.ts';
import { endsReading, isBadCommit, isFrame, isIdle, sameAppend, sameRole } from './table/roles.ts';
import { TableBlock } from './table-block.ts';
import {
  asJump,
  findTaken,
  keepsTargets,
  NO_NAMES,
  otherReaders,
  STANDARD,
  speaksOf,
  type TakenNames,
  takesName,
} from './taken-names.ts';

export { DEFAULT_SETTINGS, type FileSettings } from './file-settings.ts';
export type { Entry } from './reader/entry-reader.ts';
export { isRule } from './table/roles.ts';

/** How many rules are kept, and of lines of at most so many characters. */
const MOST_KEPT = 512;
const LONGEST_KEPT = 2000;

export class RulesFile implements TableLines {
  readonly lines: LineArray;
  readonly settings: FileSettings;
  readonly blocks: TableBlock[] = [];
  /** Line numbers of what stands outside of every table and may not. */
  readonly strays: number[] = [];
  /** The line with -V or -h at which the loader stops reading, -1 without. What follows is in no table. */
  stop = -1;
  /** Grows whenever anything changes that is more than a rule's own conditions: lines, chains, verdicts. */
  revision = 0;
  /** Grows whenever tables begin or end elsewhere, or have another name. */
  frames = 0;
  readonly edits = new EditLog();
  private entries: Entry[] = [];
  /** 1 where a line has faults of its own, or is skipped in the middle. */
  private faulty = new Uint8Array(0);
  /** How many lines that are. */
  faultyLines = 0;
  /** How many lines of a template are nothing but placeholders: any of them may hold tables, chains, rules. */
  unknownLines = 0;
  private readonly reader: EntryReader;
  /** Names of targets that chains of the file have. */
  private named = NO_NAMES;
  /** The file as other loaders in question read it, where its chains have names of targets. */
  private others: readonly RulesFile[] = [];
  private readonly rules: (Rule | undefined)[] = [];

  /** `read`: what the lines are, where somebody has read them. */
  constructor(text: string | LineArray, settings: FileSettings = DEFAULT_SETTINGS, read?: readonly Entry[]) {
    this.lines = typeof text === 'string' ? new LineArray(text) : text;
    this.settings = settings;
    this.reader = new EntryReader(settings);
    const { count } = this.lines;
    this.faulty = new Uint8Array(count);
    if (read) this.entries = read.slice();
    else for (let i = 0; i < count; i++) this.entries.push(this.readEntry(i));
    for (let i = 0; i < count; i++) this.mark(i);
    this.build();
    this.settleNames();
  }

  /** Another file of the same text, whose edits are its own. */
  copy(): RulesFile {
    return new RulesFile(this.lines.copy(), this.settings, this.entries);
  }

  /** Chains of a fragment are made elsewhere, those of a template maybe by a line that nobody knows yet. */
  get refersElsewhere(): boolean {
    return this.settings.fragment || this.unknownLines > 0;
  }

  /** Names that are no target's any more, as chains have them. */
  get taken(): TakenNames {
    return keepsTargets(this.settings) ? NO_NAMES : this.named;
  }

  /** The file under the settings of other loaders in question that read it otherwise; mostly none. */
  get otherReadings(): readonly RulesFile[] {
    return this.others;
  }

  /** What line `index` is; a blank line past the end. */
  entry(index: number): Entry {
    return this.entries[index] ?? BLANK;
  }

  get lineCount(): number {
    return this.lines.count;
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
    if (this.taken.any) return readRule(text, this.settings, undefined, this.taken.above(index));
    const known = this.rules[index % MOST_KEPT];
    if (known?.text === text) return known;
    const rule = readRule(text, this.settings);
    if (text.length <= LONGEST_KEPT) this.rules[index % MOST_KEPT] = rule;
    return rule;
  }

  /** The same for whoever goes through all lines: nothing is kept, so nothing that is asked for often is lost. */
  freshRule(index: number): Rule {
    const text = this.lines.line(index);
    return readRule(text, this.settings, undefined, this.taken.any ? this.taken.above(index) : undefined);
  }

  /** Takes in an edit. Reads the lines that it touches and no others. */
  edit(range: Range, text: string): LineChange {
    const change = this.lines.replace(range, text);
    this.take(change);
    return change;
  }

  private take(change: LineChange): void {
    const { first, removed, added } = change;
    for (const other of this.others) other.take(change);
    const old = this.entries.slice(first, first + removed);
    for (let i = first; i < first + removed; i++) this.unmark(i);
    const fresh: Entry[] = [];
    this.named = this.named.moved(first + removed - 1, added - removed);
    for (let i = 0; i < added; i++) fresh.push(this.readEntry(first + i));
    this.spliceEntries(first, removed, fresh);
    for (let i = 0; i < added; i++) this.mark(first + i);
    this.edits.add({ first, old, fresh });
    const { frames } = this;
    if (!this.replace(first, old, fresh)) this.build();
    const { family } = this.settings;
    const takes = (entry: Entry) => entry.kind === 'chain' && takesName(entry.name?.text ?? '', family);
    const settled = !this.named.any && frames === this.frames && !old.some(takes) && !fresh.some(takes);
    if (!settled || this.hasStandard()) this.settleNames(frames !== this.frames);
  }

  /** Some `:` line has the name that a rule above it would keep it from taking. */
  private hasStandard(): boolean {
    return this.blocks.some(({ chains }) => (chains.get(STANDARD)?.declarations.length ?? 0) > 0);
  }

  /** Reads again what speaks of names that chains have taken from targets, or no longer take. */
  private settleNames(reframed = false): void {
    const before = this.named;
    this.named = this.findTaken();
    const readers = this.named.any ? otherReaders(this.settings) : [];
    if (readers.length !== this.others.length)
      this.others = readers.map((settings) => new RulesFile(this.lines, settings));
    if (this.named.equals(before) && !(reframed && this.named.any)) return;
    for (let i = 0; i < this.entries.length; i++) {
      const entry = this.entry(i);
      if (entry.kind !== 'command' || !(speaksOf(entry, before) || speaksOf(entry, this.named))) continue;
      this.unmark(i);
      this.entries[i] = this.readEntry(i);
      this.mark(i);
    }
    this.edits.forgetAll();
    this.build();
  }

  private findTaken(): TakenNames {
    return findTaken(
      this.blocks.flatMap(({ declarations }) => declarations),
      this,
    );
  }

  /** Brings the tables up to date with an edit; false where they must be cut anew. */
  private replace(first: number, old: readonly Entry[], fresh: readonly Entry[]): boolean {
    if (old.length > MOST_LINES || fresh.length > MOST_LINES) return false;
    const block = this.blockAt(first);
    const shape = block?.shape;
    const [head] = fresh;
    if (block && first === block.firstLine && old.length === 1 && fresh.length === 1 && head?.kind === 'table') {
      block.retitle(head);
      this.frames++;
    } else if (block && first > block.firstLine && first + old.length - 1 <= block.lastLine) {
      if (old.some(isFrame) || fresh.some(isFrame)) return false;
      block.replace(first, old, fresh);
      if (fresh.length !== old.length) this.moveBelow(first, fresh.length - old.length);
    } else if (this.stop >= 0 && first > this.stop) {
      // Nothing below is read.
    } else if (!block && old.every(isIdle) && fresh.every(isIdle)) this.moveBelow(first, fresh.length - old.length);
    else return false;
    const same = old.length === fresh.length && old.every((entry, i) => saysTheSame(entry, fresh[i]));
    if (!same || block?.shape !== shape) this.revision++;
    return true;
  }

  /** Moves what stands below line `first`'s table by so many lines. */
  private moveBelow(first: number, by: number): void {
    if (this.stop > first) this.stop += by;
    for (const block of this.blocks) if (block.firstLine > first) block.move(by);
    for (let i = 0; i < this.strays.length; i++) {
      const stray = this.strays[i] ?? 0;
      if (stray > first) this.strays[i] = stray + by;
    }
  }

  /** Cuts the file into tables anew, from what each line is. */
  private build(): void {
    this.revision++;
    this.frames++;
    this.blocks.length = 0;
    this.strays.length = 0;
    let block: TableBlock | undefined;
    this.stop = -1;
    for (let i = 0; i < this.entries.length; i++) {
      const entry = this.entry(i);
      if (entry.kind === 'table') {
        // Inside a table the loader takes this for a command and refuses it; what follows is meant for the new table.
        block = new TableBlock(entry, i, this);
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
        block.add(entry, i);
        if (entry.kind !== 'command') continue;
        if (isBadCommit(entry)) {
          block.commitLine = i;
          block = undefined;
        }
        if (endsReading(entry, this.settings)) {
          this.stop = i;
          break;
        }
      }
    }
  }

  private readEntry(index: number): Entry {
    const line = this.lines.line(index);
    const eol = this.lines.eol(index);
    const entry = this.reader.read(line, eol);
    if (!this.named.any || entry.kind !== 'command' || !speaksOf(entry, this.named)) return entry;
    const names = this.named.above(index);
    if (names.size === 0) return entry;
    if (!keepsTargets(this.settings)) return this.reader.readWithout(names, line, eol);
    if (this.settings.backend !== 'legacy' || !this.hasInTable(entry.object, index)) return entry;
    const bare = this.reader.readWithout(names, line, eol);
    return bare.kind === 'command' ? asJump(entry, bare) : entry;
  }

  /** What line `index` is to a loader to which no chain takes the name of a target. */
  readAsTarget(index: number): Entry {
    return this.reader.read(this.lines.line(index), this.lines.eol(index));
  }

  /** Whether the `:` line that takes a name stands in the table of line `index`. */
  private hasInTable(name: string | undefined, index: number): boolean {
    const taker = name === undefined ? undefined : this.named.takerOf(name);
    if (taker === undefined || taker > index) return false;
    for (let i = taker; i < index; i++) if (this.lines.line(i).startsWith('*')) return false;
    return true;
  }

  private mark(index: number): void {
    const entry = this.entry(index);
    const mark = entry.kind === 'command' && (entry.faults.length > 0 || entry.skipped) ? 1 : 0;
    this.faulty[index] = mark;
    this.faultyLines += mark;
    if (entry === UNKNOWN_LINE) this.unknownLines++;
  }

  private unmark(index: number): void {
    this.faultyLines -= this.faulty[index] ?? 0;
    if (this.entry(index) === UNKNOWN_LINE) this.unknownLines--;
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

const BLANK: Entry = { kind: 'blank' };
/** More lines than this at once: cutting the file anew is as fast. */
const MOST_LINES = 50;

/** Two lines that differ in no more than what their rules match. */
function saysTheSame(a: Entry, b: Entry | undefined): boolean {
  if (!b || a.kind === 'chain' || a.kind === 'table') return false;
  return sameRole(a, b) || (a.kind === 'command' && b.kind === 'command' && sameAppend(a, b));
}
