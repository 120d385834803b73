// What a format of the command line is: what it prints of each file by itself, and how that is put together.

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
  /** How many fixes were made; undefined where none were asked for. */
  readonly fixes?: number | undefined;
  /** How many known findings were kept aside. */
  readonly known?: number | undefined;
  /** Nothing but errors was looked for. */
  readonly onlyErrors?: boolean | undefined;
}

/** A text that is printed of a file: plain data, since it may come from another thread. */
export interface Entry {
  readonly text: string;
  /** The code of the finding that it is about, where the format asks. */
  readonly code?: string;
}

/** Puts the entries of all files together, one file after the other, so that none has to be kept. */
export interface Output {
  readonly start?: string;
  /** The entries of the next file as they are printed; the texts one after the other where it is missing. */
  readonly join?: (entries: readonly Entry[]) => string;
  readonly end: (totals: Totals) => string;
}

/** What a format may want to know. */
export interface Circumstances {
  readonly colours: boolean;
}

export interface Format {
  /** What is printed of a file, whatever the others are. */
  readonly entries: (result: Result, circumstances: Circumstances) => readonly Entry[];
  readonly output: () => Output;
}

/** Joins entries with something between them. */
export function separated(between: string, first = ''): (entries: readonly Entry[]) => string {
  let before = first;
  return (entries) =>
    entries
      .map(({ text }) => {
        const said = before + text;
        before = between;
        return said;
      })
      .join('');
}

/** Findings of a format that people read as they scroll: nobody reads more of one file. */
export const MOST_SHOWN = 1000;
