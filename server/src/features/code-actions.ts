// The light bulb: fixes for what is marked, refactorings of the rule under the cursor, and every safe fix at once.

import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { allFixesFor, findingsOf } from '../lint/lint-file.ts';
import { isRule, type RulesFile } from '../ruleset/rules-file.ts';
import { toDiagnostic, toQuickFix } from './convert.ts';
import { fixAllOf } from './fix-all.ts';

/** More lines than this are no selection to fix by hand. */
const LINES_LIMIT = 200;
/** As editors name it in their settings for actions on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.iptables`;

/** What an editor asks for. */
export interface ActionRequest {
  readonly uri: string;
  readonly range: Range;
  /** Only these kinds, as editors ask on save; all but the sources of fixes when missing. */
  readonly only?: readonly string[] | undefined;
  /** Commands that the client has. */
  readonly commands: ReadonlySet<string>;
}

/** Actions for a range of a document. */
export function codeActionsOf(file: RulesFile, request: ActionRequest): CodeAction[] {
  const { only } = request;
  const wants = (kind: string) => only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(file, request) : []),
    ...(wants(CodeActionKind.RefactorRewrite) ? rewrites(file, request) : []),
    ...(only !== undefined && wants(FIX_ALL) ? fixAll(file, request) : []),
  ];
}

function quickFixes(file: RulesFile, { uri, range, commands }: ActionRequest): CodeAction[] {
  const actions: CodeAction[] = [];
  const last = Math.min(range.end.line, range.start.line + LINES_LIMIT);
  for (const finding of findingsOf(file)) {
    if (finding.line < range.start.line || finding.line > last) continue;
    const diagnostic = toDiagnostic(finding);
    if (finding.code === 'carriage-return' && commands.has('iptables.useLineFeeds')) {
      const title = 'End the lines of the file with LF';
      const command = { title, command: 'iptables.useLineFeeds', arguments: [{ uri }] };
      actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: true, command });
      continue;
    }
    for (const fix of allFixesFor(file, finding)) actions.push(toQuickFix(fix, uri, diagnostic));
  }
  return actions;
}

function rewrites(file: RulesFile, { uri, range, commands }: ActionRequest): CodeAction[] {
  if (!commands.has('iptables.restrictToSource') || !isRule(file.entry(range.start.line))) return [];
  const title = 'Restrict rule to source address…';
  const position = { line: range.start.line, character: range.start.character };
  const command = { title, command: 'iptables.restrictToSource', arguments: [{ uri, position }] };
  return [{ title, kind: CodeActionKind.RefactorRewrite, command }];
}

function fixAll(file: RulesFile, { uri }: ActionRequest): CodeAction[] {
  const edits = fixAllOf(file);
  if (edits.length === 0) return [];
  return [{ title: 'Fix all that is safe to fix', kind: FIX_ALL, edit: { changes: { [uri]: edits } } }];
}
