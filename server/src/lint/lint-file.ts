// Runs the lint rules over a file, beside what the loaders refuse.

import { checkFile } from '../check/check-file.ts';
import type { Finding } from '../check/finding.ts';
import type { Fixer } from '../check/fix.ts';
import { fixesFor } from '../check/fixes/registry.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { LINT_RULES } from './registry.ts';

/** Everything there is to say about a file, sorted by line and column. */
export function findingsOf(file: RulesFile): Finding[] {
  const refused = checkFile(file);
  const linted = lintOf(file);
  return linted.length === 0 ? refused : [...refused, ...linted].sort((a, b) => a.line - b.line || a.start - b.start);
}

const known = new WeakMap<RulesFile, { readonly revision: number; readonly findings: readonly Finding[] }>();

/** What the lint rules find; kept while only conditions of single rules change. */
function lintOf(file: RulesFile): readonly Finding[] {
  const last = known.get(file);
  if (last?.revision === file.revision) return last.findings;
  const findings: Finding[] = [];
  for (const rule of LINT_RULES) {
    rule.check(file, (found) => findings.push({ code: rule.name, severity: rule.severity, ...found }));
  }
  known.set(file, { revision: file.revision, findings });
  return findings;
}

/** The fixes for a finding of a check or of a lint rule. */
export const allFixesFor: Fixer = (file, finding) => {
  const rule = LINT_RULES.find(({ name }) => name === finding.code);
  return rule ? (rule.fix?.(file, finding) ?? []) : fixesFor(file, finding);
};
