// Runs the lint rules that look at packets: in steps, and what was found last stands until the next run is done.

import type { Finding } from '../check/finding.ts';
import { renumbering } from '../ruleset/edit-log.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import { type PacketTable, PacketTables } from './packets.ts';
import type { LintRule, PacketLint, Report } from './rule.ts';
import { byPlace } from './runner.ts';
import { moved, reporter } from './runs/run.ts';

export class PacketRunner<N extends string> {
  private readonly file: RulesFile;
  private readonly rules: readonly PacketLint<N>[];
  readonly tables: PacketTables;
  private kept: readonly Finding<N>[] = [];
  private edition = -1;
  private isDone = false;

  constructor(file: RulesFile, rules: readonly LintRule<N>[]) {
    this.file = file;
    this.tables = new PacketTables(file);
    this.rules = rules.filter((rule) => rule.looksAt === 'packets');
  }

  /** Looks at the file as it is now. It must not change until the last step; then the run is to be dropped. */
  *run(): Steps<void> {
    const { edition } = this.file.edits;
    if (this.isDone && edition === this.edition) return;
    const found: Finding<N>[] = [];
    const rules = this.rules.map((rule) => ({ rule, report: reporter(rule, found) }));
    for (const table of yield* this.tables.steps()) {
      yield;
      yield* look(table, rules);
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

/** So many rules of which all is known are gone through at a time. */
const MOST_KNOWN = 256;

function* look<N extends string>(
  table: PacketTable,
  rules: readonly { readonly rule: PacketLint<N>; readonly report: Report }[],
): Steps<void> {
  const ofLive = rules.filter(({ rule }) => rule.fates?.includes('live'));
  let known = 0;
  for (const chain of table.chains) {
    for (const { rule, report } of rules) rule.checkChain?.(table, chain, report);
    for (const step of chain.steps) {
      if (!table.isKnown(step) || ++known % MOST_KNOWN === 0) yield;
      const fate = table.fateOf(chain, step);
      if (fate.kind === 'live' && !chain.isBuiltin) continue;
      for (const { rule, report } of fate.kind === 'live' ? ofLive : rules)
        if (rule.fates?.includes(fate.kind)) rule.checkRule?.({ table, chain, step, fate }, report);
    }
    yield;
  }
}
