// Runs the lint rules that look at packets: in steps, and what was found last stands until the next run is done.

import { Unpassed } from '../analysis/reach/always.ts';
import type { ChainSteps } from '../analysis/reach/chain-steps.ts';
import type { Fate, TableReach } from '../analysis/reach/table-reach.ts';
import type { Finding } from '../check/finding.ts';
import { renumbering } from '../ruleset/edit-log.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import type { TableBlock } from '../ruleset/table-block.ts';
import { type PacketTable, PacketTables } from './packets.ts';
import type { LintRule, PacketLint } from './rule.ts';
import { byPlace } from './runner.ts';
import { moved } from './runs/run.ts';
import { movedSaid, packetReporter, type Said, sayer } from './runs/said.ts';

export class PacketRunner<N extends string> {
  private readonly file: RulesFile;
  private readonly rules: readonly PacketLint<N>[];
  readonly tables: PacketTables;
  private readonly looks: ChainLooks<N>;
  private kept: readonly Finding<N>[] = [];
  private edition = -1;
  private isDone = false;
  private seen: readonly PacketTable[] = [];

  constructor(file: RulesFile, rules: readonly LintRule<N>[]) {
    this.file = file;
    this.tables = new PacketTables(file);
    this.rules = rules.filter((rule) => rule.looksAt === 'packets');
    this.looks = new ChainLooks(file, this.rules);
  }

  /** Takes in that nothing is to be said of the file's packets as it is now. */
  pass(): void {
    this.kept = [];
    this.edition = this.file.edits.edition;
    this.isDone = true;
  }

  /** Looks at the file as it is now. It must not change until the last step; then the run is to be dropped. */
  *run(): Steps<void> {
    const { edition } = this.file.edits;
    if (this.isDone && edition === this.edition) return;
    const found: Finding<N>[] = [];
    const tables = yield* this.tables.steps();
    for (const table of tables) {
      yield;
      yield* this.looks.look(table, found);
    }
    for (const rule of this.rules) {
      if (!rule.checkFile) continue;
      rule.checkFile(tables, packetReporter(rule, found));
      yield;
    }
    this.kept = found.sort(byPlace);
    this.edition = edition;
    this.isDone = true;
    this.seen = tables;
  }

  /** The tables of the last run, where the file is still the same; undefined elsewhere. */
  get current(): readonly PacketTable[] | undefined {
    return this.isDone && this.edition === this.file.edits.edition ? this.seen : undefined;
  }

  /** The last run that was done saw the file as it is now. */
  get isCurrent(): boolean {
    return this.isDone && this.edition === this.file.edits.edition;
  }

  /** What the last run that was done found, where its lines are now. Lines that were edited since have nothing. */
  known(): readonly Finding<N>[] {
    const { edits } = this.file;
    if (edits.edition === this.edition || this.kept.length === 0) return this.kept;
    const news = edits.since(this.edition);
    this.isDone = false;
    this.edition = edits.edition;
    if (!news) this.kept = [];
    else {
      const { now } = renumbering(news);
      this.kept = this.kept.map((finding) => moved(finding, now)).filter(({ line }) => line >= 0);
    }
    return this.kept;
  }
}

const FATES: readonly Fate['kind'][] = ['live', 'covered', 'never', 'excluded', 'chain', 'unknown'];
/** So many chains of which all is known are gone through at a time. */
const MOST_KNOWN = 128;

/** What was said of a chain of a table under its policies, with the lines that it had in an edition of the file. */
interface Told<N extends string> {
  readonly said: readonly Said<N>[];
  readonly block: TableBlock;
  readonly policies: string;
  readonly edition: number;
}

/** Looks at chains; where packets go as they did, what was said of a chain moves with its lines. */
class ChainLooks<N extends string> {
  private readonly told = new WeakMap<TableReach, Map<ChainSteps, Told<N>>>();
  private readonly file: RulesFile;
  private readonly rules: readonly PacketLint<N>[];
  private readonly byFate: ReadonlyMap<Fate['kind'], readonly PacketLint<N>[]>;

