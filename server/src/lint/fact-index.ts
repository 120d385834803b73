// The lines of a file's rules by chain and fact, kept up to date edit by edit.

import { type LineEdit, renumbering } from '../ruleset/edit-log.ts';
import { type Entry, isRule, type RulesFile } from '../ruleset/rules-file.ts';
import { type Lines, NO_LINES, shiftLines, withLine, withoutLine } from '../ruleset/table/lines.ts';
import { takesEffect } from '../ruleset/table/roles.ts';
import { type Fact, holds } from './fact.ts';

/** One fact's lines by the name of the chain; chains of all tables of that name in one list. */
type LinesByChain = Map<string, number[]>;

export class FactIndex {
  private readonly file: RulesFile;
  private readonly facts = new Map<Fact, LinesByChain>();
  private edition: number;

  constructor(file: RulesFile) {
    this.file = file;
    this.edition = file.edits.edition;
  }

  /** Lines of rules of which the fact is so, of chains of this name in every table; see `Lines`. */
  lines(fact: Fact, chain: string): Lines {
    const known = this.facts.get(fact) ?? this.read(fact);
    return known.get(chain) ?? NO_LINES;
  }

  /** Takes in the edits since the last time. */
  update(): void {
    const { edits } = this.file;
    const news = edits.since(this.edition);
    this.edition = edits.edition;
    if (!news) this.facts.clear();
    else if (news.length > 0 && this.facts.size > 0) this.take(news);
  }

  /** Of several edits the first ones' lines are not yet numbered as in the file, so they are read when all are taken. */
  private take(edits: readonly LineEdit[]): void {
    for (const edit of edits) for (const known of this.facts.values()) takeOut(known, edit);
    const { fresh } = renumbering(edits);
    for (const [fact, known] of this.facts)
      for (const line of fresh) this.put(fact, known, this.file.entry(line), line);
  }

  private read(fact: Fact): LinesByChain {
    const known: LinesByChain = new Map();
    for (let line = 0; line < this.file.lineCount; line++) this.put(fact, known, this.file.entry(line), line);
    this.facts.set(fact, known);
    return known;
  }

  private put(fact: Fact, known: LinesByChain, entry: Entry, line: number): void {
    if (!isRule(entry) || entry.chain === undefined || !takesEffect(entry)) return;
    if (holds(fact, entry, this.file, line)) known.set(entry.chain, withLine(known.get(entry.chain) ?? NO_LINES, line));
  }
}

function takeOut(known: LinesByChain, { first, old, fresh }: LineEdit): void {
  old.forEach((entry, i) => {
    if (entry.kind !== 'command' || entry.chain === undefined) return;
    const lines = known.get(entry.chain);
    if (lines) known.set(entry.chain, withoutLine(lines, first + i));
  });
  const shift = fresh.length - old.length;
  if (shift !== 0) for (const lines of known.values()) shiftLines(lines, first + old.length, shift);
}
