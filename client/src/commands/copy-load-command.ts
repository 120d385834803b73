// Copy Load Command: the shell line that tests and loads this file, for the machine that has the file.

import { env, l10n, type TextDocument, Uri, window } from 'vscode';
import { documentParams, rulesAt } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/**
 * The command that went to the clipboard; undefined, and a sentence for the user, where there is none. `uri` is the
 * document (the active one when missing), as menus pass it.
 */
export async function copyLoadCommand(session: Session, uri?: Uri): Promise<string | undefined> {
  const document = await rulesAt(uri instanceof Uri ? uri : undefined);
  if (!document) return undefined;
  const path = pathOf(document);
  if (path === undefined) {
    void window.showInformationMessage(
      document.isUntitled
        ? l10n.t('Save this document first: iptables-restore reads a file, and this one has no path yet.')
        : l10n.t('This document is not a file, so iptables-restore cannot read it. Save a copy of it first.'),
    );
    return undefined;
  }
  const { command } = await session.ask('iptables/loadCommand', { ...documentParams(document), path });
  if (command === '') return undefined;
  await env.clipboard.writeText(command);
  const text = document.isDirty
    ? l10n.t('Copied: {0} The file has changes that are not saved yet.', command)
    : l10n.t('Copied: {0}', command);
  void window.showInformationMessage(text);
  return command;
}

function pathOf({ uri }: TextDocument): string | undefined {
  if (uri.scheme === 'file') return uri.fsPath;
  return uri.scheme === 'vscode-remote' ? uri.path : undefined;
}
