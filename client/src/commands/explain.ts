// What Does This Firewall Let In?: a page of tables beside the rules.

import { commands, Uri, ViewColumn, window, workspace } from 'vscode';
import { pageOf } from '../explanation-page.ts';
import { rulesAt } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/** The page as Markdown; undefined where there are no rules. `uri` is the document (the active one when missing). */
export async function explain(session: Session, uri?: Uri): Promise<string | undefined> {
  const document = await rulesAt(uri instanceof Uri ? uri : undefined);
  if (!document) return undefined;
  const page = await workspace.openTextDocument(pageOf(document));
  try {
    await commands.executeCommand('markdown.showPreviewToSide', page.uri);
  } catch (error) {
    // The extension that shows Markdown may be turned off.
    session.output.warn(`The Markdown preview cannot be opened: ${String(error)}`);
    await window.showTextDocument(page, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  }
  return page.getText();
}
