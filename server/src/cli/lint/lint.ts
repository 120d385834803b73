// Checks files one after the other, prints what is found, and tells the exit status.

import { resolve } from 'node:path';
import process from 'node:process';
import type { Severity } from '../../check/finding.ts';
import { allFindingsOf } from '../../lint/lint-file.ts';
import type { Found } from '../../node/configuration-files.ts';
import type { LintArguments } from '../arguments.ts';
import { type Input, inputsOf } from '../files.node.ts';
import type { Output, ReportedFinding, Result } from '../formats/format.ts';
import { FORMATS } from '../formats/index.ts';
import { plain } from '../plain.ts';
import { complain, Printer } from '../print.ts';
import { Settings } from './settings.ts';

/** The exit statuses. */
const GOOD = 0;
const ERRORS = 1;
const TROUBLE = 2;

/** Runs the linter; answers the exit status. */
export function lint(given: LintArguments): number {
  for (const note of given.notes) complain(note);
  const settings = new Settings(given);
  if (settings.isMissing) {
    complain(`Cannot read the configuration "${given.config}": there is no such file.`);
    return TROUBLE;
  }
  return new Run(given, settings).all();
}

class Run {
  private readonly given: LintArguments;
  private readonly settings: Settings;
  private readonly output: Output;
  private readonly printer = new Printer();
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  private files = 0;
  private trouble = false;
  private readonly seen = new Set<string>();
  private readonly told = new Set<string>();

  constructor(given: LintArguments, settings: Settings) {
    this.given = given;
    this.settings = settings;
    const { NO_COLOR = '', TERM = '' } = process.env;
    const colours = process.stdout.isTTY && NO_COLOR === '' && TERM !== 'dumb';
    this.output = FORMATS[given.format]({ colours });
  }

  all(): number {
    this.printer.print(this.output.start ?? '');
    for (const path of this.given.paths) this.path(path);
    this.printer.print(this.output.end({ ...this.counts, files: this.files }));
    this.printer.flush();
    return this.status();
  }

  private path(path: string): void {
    let found = 0;
    for (const input of inputsOf(path)) {
      found++;
      const name = input.path === '-' ? '-' : resolve(input.path);
      if (this.seen.has(name)) continue;
      this.seen.add(name);
      this.input(input);
    }
    if (found > 0) return;
    this.trouble = true;
    complain(`There is no rules file in "${path}".`);
  }

  private input(input: Input): void {
    const path = input.path === '-' ? (this.given.stdinName ?? '-') : input.path;
    const unreadable = 'unreadable' in input ? input.unreadable : this.brokenConfiguration(path);
    if (unreadable !== undefined || 'unreadable' in input) {
      this.unread(path, unreadable ?? '');
      return;
    }
    const file = this.settings.read(input.text, path);
    const found: readonly ReportedFinding[] = allFindingsOf(file);
    this.files++;
    for (const { severity } of found) this.counts[severity]++;
    const findings = this.given.quiet ? found.filter(({ severity }) => severity === 'error') : found;
    this.print({ path, family: file.settings.family, findings, file });
  }

  private unread(path: string, why: string): void {
    this.trouble = true;
    const message = `Cannot read "${path}": ${why}.`;
    complain(message);
    const finding = { code: 'unreadable', severity: 'error', message, line: 0, start: 0, end: 0 } as const;
    this.print({ path, family: this.given.family ?? 4, findings: [finding], file: undefined });
  }

  private print(result: Result): void {
    this.printer.print(this.output.file(result));
  }

  /** Why a file is not judged; undefined where its configuration is fine, or there is none. */
  private brokenConfiguration(path: string): string | undefined {
    const broken = this.settings.brokenFor(path);
    if (!broken) return undefined;
    if (!this.told.has(broken.path)) tell(broken);
    this.told.add(broken.path);
    return `its configuration "${broken.path}" is wrong`;
  }

  private status(): number {
    const { error, warning } = this.counts;
    const { mostWarnings } = this.given;
    if (warning > mostWarnings) complain(`There are ${warning} warnings, more than the ${mostWarnings} allowed.`);
    if (this.trouble) return TROUBLE;
    return error > 0 || warning > mostWarnings ? ERRORS : GOOD;
  }
}

function tell({ path, faults }: Found): void {
  for (const { line, start, message } of faults) complain(`${message}`, `${plain(path)}:${line + 1}:${start + 1}`);
}
