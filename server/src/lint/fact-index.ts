// The lines of a file's rules by chain and fact, kept up to date edit by edit.

import { type LineEdit, renumbering } from '../ruleset/edit-log.ts';
import { type Entry, isRule, type RulesFile } from '../ruleset/rules-file.ts';
import { complete, type Steps } from '../ruleset/steps.ts';
import { hasLine, type Lines, NO_LINES, type Put, shiftLines, withLine, withoutLine } from '../ruleset/table/lines.ts';
import { takesEffect } from '../ruleset/table/roles.ts';
import { FACTS, type Fact, holds } from './fact.ts';

/** One fact's lines by the name of the chain; chains of all tables of that name in one list. */
type LinesByChain = Map<string, number[]>;

/** One fact: its lines, how many they are, and for each chain, or '' for any, the count of changes at its last one. */
interface Known {
  readonly lines: LinesByChain;
  total: number;
  readonly changes: Map<string, number>;
}

const LINES_A_STEP = 64;

export class FactIndex {
  private readonly file: RulesFile;
  private readonly facts = new Map<Fact, Known>();
  private edition: number;
  /** Where facts go that are asked for and not known, while that is to be found out. */
  private wanted: Set<Fact> | undefined;
  private count = 0;
  /** The count when all that was known was forgotten. */
  private forgotten = 0;

  constructor(file: RulesFile) {
    this.file = file;
    this.edition = file.edits.edition;
  }

  /** Lines of rules of which the fact is so, of chains of this name in every table; see `Lines`. */
  lines(fact: Fact, chain: string): Lines {
    this.know(fact);
    return this.facts.get(fact)?.lines.get(chain) ?? NO_LINES;
  }

  /** Whether the fact is so of any rule of the file. */
  holdsAnywhere(fact: Fact): boolean {
    this.know(fact);
    return (this.facts.get(fact)?.total ?? 0) > 0;
  }

  /**
   * Takes a look until all facts are read that it asks for: which they are may hang on what others say. A fact that is not
   * read yet looks as if it were so of no rule. `look` does its work, between whose parts it may yield, within `noting`.
   */
  *knowing(look: (noting: (work: () => void) => void) => Steps<void>): Steps<void> {
    for (;;) {
      const wanted = new Set<Fact>();
      yield* look((work) => this.noting(wanted, work));
      if (wanted.size === 0) return;
      yield* this.reading(wanted);
    }
  }

  private noting(wanted: Set<Fact>, work: () => void): void {
    this.wanted = wanted;
    try {
      work();
    } finally {
      this.wanted = undefined;
    }
  }

  private know(fact: Fact): void {
    if (this.facts.has(fact)) return;
    if (this.wanted) this.wanted.add(fact);
    else complete(this.reading([fact]));
  }

  /** How often something changed so far; for `hasChanged`. */
  get changeCount(): number {
    return this.count;
  }

  /** Whether a fact is so of other rules of a chain, or of other lines, than after the first `count` changes; '': of any. */
  hasChanged(fact: Fact, chain: string, count: number): boolean {
    return this.forgotten > count || (this.facts.get(fact)?.changes.get(chain) ?? 0) > count;
  }

  /** Takes in the edits since the last time. */
  update(): void {
    const { edits } = this.file;
    const news = edits.since(this.edition);
    this.edition = edits.edition;
    if (!news) {
      this.facts.clear();
      this.forgotten = ++this.count;
    } else if (news.length > 0 && this.facts.size > 0) this.take(news);
  }

  private take(edits: readonly LineEdit[]): void {
    const [edit, ...others] = edits;
    if (!edit) return;
    if (others.length === 0 && edit.old.length === edit.fresh.length) {
      edit.old.forEach((old, i) => {
        this.exchange(old, edit.fresh[i] ?? old, edit.first + i);
      });
      return;
    }
    // Of several edits the first ones' lines are not yet numbered as in the file, so they are read when all are taken.
    for (const one of edits) this.takeOut(one);
    const { fresh } = renumbering(edits);
    for (const [fact, known] of this.facts)
      for (const line of fresh) if (this.isSo(fact, this.file.entry(line), line)) this.put(known, line);
  }

  private exchange(old: Entry, fresh: Entry, line: number): void {
    const from = old.kind === 'command' ? old.chain : undefined;
    const to = fresh.kind === 'command' ? fresh.chain : undefined;
    for (const [fact, known] of this.facts) {
      const was = from !== undefined && hasLine(known.lines.get(from) ?? NO_LINES, line);
      const is = this.isSo(fact, fresh, line);
      if (was && is && from === to) continue;
      if (was) this.remove(known, from, line);
      if (is) this.put(known, line);
    }
  }

  /** Reads the whole file for some facts, and for those that are mostly asked for, as far as they are new. */
  *reading(facts: Iterable<Fact>): Steps<void> {
    const fresh = [...new Set([...FACTS, ...facts])].filter((fact) => !this.facts.has(fact));
    const found = fresh.map((): LinesByChain => new Map());
    for (let line = 0; line < this.file.lineCount; line++) {
      if (line % LINES_A_STEP === LINES_A_STEP - 1) yield;
      const entry = this.file.entry(line);
      if (entry.kind !== 'command' || entry.chain === undefined || !isRule(entry) || !takesEffect(entry)) continue;
      for (let i = 0; i < fresh.length; i++) {
        const fact = fresh[i];
        if (!fact?.may(entry) || !holds(fact, this.file, line)) continue;
        const lines = found[i]?.get(entry.chain);
        if (lines) lines.push(line);
        else found[i]?.set(entry.chain, [line]);
      }
    }
    fresh.forEach((fact, i) => {
      const lines = found[i] ?? new Map<string, number[]>();
      let total = 0;
      for (const own of lines.values()) total += own.length;
      this.facts.set(fact, { lines, total, changes: new Map() });
    });
  }

  private isSo(fact: Fact, entry: Entry, line: number): boolean {
    if (entry.kind !== 'command' || !fact.may(entry) || entry.chain === undefined) return false;
    return isRule(entry) && takesEffect(entry) && holds(fact, this.file, line);
  }

  private put(known: Known, line: number): void {
    const entry = this.file.entry(line);
    const chain = entry.kind === 'command' ? (entry.chain ?? '') : '';
    this.change(known, chain, line, withLine);
  }

  private remove(known: Known, chain: string, line: number): void {
    this.change(known, chain, line, withoutLine);
  }

  private change(known: Known, chain: string, line: number, put: Put): void {
    const before = known.lines.get(chain) ?? NO_LINES;
    const count = before.length;
    const after = put(before, line);
    known.lines.set(chain, after);
    known.total += after.length - count;
    known.changes.set(chain, ++this.count);
    known.changes.set('', this.count);
  }

  private takeOut({ first, old, fresh }: LineEdit): void {
    const shift = fresh.length - old.length;
    for (const known of this.facts.values()) {
      old.forEach((entry, i) => {
        const chain = entry.kind === 'command' ? entry.chain : undefined;
        if (chain !== undefined && known.lines.has(chain)) this.remove(known, chain, first + i);
      });
      if (shift !== 0) for (const lines of known.lines.values()) shiftLines(lines, first + old.length, shift);
    }
  }
}
