// Takes out of the findings of a file what its comments suppress, and adds what there is to say of these comments.

import type { Finding } from '../../check/finding.ts';
import { renumbering } from '../../ruleset/edit-log.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { LintRule, SuppressionLint } from '../rule.ts';
import { byPlace } from '../runner.ts';
import { moved, reporter } from '../runs/run.ts';
import { Cover } from './cover.ts';
import { DirectiveIndex, type PlacedDirective } from './directive-index.ts';

/** What is known of the names that directives may have. */
export interface Names {
  /** All of them. */
  readonly all: ReadonlySet<string>;
  /** Those of findings that are known a little later than all others. */
  readonly late: ReadonlySet<string>;
  /** Those of all lint rules. */
  readonly lint: ReadonlySet<string>;
  /** Those of rules that are off, which find nothing: what is suppressed of them may have a use for others. */
  readonly off: ReadonlySet<string>;
}

/**
 * Whether the findings that come late are there: all, those of a little while ago, or none, and then nothing is said of their
 * names. `refused`: no lint rule was asked yet.
 */
export type Knowledge = 'all' | 'last' | 'none' | 'refused';

/** `C`: whose codes. */
export class Suppressor<C extends string> {
  private readonly file: RulesFile;
  private readonly rules: readonly SuppressionLint<C>[];
  private readonly names: Names;
  private readonly index: DirectiveIndex;
  /** What was said of late names when all was known, and when that was. */
  private late: readonly Finding<C>[] = [];
  private edition = -1;

  constructor(file: RulesFile, rules: readonly LintRule<C>[], names: Names) {
    this.file = file;
    this.rules = rules.filter((rule) => rule.looksAt === 'suppressions');
    this.names = names;
    this.index = new DirectiveIndex(file);
  }

  /** The file has directives. */
  get any(): boolean {
    return this.index.all().length > 0;
  }

  /** Some directive waits for findings that come late. */
  get waits(): boolean {
    return this.index.all().some(({ directive }) => directive.names.some(({ text }) => this.names.late.has(text)));
  }

  /** The findings that are not suppressed, and those about directives, sorted. */
  settle(findings: Finding<C>[], knows: Knowledge): Finding<C>[] {
    const directives = this.index.all();
    if (directives.length === 0) return findings;
    const cover = new Cover(this.file, directives);
    const left = [...findings, ...this.ofDirectives(directives)].filter((finding) => !cover.suppresses(finding));
    const { now, late } = this.ofUseless(cover, knows === 'refused' ? this.names.lint : this.names.late);
    const useless = [...now, ...(knows === 'all' ? this.keep(late) : knows === 'last' ? this.lastLate() : [])];
    return [...left, ...useless.filter((finding) => !cover.suppresses(finding))].sort(byPlace);
  }

  private ofDirectives(directives: readonly PlacedDirective[]): Finding<C>[] {
    const found: Finding<C>[] = [];
    for (const rule of this.rules)
      for (const placed of directives) rule.checkDirective?.(placed, this.names.all, reporter(rule, found));
    return found;
  }

  /** What there is to say of names that suppress nothing; apart what hangs on findings that come late, with these names. */
  private ofUseless(
    cover: Cover,
    lateNames: ReadonlySet<string>,
  ): { readonly now: Finding<C>[]; readonly late: Finding<C>[] } {
    const now: Finding<C>[] = [];
    const late: Finding<C>[] = [];
    for (const useless of cover.useless()) {
      const { text } = useless.word;
      if (!this.names.all.has(text) || this.names.off.has(text)) continue;
      for (const rule of this.rules) {
        // Whether such a directive has a use is settled by what it would suppress, so nobody could say.
        if (!rule.checkUseless || rule.name === text) continue;
        const isLate = useless.why !== 'end' && lateNames.has(text);
        rule.checkUseless(useless, reporter(rule, isLate ? late : now));
      }
    }
    return { now, late };
  }

  private keep(late: readonly Finding<C>[]): readonly Finding<C>[] {
    this.late = late;
    this.edition = this.file.edits.edition;
    return late;
  }

  /** What was said the last time, where its lines are now. */
  private lastLate(): readonly Finding<C>[] {
    const { edits } = this.file;
    if (this.late.length === 0 || edits.edition === this.edition) return this.late;
    const news = edits.since(this.edition);
    this.edition = edits.edition;
    const { now } = renumbering(news ?? []);
    this.late = news ? this.late.map((finding) => moved(finding, now)).filter(({ line }) => line >= 0) : [];
    return this.late;
  }
}
