// Owns what the suites know of the editor's page: who can press keys in it, where its parts are, a file with a cursor.
import * as vscode from 'vscode';
import type { Step } from '../support/keyboard.ts';
import { poll } from '../support/poll.ts';
import { openUntitled } from './workspace.ts';

/** The item of the status bar. */
export const STATUS = '[id="vscode-iptables.vscode-iptables.iptables.file"]';
/** A list or an input box at the top of the window. */
export const PICK = '.quick-input-widget:not([style*="display: none"])';
/** The editor that has the keys. */
export const FOCUS: Step = ['see', '.monaco-editor.focused'];

export const shown = (): vscode.TextDocument | undefined => vscode.window.activeTextEditor?.document;
/** Takes the row of the menu of actions that says `title`. */
export const action = (title: string): readonly Step[] => [
  FOCUS,
  ['choose', `.action-widget .monaco-list-row:has-text("${title}")`],
];
/** The line of the cursor, zero-based. */
export const lineNow = (): number | undefined => vscode.window.activeTextEditor?.selection.active.line;
/** Waits for a list or a box that says `text`. */
export const openedPick = (text: string): Step => ['see', `${PICK}:has-text("${text}")`];
/** Waits until a row that Enter would take says `text`. */
export const row = (text: string): Step => ['see', `${PICK} .monaco-list-row.focused:has-text("${text}")`];
/** Waits for a question, which an empty input says. */
export const asked = (begin: string): Step => ['see', `${PICK} input[placeholder^="${begin}"]`];

/** Runs a command as a person does: F1, a part of its title, Enter. */
export function command(title: string): Step[] {
  return [['press', 'F1'], ['see', PICK], ['type', title], row(title), ['press', 'Enter']];
}

/** Nobody presses keys or clicks in a window of the desktop. */
export function needsPage(this: Mocha.Context): void {
  if (vscode.env.uiKind !== vscode.UIKind.Web) this.skip();
}

/** A text without its marks `|`, and what they select: from the first to the second, or a cursor at the only one. */
function unmarked(marked: string): { readonly content: string; readonly from: number; readonly to: number } {
  const [before = '', selected = '', ...rest] = marked.split('|');
  const isSelection = rest.length > 0;
  const to = before.length + (isSelection ? selected.length : 0);
  return { content: before + selected + rest.join(''), from: before.length, to };
}

/** Waits until the server knows a file that has tables. */
export async function known(document: vscode.TextDocument): Promise<void> {
  await poll('the server', async () => {
    const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    return symbols && symbols.length > 0 ? true : undefined;
  });
}

/** Shows an untitled rules file that the server knows; `|` is the cursor, two of them are a selection. */
export async function openMarked(marked: string): Promise<vscode.TextDocument> {
  const { content, from, to } = unmarked(marked);
  const document = await openUntitled(content);
  select(document, from, to);
  await known(document);
  return document;
}

/** Puts the cursor, or a selection, into the document in front. */
export function select(document: vscode.TextDocument, from: number, to = from): void {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) throw new Error('The document is not in front.');
  editor.selection = new vscode.Selection(document.positionAt(from), document.positionAt(to));
}
