// Copy Load Command: the shell line that tests and loads this file, for the machine that has the file.

import { env, type TextDocument, window } from 'vscode';
import { activeRules, documentParams } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/** The command that went to the clipboard; undefined, and a sentence for the user, where there is none. */
export async function copyLoadCommand(session: Session): Promise<string | undefined> {
  const document = activeRules();
  if (!document) return undefined;
  const path = pathOf(document);
  if (path === undefined) {
    void window.showInformationMessage(
      document.isUntitled
        ? 'Save this document first: iptables-restore reads a file, and this one has no path yet.'
        : 'This document is not a file on a machine, so there is no path for iptables-restore. Save a copy of it first.',
    );
    return undefined;
  }
  const { command } = await session.ask('iptables/loadCommand', { ...documentParams(document), path });
  if (command === '') return undefined;
  await env.clipboard.writeText(command);
  const unsaved = document.isDirty ? ' The file has changes that are not saved yet.' : '';
  void window.showInformationMessage(`Copied: ${command}${unsaved}`);
  return command;
}

function pathOf({ uri }: TextDocument): string | undefined {
  if (uri.scheme === 'file') return uri.fsPath;
  return uri.scheme === 'vscode-remote' ? uri.path : undefined;
}
