// The tables of a file made ready for traces: chains with their rules in order, read when a packet first comes there.

import { Jump } from '../../ruleset/command.ts';
import { type Entry, isRule, type RulesFile } from '../../ruleset/rules-file.ts';
import type { TableBlock } from '../../ruleset/table-block.ts';
import type { Backend, TableName } from '../../vocabulary/schema.ts';
import { ChainIndex } from './chain-index.ts';
import { doubtful, type Prepared, prepare } from './prepared.ts';

/** A chain with its rules in their order. */
export interface ChainProgram {
  readonly name: string;
  readonly rules: readonly Prepared[];
  readonly index: ChainIndex;
}

/** Matches and targets that make the kernel track connections. */
const TRACKING: ReadonlySet<string> = new Set([
  'state',
  'conntrack',
  'connmark',
  'connbytes',
  'connlabel',
  'connlimit',
  'helper',
  'CT',
  'NOTRACK',
  'CONNMARK',
  'CONNSECMARK',
  'SYNPROXY',
]);

export class TableProgram {
  readonly table: TableName;
  private readonly file: RulesFile;
  private readonly block: TableBlock;
  private readonly backend: Backend | 'both';
  private readonly chains = new Map<string, ChainProgram | undefined>();
  private ownSize: number | undefined;

  constructor(file: RulesFile, block: TableBlock, table: TableName, backend: Backend | 'both') {
    this.file = file;
    this.block = block;
    this.table = table;
    this.backend = backend;
  }

  /** How many chains the table has or speaks of. */
  get size(): number {
    this.ownSize ??= [...this.block.chains.all()].length;
    return this.ownSize;
  }

  /** A chain that exists when the table is loaded; undefined for any other. */
  chain(name: string): ChainProgram | undefined {
    if (this.chains.has(name)) return this.chains.get(name);
    const made = this.block.standing.has(name) ? this.make(name) : undefined;
    this.chains.set(name, made);
    return made;
  }

  /** The policy of a built-in chain; undefined where a placeholder says it. A chain without a `:` line has ACCEPT. */
  policy(name: string): 'ACCEPT' | 'DROP' | undefined {
    const chain = this.block.chains.get(name);
    if (!chain || chain.policyLine < 0) return 'ACCEPT';
    return chain.policy === 'ACCEPT' || chain.policy === 'DROP' ? chain.policy : undefined;
  }

  private make(name: string): ChainProgram {
    const rules: Prepared[] = [...this.doubts(name)];
    for (const { line, copies } of this.linesOf(name)) {
      const made = prepare(this.file.rule(line), line, name, this.table, this.block.standing, this.backend);
      if (copies) for (const copy of copies) rules.push(...made.slice(copy, copy + 1));
      else rules.push(...made);
    }
    return { name, rules, index: new ChainIndex(rules) };
  }

  /** What the back ends make of a bare -F differs: legacy has no rules left, and nft has all. */
  private doubts(name: string): readonly Prepared[] {
    const { standing, events } = this.block;
    if (this.backend !== 'both') return [];
    const [legacy, nft] = [standing.rulesOf(name, 'legacy'), standing.rulesOf(name, 'nft')];
    if (legacy === nft || legacy.join() === nft.join()) return [];
    const isFlush = (entry: Entry) => entry.kind === 'command' && entry.letter === 'F' && entry.chain === undefined;
    const line = events.find((one) => isFlush(this.file.entry(one))) ?? this.block.firstLine;
    return [doubtful({ line: line + 1, chain: name, table: this.table }, 'nft does not follow a bare -F in a file')];
  }

  private linesOf(name: string): readonly { readonly line: number; readonly copies?: readonly number[] }[] {
    const { standing } = this.block;
    const lines = standing.copiesOf(name, this.backend === 'nft' ? 'nft' : 'legacy');
    const refused = this.refusedIn(name);
    if (refused.length === 0) return lines;
    // What a line that no loader takes does is not known, so it comes before all that it may come before.
    const isInOrder = standing.isInOrder && refused.every((line) => this.isAppend(line));
    const own = refused.map((line) => ({ line }));
    return isInOrder ? [...lines, ...own].sort((a, b) => a.line - b.line) : [...own, ...lines];
  }

  private isAppend(line: number): boolean {
    const entry = this.file.entry(line);
    return entry.kind === 'command' && entry.letter === 'A';
  }

  /** Lines meant for a chain that no loader carries out. */
  private refusedIn(name: string): readonly number[] {
    const chain = this.block.chains.get(name);
    const isRefused = (line: number) => isRule(this.file.entry(line)) && this.block.standing.fateOf(line) === 'never';
    return (chain?.commands ?? []).filter(isRefused);
  }
}

export class Program {
  readonly file: RulesFile;
  readonly backend: Backend | 'both';
  private readonly tables = new Map<TableName, TableProgram>();
  private tracking: boolean | undefined;

  constructor(file: RulesFile, backend: Backend | 'both') {
    this.file = file;
    this.backend = backend;
    // A table that comes twice is what its second block says.
    for (const block of file.blocks) {
      if (block.table) this.tables.set(block.table, new TableProgram(file, block, block.table, backend));
    }
  }

  table(name: TableName): TableProgram | undefined {
    return this.tables.get(name);
  }

  /** The file makes the kernel track connections. */
  get asksForTracking(): boolean {
    this.tracking ??= this.tables.has('nat') || this.hasTrackingRule();
    return this.tracking;
  }

  private hasTrackingRule(): boolean {
    const { file } = this;
    const words = [...TRACKING];
    for (let line = 0; line < file.lineCount; line++) {
      const entry = file.entry(line);
      if (entry.kind !== 'command' || (entry.jump === Jump.none && entry.letter === undefined)) continue;
      const text = file.lines.line(line);
      if (!words.some((word) => text.includes(word))) continue;
      const names = file.rule(line).instances.map(({ known }) => known.extension.name);
      if (names.some((name) => TRACKING.has(name))) return true;
    }
    return false;
  }
}
