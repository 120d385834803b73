// Owns the workspace of the suites in a browser: the same files as for Node, written into the editor's memory.
import * as vscode from 'vscode';

/** Path and text of each file; the bundler puts them in. */
declare const WORKSPACE_FILES: Readonly<Record<string, string>>;

/** Fills the workspace's folder, which lives in memory. */
export async function layOutWorkspace(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The suites need a workspace folder.');
  for (const [name, text] of Object.entries(WORKSPACE_FILES)) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, name), new TextEncoder().encode(text));
  }
}
