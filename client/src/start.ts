// The start-up that both doors share: commands, language detection, what the window shows of a rules file, and
// the server as soon as one is open.

import { type ExtensionContext, l10n, type TextDocument, window, workspace } from 'vscode';
import { registerCommands } from './commands/index.ts';
import { registerEmptyFileLenses } from './empty-file.ts';
import { registerExplanationPages } from './explanation-page.ts';
import { FileStatus } from './file-status.ts';
import { LanguageDetection } from './language-detection.ts';
import { isFile } from './rules-editor.ts';
import type { Session } from './session.ts';
import { Traces } from './trace/view.ts';

/** Registers everything with the editor. Returns at once; the server starts behind it. */
export function start(context: ExtensionContext, session: Session): void {
  const detection = new LanguageDetection(context.workspaceState);
  const traces = new Traces(context.workspaceState);
  context.subscriptions.push(session.output, detection, traces, ...registerCommands(session, traces));
  context.subscriptions.push(new FileStatus(session), registerEmptyFileLenses(), ...registerExplanationPages(session));
  const look = (document: TextDocument): void => {
    if (isRules(document)) void startServer(session);
  };
  context.subscriptions.push(workspace.onDidOpenTextDocument(look));
  workspace.textDocuments.forEach(look);
  detection.lookAtOpenDocuments();
}

function isRules(document: TextDocument): boolean {
  return document.languageId === 'iptables' && isFile(document);
}

let failureShown = false;

async function startServer(session: Session): Promise<void> {
  try {
    await session.ready();
  } catch (error) {
    session.output.error(`The language server did not start: ${String(error)}`);
    if (failureShown) return;
    failureShown = true;
    const show = l10n.t('Show Output');
    const answer = await window.showErrorMessage(l10n.t('The iptables language server did not start.'), show);
    if (answer === show) session.output.show();
  }
}
