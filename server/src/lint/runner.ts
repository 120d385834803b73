// Runs lint rules over a file. What they found is kept, and only what an edit may have changed is looked at again: the
// lint rules themselves keep nothing.

import type { Finding } from '../check/finding.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import type { LintRule } from './rule.ts';
import { ChainRun } from './runs/chain-run.ts';
import { RuleRun } from './runs/rule-run.ts';
import type { News, Run } from './runs/run.ts';
import { TableRun } from './runs/table-run.ts';

export class Runner<N extends string> {
  private readonly file: RulesFile;
  private readonly runs: readonly Run<N>[];
  private edition = 0;
  private revision = -1;
  /** What all chains depend on beside their lines. */
  private frame = '';
  private kept: readonly Finding<N>[] = [];
  /** What each run found last. */
  private found: readonly (readonly Finding<N>[])[] = [];

  constructor(file: RulesFile, rules: readonly LintRule<N>[]) {
    this.file = file;
    this.runs = [
      new RuleRun(
        file,
        rules.filter((rule) => rule.looksAt === 'rule'),
      ),
      new ChainRun(
        file,
        rules.filter((rule) => rule.looksAt === 'chain'),
      ),
      new TableRun(
        file,
        rules.filter((rule) => rule.looksAt === 'table' || rule.looksAt === 'file'),
      ),
    ];
  }

  /** The first look at the file was taken; from then on only what an edit may have changed is looked at, which is quick. */
  get isReady(): boolean {
    return this.found.length > 0;
  }

  /** Takes the first look. The file must not change until the last step; then these steps are to be dropped. */
  *firstLook(): Steps<void> {
    for (const run of this.runs) {
      const steps = run.prepare();
      // Who asks for findings meanwhile takes the first look at once.
      while (!this.isReady && !steps.next().done) yield;
    }
    this.findings();
  }

  /** Everything that the lint rules find, sorted by line and column. */
  findings(): readonly Finding<N>[] {
    const news = this.news();
    if (news.edits?.length === 0) return this.kept;
    const found = this.runs.map((run) => run.findings(news));
    if (found.some((one, at) => !isSame(one, this.found[at]))) this.kept = found.flat().sort(byPlace);
    this.found = found;
    return this.kept;
  }

  private news(): News {
    const { edits, revision, frames, refersElsewhere } = this.file;
    const frame = `${frames} ${refersElsewhere}`;
    const isFramed = frame === this.frame;
    const news: News = {
      edits: isFramed ? edits.since(this.edition) : undefined,
      roles: revision !== this.revision,
    };
    this.edition = edits.edition;
    this.revision = revision;
    this.frame = frame;
    return news;
  }
}

/** Whether a run found the very same as before. */
function isSame(one: readonly unknown[], other: readonly unknown[] | undefined): boolean {
  return one === other || (one.length === other?.length && one.every((each, at) => each === other[at]));
}

/** The same order however the findings were come by. */
export function byPlace(a: Finding<string>, b: Finding<string>): number {
  return a.line - b.line || a.start - b.start || compare(a.code, b.code) || compare(a.message, b.message);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
