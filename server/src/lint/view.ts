// What lint rules see of a file. A view notes what is read of it, so that the runner knows when to look again.

import type { Part } from '../ruleset/play/standing.ts';
import type { Rule } from '../ruleset/rule.ts';
import type { Entry, FileSettings, RulesFile } from '../ruleset/rules-file.ts';
import { type Lines, placeOf } from '../ruleset/table/lines.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import type { Fact } from './fact.ts';
import type { FactIndex } from './fact-index.ts';

/** Told what is looked at, so that the same is looked at again when that changes. */
export interface Watch {
  /** A chain was asked for, whether there is one or not; '' stands for all chains. */
  readonly chain: (name: string) => void;
  /** It was asked of which rules of a chain a fact is so; '' stands for all chains. */
  readonly fact: (fact: Fact, chain: string) => void;
  /** The words of a line were read. */
  readonly line: (line: number) => void;
}

/** A part of a line. */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A file: its tables in order. */
export class FileView {
  readonly settings: FileSettings;
  readonly tables: readonly TableView[];
  private readonly file: RulesFile;
  private readonly facts: FactIndex;
  private readonly watch: Watch;

  constructor(file: RulesFile, facts: FactIndex, watch: Watch) {
    this.settings = file.settings;
    this.file = file;
    this.facts = facts;
    this.watch = watch;
    this.tables = file.blocks.map((block) => new TableView(file, block, facts, watch));
  }

  /** Lines of the other family, which the loader skips. */
  get skipped(): readonly number[] {
    const lines: number[] = [];
    for (let at = this.file.nextFaulty(0); at >= 0; at = this.file.nextFaulty(at + 1)) {
      const entry = this.file.entry(at);
      if (entry.kind === 'command' && entry.skipped && this.file.blockAt(at)) lines.push(at);
    }
    return lines;
  }

  /** Whether a fact is so of any rule. */
  mayHave(fact: Fact): boolean {
    this.watch.fact(fact, '');
    return this.facts.holdsAnywhere(fact);
  }

  /** A whole line without the blanks around it. */
  placeOf(line: number): Place {
    this.watch.line(line);
    const text = this.file.lines.line(line);
    return { line, start: text.length - text.trimStart().length, end: text.trimEnd().length };
  }
}

/** A table. */
export class TableView {
  readonly block: TableBlock;
  readonly settings: FileSettings;
  /** Chains may be made, and filled, elsewhere: in a fragment, or by a line of a template that nobody knows. */
  readonly isPartial: boolean;
  private readonly file: RulesFile;
  private readonly facts: FactIndex;
  readonly watch: Watch;

  constructor(file: RulesFile, block: TableBlock, facts: FactIndex, watch: Watch) {
    this.file = file;
    this.block = block;
    this.settings = file.settings;
    this.isPartial = file.refersElsewhere;
    this.facts = facts;
    this.watch = watch;
  }

  /** The chain of this name, where the table has one when it is loaded. */
  chain(name: string): ChainView | undefined {
    this.watch.chain(name);
    return this.block.standing.has(name) ? new ChainView(this.file, this, name, this.facts) : undefined;
  }

  /** Whether a fact is so of any rule, of this table or of another. */
  mayHave(fact: Fact): boolean {
    this.watch.fact(fact, '');
    return this.facts.holdsAnywhere(fact);
  }

  /** The rules of which a fact is so in the chains of a name, of this table and of all others. */
  rulesOf(fact: Fact, chain: string): readonly Rule[] {
    this.watch.fact(fact, chain);
    return this.facts.lines(fact, chain).map((line) => {
      this.watch.line(line);
      return this.file.rule(line);
    });
  }

  /** Lines of commands other than -A, with their letters. */
  get commands(): readonly { readonly line: number; readonly letter: string; readonly chain: string | undefined }[] {
    return this.block.events.flatMap((line) => {
      const entry = this.file.entry(line);
      if (entry.kind !== 'command' || entry.letter === undefined || entry.faults.length > 0) return [];
      return [{ line, letter: entry.letter, chain: entry.chain }];
    });
  }

