// What a format of the command line is: it is given one file after the other and answers what to print.

import type { Finding, Severity } from '../../check/finding.ts';
import type { AnyFinding } from '../../lint/lint-file.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { Family } from '../../vocabulary/schema.ts';

/** What is said of an input that is not checked: it cannot be read, or is no text. */
export type Unreadable = Finding<'unreadable'>;
export type ReportedFinding = AnyFinding | Unreadable;

/** What became of one input. */
export interface Result {
  readonly path: string;
  readonly family: Family;
  readonly findings: readonly ReportedFinding[];
  /** Undefined where it was not read. */
  readonly file: RulesFile | undefined;
}

/** What was found in all inputs. */
export interface Totals extends Readonly<Record<Severity, number>> {
  readonly files: number;
}

/** Prints results one after the other, so that none has to be kept. */
export interface Output {
  readonly start?: string;
  readonly file: (result: Result) => string;
  readonly end: (totals: Totals) => string;
}

/** What a format may want to know. */
export interface Circumstances {
  readonly colours: boolean;
}

export type Format = (circumstances: Circumstances) => Output;

/** Findings of a format that people read as they scroll: nobody reads more of one file. */
export const MOST_SHOWN = 1000;
