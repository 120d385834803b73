// Everything there is to say about a file: what the loaders refuse, and what the lint rules find.

import { checkFile } from '../check/check-file.ts';
import type { Code } from '../check/codes/index.ts';
import type { Finding } from '../check/finding.ts';
import type { Fixer } from '../check/fix.ts';
import { fixesFor } from '../check/fixes/registry.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { LintName } from './names.ts';
import { LINT_RULES } from './registry.ts';
import { Runner } from './runner.ts';

const runners = new WeakMap<RulesFile, Runner<LintName>>();

/** Whatever there is to say of a file, each with a code of the checks or the name of a lint rule. */
export type AnyFinding = Finding<Code | LintName>;

/** All findings of a file, sorted by line and column. */
export function findingsOf(file: RulesFile): AnyFinding[] {
  const refused: AnyFinding[] = checkFile(file);
  let runner = runners.get(file);
  if (!runner) {
    runner = new Runner(file, LINT_RULES);
    runners.set(file, runner);
  }
  const linted = runner.findings();
  return linted.length === 0 ? refused : [...refused, ...linted].sort((a, b) => a.line - b.line || a.start - b.start);
}

/** The fixes for a finding of a check or of a lint rule. */
export const allFixesFor: Fixer = (file, finding) => {
  const rule = LINT_RULES.find(({ name }) => name === finding.code);
  return rule ? (rule.fix?.(file, finding) ?? []) : fixesFor(file, finding);
};