  /** How many lines above one add rules to a chain, or to any where none is named. */
  rulesAbove(line: number, chain: string | undefined): number {
    this.watch.chain(chain ?? '');
    let count = 0;
    for (const one of this.block.chains.all()) {
      if (chain === undefined || one.name === chain) count += placeOf(one.appends, line);
    }
    return count;
  }

  /** The first line that adds a rule to any chain; infinite without. */
  get firstRule(): number {
    this.watch.chain('');
    let first = Number.POSITIVE_INFINITY;
    for (const chain of this.block.chains.all()) first = Math.min(first, chain.firstRule);
    return first;
  }

  /** Lines that give a built-in chain another policy than a line above them. */
  get policyChanges(): readonly {
    readonly line: number;
    readonly chain: string;
    readonly before: string;
    readonly now: string;
  }[] {
    const { block } = this;
    const last = new Map<string, string>();
    return [...block.declarations, ...block.events]
      .sort((a, b) => a - b)
      .flatMap((line) => {
        this.watch.line(line);
        const [chain, now] = policyIn(this.file.entry(line)) ?? [];
        if (chain === undefined || now === undefined || !block.builtins.includes(chain)) return [];
        const before = last.get(chain);
        last.set(chain, now);
        return before === undefined || before === now ? [] : [{ line, chain, before, now }];
      });
  }

  /** Where a line says a policy. */
  policyPlace(line: number): Place {
    this.watch.line(line);
    const by = this.file.entry(line);
    if (by.kind === 'chain' && by.policy) return { line, start: by.policy.start, end: by.policy.end };
    const rule = this.file.rule(line);
    return { line, ...rule.columns(rule.objectWord) };
  }

  /** Whether any line adds a rule. */
  get hasRules(): boolean {
    return this.firstRule < Number.POSITIVE_INFINITY;
  }

  /** Whether a chain has any rule when the table is loaded. */
  fills(name: string): boolean {
    this.watch.chain(name);
    return this.block.standing.has(name) && this.block.standing.rulesOf(name).length > 0;
  }

  /** The line with the table's name. */
  get headerPlace(): Place {
    const { firstLine } = this.block;
    this.watch.line(firstLine);
    return { line: firstLine, start: 0, end: this.file.lines.line(firstLine).length };
  }

  /** The word that a command line's letter stands in. */
  commandPlace(line: number): Place {
    this.watch.line(line);
    const rule = this.file.rule(line);
    return { line, ...rule.columns(rule.commandWord) };
  }
}

/** The chain and the policy that a line gives it. */
function policyIn(entry: Entry): readonly [chain: string, policy: string] | undefined {
  if (entry.kind === 'chain' && entry.name && entry.policy) return [entry.name.text, entry.policy.text];
  if (entry.kind !== 'command' || entry.letter !== 'P' || entry.faults.length > 0) return undefined;
  return entry.chain === undefined || entry.object === undefined ? undefined : [entry.chain, entry.object];
}

/** A chain as it is when its table is loaded. */
export class ChainView {
  readonly table: TableView;
  readonly name: string;
  private readonly file: RulesFile;
  private readonly facts: FactIndex;
  /** Its rules in their order. */
  private readonly parts: readonly Part[];

  constructor(file: RulesFile, table: TableView, name: string, facts: FactIndex) {
    this.parts = table.block.standing.partsOf(name);
    this.file = file;
    this.table = table;
    this.name = name;
    this.facts = facts;
  }

  /** The policy that the file gives it; undefined where it gives none. */
  get policy(): string | undefined {
    return this.table.block.chains.get(this.name)?.policy;
  }

  /** The policy where it is written, the table's header where it is not. */
  get policyPlace(): Place {
    const line = this.table.block.chains.get(this.name)?.policyLine ?? -1;
    this.table.watch.line(line);
    const by = this.file.entry(line);
    if (by.kind === 'chain' && by.policy) return { line, start: by.policy.start, end: by.policy.end };
    if (by.kind === 'command') {
      const rule = this.file.rule(line);
      return { line, ...rule.columns(rule.objectWord) };
    }
    const { firstLine } = this.table.block;
    this.table.watch.line(firstLine);
    return { line: firstLine, start: 0, end: this.file.lines.line(firstLine).length };
  }

