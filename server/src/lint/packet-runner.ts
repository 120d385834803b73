// Runs the lint rules that look at packets: in steps, and what was found last stands until the next run is done.

import type { Finding } from '../check/finding.ts';
import { renumbering } from '../ruleset/edit-log.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { packetTablesOf, type Stops } from './packets.ts';
import type { LintRule, PacketLint } from './rule.ts';
import { byPlace } from './runner.ts';
import { moved, reporter } from './runs/run.ts';

export class PacketRunner<N extends string> {
  private readonly file: RulesFile;
  private readonly rules: readonly PacketLint<N>[];
  private kept: readonly Finding<N>[] = [];
  private edition = -1;
  private isDone = false;

  constructor(file: RulesFile, rules: readonly LintRule<N>[]) {
    this.file = file;
    this.rules = rules.filter((rule) => rule.looksAt === 'packets');
  }

  /** Looks at the file as it is now. It must not change until the last step; then the run is to be dropped. */
  *run(): Stops {
    const { edition } = this.file.edits;
    if (this.isDone && edition === this.edition) return;
    const found: Finding<N>[] = [];
    for (const table of packetTablesOf(this.file)) {
      yield;
      for (const rule of this.rules) yield* rule.check(table, reporter(rule, found));
    }
    this.kept = found.sort(byPlace);
    this.edition = edition;
    this.isDone = true;
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
