// What a lint rule is: one file with a name, what it looks for and how it mends it.

import type { Finding, Severity } from '../check/finding.ts';
import type { Fixer } from '../check/fix.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';

export interface LintRule {
  /** Stable; its page is docs/rules/<name>.md. */
  readonly name: string;
  readonly severity: Exclude<Severity, 'error'>;
  /** Reports what it finds. `code` and `severity` are filled in by the runner. */
  readonly check: (file: RulesFile, report: (found: Omit<Finding, 'code' | 'severity'>) => void) => void;
  readonly fix?: Fixer;
}
