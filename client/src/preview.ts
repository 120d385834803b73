// Shows what a command is about to change, as a difference between the document and what becomes of it, and asks.

import {
  commands,
  l10n,
  languages,
  Position,
  TabInputTextDiff,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { EditsAnswer } from '../../server/src/features/edits/protocol.ts';
import type { Session } from './session.ts';

const SCHEME = 'iptables-preview';
/** The editor keeps what it has read of an address, so each preview has its own. */
let shownSoFar = 0;

/** True where the user wants the edits made. `summary` says in one line what they change. */
export async function confirmed(
  session: Session,
  document: TextDocument,
  edits: EditsAnswer['edits'],
  summary: string,
): Promise<boolean> {
  const after = edited(document, edits);
  const uri = Uri.from({ scheme: SCHEME, path: document.uri.path, query: String(++shownSoFar) });
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: () => after });
  try {
    const shown = await workspace.openTextDocument(uri);
    await languages.setTextDocumentLanguage(shown, document.languageId);
    const name = document.uri.path.split('/').at(-1) ?? '';
    await commands.executeCommand('vscode.diff', document.uri, uri, l10n.t('{0}: what the baseline changes', name));
    return await ask(summary);
  } catch (error) {
    session.output.warn(`The changes cannot be shown: ${String(error)}`);
    return await ask(summary);
  } finally {
    await closePreview();
    provider.dispose();
    await window.showTextDocument(document);
  }
}

async function ask(summary: string): Promise<boolean> {
  const make = `$(check) ${l10n.t('Make these changes')}`;
  const picked = await window.showQuickPick(
    [{ label: make }, { label: `$(discard) ${l10n.t('Leave the file as it is')}` }],
    {
      title: l10n.t('Insert Restrictive Baseline'),
      placeHolder: summary,
      ignoreFocusOut: true,
    },
  );
  return picked?.label === make;
}

/** The text with the edits made. None of them overlaps another. */
function edited(document: TextDocument, edits: EditsAnswer['edits']): string {
  const spans = edits.map(({ range: { start, end }, newText }) => ({
    from: document.offsetAt(new Position(start.line, start.character)),
    to: document.offsetAt(new Position(end.line, end.character)),
    newText,
  }));
  return spans
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, newText }) => text.slice(0, from) + newText + text.slice(to), document.getText());
}

async function closePreview(): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const own = tabs.filter(({ input }) => input instanceof TabInputTextDiff && input.modified.scheme === SCHEME);
  await window.tabGroups.close(own);
}
