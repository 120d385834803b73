// From our findings and fixes to the language server protocol's data types.

import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Finding, Severity } from '../check/finding.ts';
import type { Edit, Fix } from '../check/fix.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(finding: Finding): Diagnostic {
  const { line, start, end, code, message, severity } = finding;
  return {
    range: { start: { line, character: start }, end: { line, character: end } },
    severity: SEVERITY[severity],
    code,
    source: 'iptables',
    message,
  };
}

export function toTextEdit({ range, text }: Edit): TextEdit {
  return { range: { start: { ...range.start }, end: { ...range.end } }, newText: text };
}

export function toQuickFix(fix: Fix, uri: string, diagnostic: Diagnostic): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: { changes: { [uri]: fix.edits.map(toTextEdit) } },
    ...(fix.preferred ? { isPreferred: true } : {}),
  };
}
