// The browser door (vscode.dev): runs the same language server in a web worker.

import { type ExtensionContext, Uri } from 'vscode';
import { Session } from './session.ts';
import { start } from './start.ts';

let session: Session | undefined;

/** Called by the editor once, when a rules file or plain text is opened or a command is run. */
export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, 'server', 'dist', 'main.browser.js').toString(true);
  session = new Session(context.extension, async (options) => {
    // Two thirds of the bundle, and of no use before there is a rules file.
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(module);
    return { client: new LanguageClient('iptables', 'iptables', worker, options), end: () => worker.terminate() };
  });
  start(context, session);
}

/** Called by the editor when it closes or the extension is turned off. */
export async function deactivate(): Promise<void> {
  await session?.stop();
}