  constructor(file: RulesFile, rules: readonly PacketLint<N>[]) {
    this.file = file;
    this.rules = rules;
    this.byFate = new Map(FATES.map((kind) => [kind, rules.filter(({ fates }) => fates?.includes(kind))]));
  }

  *look(table: PacketTable, found: Finding<N>[]): Steps<void> {
    const hooked = this.rules.filter(({ checkHook }) => checkHook);
    const told = this.told.get(table.reach) ?? new Map<ChainSteps, Told<N>>();
    this.told.set(table.reach, told);
    const { edition } = this.file.edits;
    const mover = new Mover(this.file);
    const policies = table.block.builtins.map((name) => table.block.chains.get(name)?.policy ?? '').join(' ');
    let count = 0;
    for (const chain of table.chains) {
      if (chain.isBuiltin) {
        for (const rule of hooked) {
          rule.checkHook?.(table, chain, packetReporter(rule, found));
          yield;
        }
      }
      const last = told.get(chain);
      const isSame = last?.block === table.block && last.policies === policies;
      const isSettled = last !== undefined && isSame && table.isSettled(chain);
      let said = isSettled ? mover.moved(last) : undefined;
      if (!said) {
        said = yield* this.lookAt(table, chain);
        table.settle(chain);
        yield;
      } else if (++count % MOST_KNOWN === 0) yield;
      if (said !== last?.said || last.edition !== edition)
        told.set(chain, { said, block: table.block, policies, edition });
      for (const { finding } of said) found.push(finding);
    }
  }

  private *lookAt(table: PacketTable, chain: ChainSteps): Steps<readonly Said<N>[]> {
    const said: Said<N>[] = [];
    const seen = new Unpassed();
    let count = 0;
    for (const step of chain.steps) {
      if (++count % MOST_KNOWN === 0 || !table.isKnown(chain, step)) yield;
      const fate = table.fateOf(chain, step);
      if (fate.kind === 'live') seen.see(step, fate.probe);
      if (fate.kind === 'live' && !chain.isBuiltin) continue;
      const known = { table, chain, step, fate };
      for (const rule of this.byFate.get(fate.kind) ?? []) rule.checkRule?.(known, sayer(rule, said));
    }
    for (const rule of this.rules) rule.checkChain?.(table, chain, sayer(rule, said));
    for (const step of seen.steps) {
      yield;
      for (const rule of this.rules) rule.checkUnpassed?.(table, chain, step, sayer(rule, said));
    }
    return said;
  }
}

/** Where lines are since an edition, and whether any that were not replaced have other numbers. */
interface Way {
  readonly now: (line: number) => number;
  readonly areMoved: boolean;
}

/** Takes what was said of chains to where its lines are now. */
class Mover {
  private readonly file: RulesFile;
  /** By edition; undefined where nobody knows. */
  private readonly ways = new Map<number, Way | undefined>();

  constructor(file: RulesFile) {
    this.file = file;
  }

  /** Undefined where a line of it is another one now. */
  moved<N extends string>({ said, edition }: Told<N>): readonly Said<N>[] | undefined {
    if (said.length === 0 || edition === this.file.edits.edition) return said;
    const way = this.wayFrom(edition);
    if (!way) return undefined;
    const { now, areMoved } = way;
    for (const { finding } of said) {
      if (now(finding.line) < 0 || finding.related?.some(({ line }) => now(line) < 0)) return undefined;
    }
    return areMoved ? said.map((one) => movedSaid(one, now)) : said;
  }

  private wayFrom(edition: number): Way | undefined {
    if (!this.ways.has(edition)) {
      const news = this.file.edits.since(edition);
      const areMoved = news?.some(({ old, fresh }) => old.length !== fresh.length) === true;
      this.ways.set(edition, news && { now: renumbering(news).now, areMoved });
    }
    return this.ways.get(edition);
  }
}
