// The light bulb: fixes for what is marked, and refactorings of the rule under the cursor.

import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { allFixesFor, findingsOf } from '../lint/lint-file.ts';
import { isRule, type RulesFile } from '../ruleset/rules-file.ts';
import { toDiagnostic, toQuickFix } from './convert.ts';

/** More lines than this are no selection to fix by hand. */
const LINES_LIMIT = 200;

/** Actions for a range of a document; `only` narrows them to kinds, as editors ask on save. */
export function codeActionsOf(file: RulesFile, uri: string, range: Range, only: readonly string[] = []): CodeAction[] {
  const wants = (kind: string) =>
    only.length === 0 || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const last = Math.min(range.end.line, range.start.line + LINES_LIMIT);
    for (const finding of findingsOf(file)) {
      if (finding.line < range.start.line || finding.line > last) continue;
      const diagnostic = toDiagnostic(finding);
      for (const fix of allFixesFor(file, finding)) actions.push(toQuickFix(fix, uri, diagnostic));
    }
  }
  if (wants(CodeActionKind.RefactorRewrite) && isRule(file.entry(range.start.line))) {
    const title = 'Restrict rule to source address…';
    const position = { line: range.start.line, character: range.start.character };
    actions.push({
      title,
      kind: CodeActionKind.RefactorRewrite,
      command: { title, command: 'iptables.restrictToSource', arguments: [{ uri, position }] },
    });
  }
  return actions;
}
