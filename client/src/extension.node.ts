// The desktop and remote door: runs the language server as a Node process of its own.

import type { ExtensionContext } from 'vscode';
import { Session } from './session.ts';
import { start } from './start.ts';

let session: Session | undefined;

/** Called by the editor once, when a rules file or plain text is opened or a command is run. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('server/dist/main.node.js');
  session = new Session(context.extension, async (options) => {
    // Two thirds of the bundle, and of no use before there is a rules file.
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return { client: new LanguageClient('iptables', 'iptables', { run, debug }, options) };
  });
  start(context, session);
}

/** Called by the editor when it closes or the extension is turned off; waits for the server to end. */
export async function deactivate(): Promise<void> {
  await session?.stop();
}
