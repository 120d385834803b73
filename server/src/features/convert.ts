// From our findings and fixes to the language server protocol's data types.

import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Severity } from '../check/finding.ts';
import type { Edit, Fix } from '../check/fix.ts';
import type { AnyFinding } from '../lint/lint-file.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** A finding in the document with this address. */
/**
 * The diagnostic of a finding in the document with this address. As long as the finding is the same object, so is its
 * diagnostic: what is written of it once needs not be written again.
 */
export function toDiagnostic(finding: AnyFinding, uri: string): Diagnostic {
  const known = diagnostics.get(finding);
  if (known?.uri === uri) return known.diagnostic;
  const diagnostic = freshDiagnostic(finding, uri);
  diagnostics.set(finding, { uri, diagnostic });
  return diagnostic;
}

const diagnostics = new WeakMap<AnyFinding, { readonly uri: string; readonly diagnostic: Diagnostic }>();

function freshDiagnostic(finding: AnyFinding, uri: string): Diagnostic {
  const { code, message, severity, page, tags, related } = finding;
  return {
    range: rangeOf(finding),
    severity: SEVERITY[severity],
    code,
    source: 'iptables',
    message,
    ...(page !== undefined && { codeDescription: { href: page } }),
    ...(tags && { tags: tags.map((tag) => TAGS[tag]) }),
    ...(related && {
      relatedInformation: related.map((one) => ({ message: one.message, location: { uri, range: rangeOf(one) } })),
    }),
  };
}

function rangeOf({ line, start, end }: { readonly line: number; readonly start: number; readonly end: number }): Range {
  return { start: { line, character: start }, end: { line, character: end } };
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
