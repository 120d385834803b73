// What --known and --write-known do with the findings of each file.

import type { RulesFile } from '../../ruleset/rules-file.ts';
import type { ReportedFinding } from '../formats/format.ts';

export interface Keeper {
  /** How many findings were kept aside. */
  readonly count: number;
  /** The findings of a file that are told, without those that are kept aside. Errors are always told. */
  readonly told: (path: string, file: RulesFile, findings: readonly ReportedFinding[]) => readonly ReportedFinding[];
  /** Ends the run: what there is to say on the error stream. `isWhole`: all files were read. */
  readonly end: (isWhole: boolean) => { readonly sentences: readonly string[]; readonly failed: boolean };
}

/** An error is what the loaders refuse, and nobody can keep that aside. */
export function isKeepable({ severity }: ReportedFinding): boolean {
  return severity !== 'error';
}
