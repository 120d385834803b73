// What Does This Firewall Let In?: a page of tables beside the rules, made from them as they are now.

import { commands, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import { documentParams, rulesAt } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/** The page as Markdown; undefined where there are no rules. `uri` is the document (the active one when missing). */
export async function explain(session: Session, uri?: Uri): Promise<string | undefined> {
  const document = await rulesAt(uri instanceof Uri ? uri : undefined);
  if (!document) return undefined;
  const answer = await session.ask('iptables/explain', documentParams(document));
  if (!answer) return undefined;
  const page = await workspace.openTextDocument({ language: 'markdown', content: answer.markdown });
  // Where the Markdown preview is turned off, the text itself is shown.
  await Promise.resolve(commands.executeCommand('markdown.showPreviewToSide', page.uri)).catch(async () => {
    await window.showTextDocument(page, { viewColumn: ViewColumn.Beside, preserveFocus: true });
    window.setStatusBarMessage(l10n.t('The Markdown preview cannot be opened, so the text is shown.'), 10_000);
  });
  return answer.markdown;
}
