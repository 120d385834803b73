// Owns the workspace that the suites open: a fresh copy of test/workspace, with the examples in its folder `examples`.
import * as vscode from 'vscode';

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
  const document = await vscode.workspace.openTextDocument(inWorkspace(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The same, as it is on the disk: without what an earlier test has changed in the editor. */
export async function openFresh(name: string): Promise<vscode.TextDocument> {
  const document = await openInWorkspace(name);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  return document;
}
