// Judges one file: what is printed of it, and what counts for the exit status. It knows of no other file, so that any
// thread may do it.

import type { Severity } from '../../check/finding.ts';
import { allFindingsOf } from '../../lint/lint-file.ts';
import { looksLikeRules } from '../../vocabulary/file-names.ts';
import type { LintArguments } from '../arguments.ts';
import type { Source } from '../files/find.node.ts';
import { type Input, inputOf } from '../files/read.node.ts';
import type { Circumstances, Entry, ReportedFinding, Result } from '../formats/format.ts';
import { FORMATS } from '../formats/index.ts';
import { plain } from '../plain.ts';
import type { Settings } from './settings.ts';

export type Counts = Readonly<Record<Severity, number>>;

/** A sentence for the error stream. */
export interface Complaint {
  readonly sentence: string;
  /** Who says so, where that is not the program. */
  readonly by?: string;
  /** It is told once of all that have the same. */
  readonly once?: string;
}

/** What became of a file: plain data. */
export type Outcome =
  /** Its first line is none of a rules file. */
  | { readonly kind: 'other' }
  | { readonly kind: 'checked'; readonly entries: readonly Entry[]; readonly counts: Counts }
  | { readonly kind: 'unread'; readonly entries: readonly Entry[]; readonly complaints: readonly Complaint[] };

const NONE: Counts = { error: 0, warning: 0, information: 0, hint: 0 };

export class Judge {
  private readonly given: LintArguments;
  private readonly settings: Settings;
  private readonly circumstances: Circumstances;

  constructor(given: LintArguments, settings: Settings, circumstances: Circumstances) {
    this.given = given;
    this.settings = settings;
    this.circumstances = circumstances;
  }

  /** What becomes of a file. */
  judge({ path: given, name, isGuess, unreadable }: Source): Outcome {
    const path = given === '-' ? (this.given.stdinName ?? '-') : given;
    const input: Input = unreadable === undefined ? inputOf(given, name) : { path, unreadable };
    if (isGuess && !('text' in input && looksLikeRules(input.text))) return { kind: 'other' };
    if ('unreadable' in input) return this.unread(path, input.unreadable);
    return this.brokenConfiguration(path) ?? this.checked(path, input.text);
  }

  private checked(path: string, text: string): Outcome {
    const file = this.settings.read(text, path);
    const found: readonly ReportedFinding[] = allFindingsOf(file);
    const counts = { ...NONE };
    for (const { severity } of found) counts[severity]++;
    const findings = this.given.quiet ? found.filter(({ severity }) => severity === 'error') : found;
    return { kind: 'checked', counts, entries: this.entries({ path, family: file.settings.family, findings, file }) };
  }

  private unread(path: string, why: string, before: readonly Complaint[] = []): Outcome {
    const message = `Cannot read "${path}": ${why}.`;
    const finding = { code: 'unreadable', severity: 'error', message, line: 0, start: 0, end: 0 } as const;
    const entries = this.entries({ path, family: this.given.family ?? 4, findings: [finding], file: undefined });
    return { kind: 'unread', entries, complaints: [...before, { sentence: message }] };
  }

  /** A file is not judged where its configuration is wrong; undefined where that is fine, or there is none. */
  private brokenConfiguration(path: string): Outcome | undefined {
    const broken = this.settings.brokenFor(path);
    if (!broken) return undefined;
    const complaints = broken.faults.map(({ line, start, message }) => ({
      sentence: message,
      by: `${plain(broken.path)}:${line + 1}:${start + 1}`,
      once: broken.path,
    }));
    return this.unread(path, `its configuration "${broken.path}" is wrong`, complaints);
  }

  private entries(result: Result): readonly Entry[] {
    return FORMATS[this.given.format].entries(result, this.circumstances);
  }
}
