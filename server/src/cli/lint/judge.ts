// Judges one file: what is printed of it, and what counts for the exit status. It knows of no other file, so that any
// thread may do it.

import type { Severity } from '../../check/finding.ts';
import { allFindingsOf, errorsOf } from '../../lint/lint-file.ts';
import type { RulesFile } from '../../ruleset/rules-file.ts';
import { looksLikeRules } from '../../vocabulary/file-names.ts';
import type { LintArguments } from '../arguments.ts';
import type { Source } from '../files/find.node.ts';
import { type Input, inputOf } from '../files/read.node.ts';
import { fix } from '../fix/fixer.ts';
import type { Circumstances, Entry, ReportedFinding, Result } from '../formats/format.ts';
import { FORMATS } from '../formats/index.ts';
import type { Keeper } from '../known/keeper.ts';
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
  | Checked
  | { readonly kind: 'unread'; readonly entries: readonly Entry[]; readonly complaints: readonly Complaint[] };

export interface Checked {
  readonly kind: 'checked';
  readonly entries: readonly Entry[];
  readonly counts: Counts;
  /** How many fixes were made, or would be. */
  readonly fixes?: number;
  /** What goes to standard output before all else: a difference, or the fixed text. */
  readonly shown?: string;
  /** Why its fixes could not be made. */
  readonly complaints?: readonly Complaint[];
}

const NONE: Counts = { error: 0, warning: 0, information: 0, hint: 0 };

export class Judge {
  private readonly given: LintArguments;
  private readonly settings: Settings;
  private readonly circumstances: Circumstances;

  private readonly keeper: Keeper | undefined;

  /** `keeper`: who keeps known findings aside. */
  constructor(given: LintArguments, settings: Settings, circumstances: Circumstances, keeper?: Keeper) {
    this.keeper = keeper;
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
    return this.brokenConfiguration(path) ?? this.checked(given, path, input.text);
  }

  private checked(place: string, path: string, text: string): Outcome {
    const read = this.settings.read(text, path);
    const { fixes } = this.given;
    if (!fixes) return this.findings(path, read);
    const { count, shown, cannot, text: fixed } = fix(fixes, place, path, read, this.circumstances.colours);
    const rest = {
      fixes: count,
      ...(shown !== undefined && { shown }),
      ...(cannot !== undefined && { complaints: [{ sentence: `Cannot fix "${path}": ${cannot}.` }] }),
    };
    if (fixes.does === 'diff') return { kind: 'checked', counts: NONE, entries: [], ...rest };
    return { ...this.findings(path, fixed === undefined ? read : this.settings.read(fixed, path)), ...rest };
  }

  private findings(path: string, file: RulesFile): Checked {
    const { quiet, onlyErrors } = this.given;
    const all: readonly ReportedFinding[] = onlyErrors ? errorsOf(file) : allFindingsOf(file);
    const found = this.keeper?.told(path, file, all) ?? all;
    const counts = { ...NONE };
    for (const { severity } of found) counts[severity]++;
    const findings = quiet ? found.filter(({ severity }) => severity === 'error') : found;
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
