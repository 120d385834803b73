// Runs the lint rules that look at packets: in steps, and what was found last stands until the next run is done.

import type { Finding } from '../check/finding.ts';
import { renumbering } from '../ruleset/edit-log.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import { type PacketTable, PacketTables } from './packets.ts';
import type { LintRule, PacketLint } from './rule.ts';
import { byPlace } from './runner.ts';
import { ChainLooks } from './runs/chain-looks.ts';
import { moved } from './runs/run.ts';
import { packetReporter } from './runs/said.ts';

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