  /** The line of the first of its rules of which a fact is so, in the order of the chain; -1 without. */
  first(fact: Fact): number {
    for (const part of this.parts) {
      const line = this.firstIn(part, this.linesOf(fact, part));
      if (line >= 0) return line;
    }
    return -1;
  }

  /** The line of the last of them; -1 without. */
  last(fact: Fact): number {
    for (const part of [...this.parts].reverse()) {
      const lines = this.linesOf(fact, part);
      for (let i = placeOf(lines, part.to) - 1; i >= 0; i--) {
        const line = lines[i] ?? -1;
        if (line < part.from) break;
        if (this.isIn(line, part)) return line;
      }
    }
    return -1;
  }

  /** The lines of all of its rules of which a fact is so, in the order of the chain. */
  all(fact: Fact): readonly number[] {
    return this.parts.flatMap((part) => {
      const lines = this.linesOf(fact, part);
      return lines.slice(placeOf(lines, part.from), placeOf(lines, part.to)).filter((line) => this.isIn(line, part));
    });
  }

  /** The rules that lead here, by their lines and the chains in which they stand. */
  *callers(): Iterable<{ readonly chain: ChainView; readonly line: number }> {
    for (const line of this.table.block.jumpsTo(this.name)) {
      const from = this.table.block.chainOfRule(line);
      const chain = from === undefined ? undefined : this.table.chain(from);
      if (chain) yield { chain, line };
    }
  }

  /** The built-in chains from which rules lead here, itself where it is one. */
  hooks(seen: Set<string> = new Set()): ReadonlySet<string> {
    const found = new Set<string>();
    if (this.table.block.chains.get(this.name)?.builtin) found.add(this.name);
    seen.add(this.name);
    for (const { chain } of this.callers())
      if (!seen.has(chain.name)) for (const name of chain.hooks(seen)) found.add(name);
    return found;
  }

  /** Whether the rule of one line comes before that of another in the chain. Before no rule (-1) all of them come. */
  isBefore(line: number, other: number): boolean {
    if (line < 0 || other < 0) return line >= 0;
    if (this.parts.length === 1) return line < other;
    const place = this.parts.findIndex((part) => this.isIn(line, part));
    const others = this.parts.findIndex((part) => this.isIn(other, part));
    return place === others ? line < other : place < others;
  }

  /** The names to which its rules lead before the rule of a line, or anywhere where that is -1; in no order, some of them twice. */
  *callees(before: number): Iterable<string> {
    const { chains } = this.table.block;
    for (const part of this.parts) {
      for (const [name, lines] of chains.get(part.chain)?.calls ?? []) {
        const first = this.firstIn(part, lines);
        if (first >= 0 && this.isBefore(first, before)) yield name;
      }
    }
  }

  /** The text of one of its lines. */
  text(line: number): string {
    this.table.watch.line(line);
    return this.file.lines.line(line);
  }

  /** The rule of one of its lines. */
  rule(line: number): Rule {
    this.table.watch.line(line);
    return this.file.rule(line);
  }

  private linesOf(fact: Fact, { chain }: Part): Lines {
    this.table.watch.fact(fact, chain);
    return this.facts.lines(fact, chain);
  }

  private firstIn(part: Part, lines: Lines): number {
    for (let i = placeOf(lines, part.from); i < lines.length; i++) {
      const line = lines[i] ?? -1;
      if (line >= part.to) break;
      if (this.isIn(line, part)) return line;
    }
    return -1;
  }

  private isIn(line: number, { from, to, appended }: Part): boolean {
    if (line < from || line >= to) return false;
    const entry = this.file.entry(line);
    return !appended || (entry.kind === 'command' && entry.letter === 'A');
  }
}
