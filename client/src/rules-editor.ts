// The document that a command works on, and the edits that come back for it.

import { l10n, languages, type TextDocument, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { DocumentParams, EditsAnswer } from '../../server/src/features/edits/protocol.ts';
import type { Session } from './session.ts';

/** The rules file in the active editor; undefined, and a sentence for the user, where there is none. */
export function activeRules(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  if (document?.languageId === 'iptables') return document;
  void window.showInformationMessage(
    l10n.t('Open an iptables rules file first, or set the language of this file to iptables (Change Language Mode).'),
  );
  return undefined;
}

/** Like `activeRules`, but an empty untitled document becomes a rules file, and without an editor a new one opens. */
export async function activeOrNewRules(): Promise<TextDocument | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) {
    const document = await workspace.openTextDocument({ language: 'iptables' });
    await window.showTextDocument(document);
    return document;
  }
  const { document } = editor;
  const blank = document.isUntitled && document.getText().trim() === '';
  if (document.languageId !== 'iptables' && blank) return languages.setTextDocumentLanguage(document, 'iptables');
  return activeRules();
}

/** Whether a document is a file, saved or not yet: no output channel, no piece of a conversation. */
export function isFile({ uri }: TextDocument): boolean {
  return uri.scheme === 'untitled' || workspace.fs.isWritableFileSystem(uri.scheme) !== undefined;
}

/** The rules file at `uri`, opened where it is not; without `uri` the active one. */
export async function rulesAt(uri: Uri | undefined): Promise<TextDocument | undefined> {
  return uri ? workspace.openTextDocument(uri) : activeRules();
}

export function documentParams(document: TextDocument): DocumentParams {
  return { textDocument: { uri: document.uri.toString(), version: document.version } };
}

/**
 * Applies an answer as one undo step; false, and a sentence for the user, where there is nothing to do or the document
 * has changed since the question.
 */
export async function applyAnswer(
  session: Session,
  document: TextDocument,
  { textDocument }: DocumentParams,
  { edits, message }: EditsAnswer,
): Promise<boolean> {
  if (edits.length === 0) {
    if (message !== undefined) void window.showInformationMessage(message);
    return false;
  }
  if (document.version !== textDocument.version) {
    void window.showWarningMessage(l10n.t('The document changed in the meantime. Run the command again.'));
    return false;
  }
  const client = await session.ready();
  const edit = new WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...edits]));
  return workspace.applyEdit(edit);
}

/** What says which lines a command is for. Lines are zero-based. */
export interface ChosenLines {
  readonly line?: number;
  readonly lines?: readonly number[];
  readonly position?: { readonly line: number };
}

/** The lines that are meant: those that are given, else all that the cursors and selections touch. */
export function selectedLines(document: TextDocument, { line, lines, position }: ChosenLines): readonly number[] {
  if (lines) return lines;
  const only = line ?? position?.line;
  if (only !== undefined) return [only];
  const editor = window.activeTextEditor;
  if (editor?.document !== document) return [0];
  return editor.selections.flatMap(({ start, end, isSingleLine }) => {
    // A selection that ends where a line begins does not hold that line.
    const last = !isSingleLine && end.character === 0 ? end.line - 1 : end.line;
    return Array.from({ length: last - start.line + 1 }, (_, at) => start.line + at);
  });
}
