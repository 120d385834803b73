// The light bulb: fixes for what is marked, refactorings of the rule under the cursor, and every safe fix at once.

import { type CodeAction, CodeActionKind, Range, type TextEdit } from 'vscode-languageserver-types';
import { allFixesFor, knownFindingsOf } from '../lint/lint-file.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import type { Steps } from '../ruleset/steps.ts';
import { FIX_ALL } from './action-kinds.ts';
import { toDiagnostic, toQuickFix } from './convert.ts';
import { fixAllSteps } from './fix-all.ts';
import type { ClientSide, Offer } from './refactor/common/refactoring.ts';
import { Selection } from './refactor/common/selection.ts';
import { REFACTORINGS } from './refactor/registry.ts';
import { serviceFixes } from './service-fixes.ts';
import { suppressFixes } from './suppress-fix.ts';

/** More lines than this are no selection to fix by hand. */
const LINES_LIMIT = 200;

/** What an editor asks for. */
export interface ActionRequest {
  readonly uri: string;
  readonly range: Range;
  /** Only these kinds, as editors ask on save; all but the sources of fixes when missing. */
  readonly only?: readonly string[] | undefined;
  readonly client: ClientSide;
  /** The client asks for edits once an action is chosen. */
  readonly resolves: boolean;
}

/** Actions for a range of a document, in steps. */
export function* codeActionSteps(file: RulesFile, request: ActionRequest): Steps<CodeAction[]> {
  const { only } = request;
  const wants = (kind: string) => only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...(yield* quickFixes(file, request)));
  yield;
  actions.push(...refactorings(file, request, wants));
  if (only !== undefined && wants(FIX_ALL)) actions.push(...(yield* fixAll(file, request)));
  return actions;
}

function* quickFixes(file: RulesFile, { uri, range, client }: ActionRequest): Steps<CodeAction[]> {
  const actions: CodeAction[] = [];
  const last = Math.min(range.end.line, range.start.line + LINES_LIMIT);
  for (const finding of knownFindingsOf(file)) {
    if (finding.line < range.start.line || finding.line > last) continue;
    yield;
    const diagnostic = toDiagnostic(finding, uri);
    if (finding.code === 'carriage-return' && client.commands.has('iptables.useLineFeeds')) {
      const title = 'Use LF line endings in the whole file';
      const command = { title, command: 'iptables.useLineFeeds', arguments: [{ uri }] };
      actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: true, command });
      continue;
    }
    const services = yield* serviceFixes(file, finding);
    const others = allFixesFor(file, finding);
    const fixes =
      services.length === 0 ? others : [...services, ...others.map((fix) => ({ ...fix, preferred: false }))];
    for (const fix of [...fixes, ...suppressFixes(file, finding)]) actions.push(toQuickFix(fix, uri, diagnostic));
  }
  return actions;
}

function refactorings(file: RulesFile, request: ActionRequest, wants: (kind: string) => boolean): CodeAction[] {
  const wanted = REFACTORINGS.filter(({ kind }) => wants(kind));
  if (wanted.length === 0) return [];
  const selection = new Selection(file, request.range, request.client);
  return wanted.flatMap(({ kind, offers }) =>
    offers(selection).map((offer): CodeAction => ({ title: offer.title, kind, ...changeOf(offer, request) })),
  );
}

function changeOf({ title, change }: Offer, { uri, range, resolves }: ActionRequest): Partial<CodeAction> {
  if ('command' in change) return { command: { title, command: change.command, arguments: [change.argument] } };
  if ('workspace' in change) return { edit: change.workspace };
  if (typeof change.edits !== 'function') return { edit: { changes: { [uri]: [...change.edits] } } };
  if (resolves) return { data: { uri, range, title } satisfies LaterEdit };
  return { edit: { changes: { [uri]: [...change.edits()] } } };
}

/** What an action carries whose edit is worked out once it is chosen. */
export interface LaterEdit {
  readonly uri: string;
  readonly range: Range;
  readonly title: string;
}

/** What an action carried, as it comes back; undefined where it is none of ours. */
export function readLaterEdit(data: unknown): LaterEdit | undefined {
  if (typeof data !== 'object' || data === null || !('uri' in data && 'range' in data && 'title' in data))
    return undefined;
  const { uri, range, title } = data;
  return typeof uri === 'string' && typeof title === 'string' && Range.is(range) ? { uri, range, title } : undefined;
}

/** The edit of an action that was chosen; none where the document has changed so that it is not offered any more. */
export function laterEdits(file: RulesFile, { range, title }: LaterEdit, client: ClientSide): readonly TextEdit[] {
  const selection = new Selection(file, range, client);
  for (const { offers } of REFACTORINGS) {
    const change = offers(selection).find((offer) => offer.title === title)?.change;
    if (change && 'edits' in change) return typeof change.edits === 'function' ? change.edits() : change.edits;
  }
  return [];
}

function* fixAll(file: RulesFile, { uri }: ActionRequest): Steps<CodeAction[]> {
  const edits = yield* fixAllSteps(file);
  if (edits.length === 0) return [];
  return [{ title: 'Fix everything that is safe to fix', kind: FIX_ALL, edit: { changes: { [uri]: edits } } }];
}
