// The findings of a file as diagnostics, no more than an editor can bear.

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Severity } from '../check/finding.ts';
import { type AnyFinding, knownFindingsOf } from '../lint/lint-file.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { toDiagnostic } from './convert.ts';

/** 10,000 diagnostics are 2.9 MB for every keystroke; nobody reads more than this. */
const LIMIT = 1000;
const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** At most `limit` diagnostics of the document with this address, errors first, and one at the top that says how many more there are. */
export function diagnosticsOf(file: RulesFile, uri: string, limit = LIMIT): Diagnostic[] {
  const findings = knownFindingsOf(file);
  if (findings.length <= limit) return findings.map((finding) => toDiagnostic(finding, uri));
  const kept = gravest(findings, limit);
  const rest = findings.length - kept.length;
  return [
    {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: DiagnosticSeverity.Information,
      code: 'too-many-findings',
      source: 'iptables',
      message: `${rest} more findings are not shown; iptables-lint prints them all.`,
    },
    ...kept.map((finding) => toDiagnostic(finding, uri)),
  ];
}

function gravest(findings: readonly AnyFinding[], limit: number): AnyFinding[] {
  return findings
    .map((finding, i) => ({ finding, i }))
    .sort((a, b) => ORDER[a.finding.severity] - ORDER[b.finding.severity] || a.i - b.i)
    .slice(0, limit)
    .map(({ finding }) => finding);
}
