// Lint rules that look at whole tables, or at tables beside each other: asked again whenever more changes than what
// rules match, and at every change where they looked into a chain.

import type { Finding } from '../../check/finding.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Steps } from '../../ruleset/steps.ts';
import { factsOf } from '../look.ts';
import type { FileLint, TableLint } from '../rule.ts';
import { FileView } from '../view.ts';
import { type News, type Run, reporter } from './run.ts';

export class TableRun<N extends string> implements Run<N> {
  private readonly file: RulesFile;
  private readonly rules: readonly (FileLint<N> | TableLint<N>)[];
  private kept: readonly Finding<N>[] = [];
  private looksInside = false;

  constructor(file: RulesFile, rules: readonly (FileLint<N> | TableLint<N>)[]) {
    this.file = file;
    this.rules = rules;
  }

  *prepare(): Steps<void> {
    yield* factsOf(this.file).knowing((noting) => this.looking(noting));
  }

  private *looking(noting: (work: () => void) => void): Steps<void> {
    noting(() => this.look());
    yield;
  }

  findings({ edits, roles }: News): readonly Finding<N>[] {
    if (!edits || roles || (this.looksInside && edits.length > 0)) this.kept = this.look();
    return this.kept;
  }

  private look(): readonly Finding<N>[] {
    const findings: Finding<N>[] = [];
    this.looksInside = false;
    const chain = () => {
      this.looksInside = true;
    };
    const view = new FileView(this.file, factsOf(this.file), { chain, fact: chain, line: () => {} });
    for (const rule of this.rules) {
      const report = reporter(rule, findings);
      if (rule.looksAt === 'file') rule.check(view, report);
      else for (const table of view.tables) if (table.block.table) rule.check(table, report);
    }
    return findings;
  }
}
