// Owns the workspace that the suites open: a fresh copy of test/workspace, with the examples in its folder `examples`.
import * as vscode from 'vscode';
import { poll } from '../support/poll.ts';

/** The place of a file of the workspace. */
export function inWorkspace(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The suites need a workspace folder.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file of the workspace. */
export async function write(name: string, content: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(content));
}

/** Opens a file of the workspace and shows it. */
export async function openInWorkspace(name: string): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument(inWorkspace(name)));
}

/** Opens a document that has no file yet and shows it. */
export async function openUntitled(content: string, language = 'iptables'): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument({ language, content }));
}

/** Shows a document; on a busy machine the editor says that it is in front some time after it is. */
async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document);
  await poll('the document in front', () => vscode.window.activeTextEditor?.document === document || undefined);
  return document;
}

/** Closes all editors without saving, and waits until they are gone: the next untitled document takes the name. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  for (const { document } of vscode.window.visibleTextEditors) {
    if (document.isDirty) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await poll('no editor', () => vscode.window.activeTextEditor === undefined || undefined);
}

/** The same, as it is on the disk: without what an earlier test has changed in the editor. */
export async function openFresh(name: string): Promise<vscode.TextDocument> {
  const document = await openInWorkspace(name);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  return document;
}
