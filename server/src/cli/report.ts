// Prints findings: lines for people and compilers' problem matchers, or JSON.

import type { Finding } from '../check/finding.ts';
import type { AnyFinding } from '../lint/lint-file.ts';
import type { Family } from '../vocabulary/schema.ts';

/** The one finding of an input that cannot be read. */
export type Unreadable = Finding<'unreadable'>;

/** What became of one input. */
export interface Result {
  readonly path: string;
  readonly family: Family;
  readonly findings: readonly (AnyFinding | Unreadable)[];
}

/** `path:line:column: severity: message [code]`, counted from one, and a line of totals. */
export function asText(results: readonly Result[]): string {
  const lines: string[] = [];
  let errors = 0;
  let warnings = 0;
  for (const { path, findings } of results) {
    for (const { line, start, severity, message, code } of findings) {
      if (severity === 'error') errors++;
      else if (severity === 'warning') warnings++;
      lines.push(`${path}:${line + 1}:${start + 1}: ${severity}: ${message} [${code}]`);
    }
  }
  const files = plural(results.length, 'file');
  lines.push(`${plural(errors, 'error')}, ${plural(warnings, 'warning')} in ${files}`);
  return `${lines.join('\n')}\n`;
}

/** One JSON document; positions as in the language server protocol. */
export function asJson(results: readonly Result[]): string {
  const files = results.map(({ path, family, findings }) => ({
    path,
    family,
    diagnostics: findings.map(({ code, severity, message, line, start, end }) => ({
      code,
      severity,
      message,
      range: { start: { line, character: start }, end: { line, character: end } },
    })),
  }));
  return `${JSON.stringify({ files })}\n`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
