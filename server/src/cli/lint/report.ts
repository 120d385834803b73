// Prints what became of files, in their order, and tells the exit status.

import type { Severity } from '../../check/finding.ts';
import type { LintArguments } from '../arguments.ts';
import type { FoundPath } from '../files/find.node.ts';
import type { Entry, Output } from '../formats/format.ts';
import { FORMATS } from '../formats/index.ts';
import type { Keeper } from '../known/keeper.ts';
import { complain, Printer } from '../print.ts';
import type { Complaint, Outcome } from './judge.ts';
import { Progress } from './progress.ts';

/** The exit statuses. */
const GOOD = 0;
const ERRORS = 1;
export const TROUBLE = 2;

export class Report {
  private readonly given: LintArguments;
  private readonly output: Output;
  private readonly progress: Progress;
  private readonly printer: Printer;
  /** For what is no finding: differences, and the fixed text of standard input. */
  private readonly shown = new Printer(1, () => this.progress.clear());
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  private files = 0;
  private fixes = 0;
  private trouble = false;
  private readonly told = new Set<string>();
  private readonly paths: readonly FoundPath[];
  /** The path of the command line whose files come, how many of them came, and whether one was a rules file. */
  private at = 0;
  private came = 0;
  private some = false;

  private readonly keeper: Keeper | undefined;

  constructor(given: LintArguments, paths: readonly FoundPath[], keeper: Keeper | undefined) {
    this.given = given;
    this.keeper = keeper;
    this.paths = paths;
    this.output = FORMATS[given.format].output();
    this.progress = new Progress(paths.reduce((sum, { sources }) => sum + sources.length, 0));
    // What is fixed of standard input is standard output.
    const isText = given.fixes?.does === 'write' && given.paths.includes('-');
    this.printer = new Printer(isText ? 2 : 1, () => this.progress.clear());
    this.say(this.output.start ?? '');
    this.closePaths();
  }

  /** Takes what became of the next file. */
  readonly next = (outcome: Outcome): void => {
    if (outcome.kind !== 'other') this.print(outcome.entries);
    if (outcome.kind === 'checked') {
      this.files++;
      this.fixes += outcome.fixes ?? 0;
      this.shown.print(outcome.shown ?? '');
      if (outcome.complaints) this.cannot(outcome.complaints);
      for (const severity of SEVERITIES) this.counts[severity] += outcome.counts[severity];
    } else if (outcome.kind === 'unread') {
      this.cannot(outcome.complaints);
    }
    this.came++;
    this.some ||= outcome.kind !== 'other';
    this.closePaths();
    this.progress.step(this.printer.isAtLineStart && this.shown.isAtLineStart);
  };

  /** Prints what comes last; the exit status. */
  end(): number {
    const { fixes, onlyErrors } = this.given;
    const known = this.keeper?.count;
    this.shown.flush();
    this.say(this.output.end({ ...this.counts, files: this.files, fixes: fixes && this.fixes, known, onlyErrors }));
    this.printer.flush();
    this.progress.clear();
    this.endKeeping();
    const { error, warning } = this.counts;
    const { mostWarnings } = this.given;
    if (fixes?.does === 'diff') return this.trouble ? TROUBLE : this.fixes > 0 ? ERRORS : GOOD;
    if (warning > mostWarnings) complain(`There are ${warning} warnings, more than the ${mostWarnings} allowed.`);
    if (this.trouble) return TROUBLE;
    return error > 0 || warning > mostWarnings ? ERRORS : GOOD;
  }

  /** Leaves the terminal as it was, where the run ends before its end. */
  clear(): void {
    this.progress.clear();
  }

  /** Goes on to the next path whose files are still to come, and says which had none. */
  private closePaths(): void {
    for (;;) {
      const path = this.paths[this.at];
      if (!path || this.came < path.sources.length) return;
      if (!this.some && !path.hasKnown) {
        this.trouble = true;
        this.complain([{ sentence: path.nothing }]);
      }
      this.at++;
      this.came = 0;
      this.some = false;
    }
  }

  private cannot(complaints: readonly Complaint[]): void {
    this.trouble = true;
    this.complain(complaints);
  }

  private endKeeping(): void {
    const { sentences, failed } = this.keeper?.end(!this.trouble) ?? { sentences: [], failed: false };
    this.complain(sentences.map((sentence) => ({ sentence })));
    if (failed) this.trouble = true;
  }

  /** Differences stand alone. */
  private say(text: string): void {
    if (this.given.fixes?.does !== 'diff') this.printer.print(text);
  }

  private print(entries: readonly Entry[]): void {
    // All of a file with a million findings would be longer than any text can be.
    for (let from = 0; from < entries.length; from += MOST_AT_ONCE) {
      const some = entries.slice(from, from + MOST_AT_ONCE);
      this.say(this.output.join ? this.output.join(some) : some.map(({ text }) => text).join(''));
    }
  }

  private complain(complaints: readonly Complaint[]): void {
    const news = complaints.filter(({ once }) => once === undefined || !this.told.has(once));
    for (const { once } of news) if (once !== undefined) this.told.add(once);
    if (news.length > 0) this.progress.clear();
    for (const { sentence, by } of news) complain(sentence, by);
  }
}

const MOST_AT_ONCE = 1000;
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
