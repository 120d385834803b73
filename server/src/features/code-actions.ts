// The light bulb: fixes for what is marked, refactorings of the rule under the cursor, and every safe fix at once.

import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { allFixesFor, findingsOf } from '../lint/lint-file.ts';
import { isRule, type RulesFile } from '../ruleset/rules-file.ts';
import { toDiagnostic, toQuickFix } from './convert.ts';
import { fixAllSteps } from './fix-all.ts';
import { serviceFixes } from './service-fixes.ts';
import type { Steps } from './steps.ts';

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

/** Actions for a range of a document, in steps. */
export function* codeActionSteps(file: RulesFile, request: ActionRequest): Steps<CodeAction[]> {
  const { only } = request;
  const wants = (kind: string) => only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...(yield* quickFixes(file, request)));
  if (wants(CodeActionKind.RefactorRewrite)) actions.push(...rewrites(file, request));
  if (only !== undefined && wants(FIX_ALL)) actions.push(...(yield* fixAll(file, request)));
  return actions;
}

function* quickFixes(file: RulesFile, { uri, range, commands }: ActionRequest): Steps<CodeAction[]> {
  const actions: CodeAction[] = [];
  const last = Math.min(range.end.line, range.start.line + LINES_LIMIT);
  for (const finding of findingsOf(file)) {
    if (finding.line < range.start.line || finding.line > last) continue;
    yield;
    const diagnostic = toDiagnostic(finding, uri);
    if (finding.code === 'carriage-return' && commands.has('iptables.useLineFeeds')) {
      const title = 'End the lines of the file with LF';
      const command = { title, command: 'iptables.useLineFeeds', arguments: [{ uri }] };
      actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: true, command });
      continue;
    }
    const services = yield* serviceFixes(file, finding);
    const others = allFixesFor(file, finding);
    const fixes =
      services.length === 0 ? others : [...services, ...others.map((fix) => ({ ...fix, preferred: false }))];
    for (const fix of fixes) actions.push(toQuickFix(fix, uri, diagnostic));
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

function* fixAll(file: RulesFile, { uri }: ActionRequest): Steps<CodeAction[]> {
  const edits = yield* fixAllSteps(file);
  if (edits.length === 0) return [];
  return [{ title: 'Fix all that is safe to fix', kind: FIX_ALL, edit: { changes: { [uri]: edits } } }];
}
