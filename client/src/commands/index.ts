// Registers the palette commands and says so when one of them fails.

import { commands, type Disposable, window } from 'vscode';
import type { Session } from '../session.ts';
import { copyLoadCommand } from './copy-load-command.ts';
import { insertBaseline } from './insert-baseline.ts';
import { insertServiceRules } from './insert-service-rules.ts';
import { newResetScript } from './new-reset-script.ts';
import { restartServer } from './restart-server.ts';
import { restrictToSource } from './restrict-to-source.ts';
import { useLineFeeds } from './use-line-feeds.ts';

/** Registers every command of the manifest. Each takes an optional object with the answers to its questions. */
export function registerCommands(session: Session): Disposable[] {
  return [
    register('iptables.insertBaseline', session, insertBaseline),
    register('iptables.insertServiceRules', session, insertServiceRules),
    register('iptables.restrictToSource', session, restrictToSource),
    register('iptables.newResetScript', session, newResetScript),
    register('iptables.restartServer', session, restartServer),
    register('iptables.copyLoadCommand', session, copyLoadCommand),
    register('iptables.useLineFeeds', session, useLineFeeds),
    commands.registerCommand('iptables.showOutput', () => session.output.show()),
  ];
}

function register<A, R>(id: string, session: Session, run: (session: Session, answers?: A) => Promise<R>): Disposable {
  return commands.registerCommand(id, async (answers?: A): Promise<R | undefined> => {
    try {
      return await run(session, answers);
    } catch (error) {
      session.output.error(`${id}: ${String(error)}`);
      const show = 'Show Output';
      void window.showErrorMessage(`The command failed: ${String(error)}`, show).then((answer) => {
        if (answer === show) session.output.show();
      });
      return undefined;
    }
  });
}
