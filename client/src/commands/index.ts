// Registers the palette commands, and those that only the server calls; says so when one of them fails.

import { commands, type Disposable, l10n, window } from 'vscode';
import type { Session } from '../session.ts';
import type { Traces } from '../trace/view.ts';
import { configureFile } from './configure-file.ts';
import { copyLoadCommand } from './copy-load-command.ts';
import { explain } from './explain.ts';
import { firstSteps } from './first-steps.ts';
import { insertBaseline } from './insert-baseline.ts';
import { insertServiceRules } from './insert-service-rules.ts';
import { type LockedOutAnswers, lockedOut } from './locked-out.ts';
import { newFile } from './new-file.ts';
import { newResetScript } from './new-reset-script.ts';
import { openExample } from './open-example.ts';
import { restartServer } from './restart-server.ts';
import { restrictToInterface } from './restrict-to-interface.ts';
import { restrictToDestination, restrictToSource } from './restrict-to-source.ts';
import { showReferences } from './show-references.ts';
import { clearTrace, type TracePacketAnswers, tracePacket } from './trace-packet.ts';
import { useLineFeeds } from './use-line-feeds.ts';

/** Registers every command of the manifest. Each takes an optional object with the answers to its questions. */
export function registerCommands(session: Session, traces: Traces): Disposable[] {
  return [
    register('iptables.firstSteps', session, firstSteps),
    register('iptables.newFile', session, newFile),
    register('iptables.openExample', session, openExample),
    register('iptables.configureFile', session, configureFile),
    register('iptables.insertBaseline', session, insertBaseline),
    register('iptables.insertServiceRules', session, insertServiceRules),
    register('iptables.restrictToSource', session, restrictToSource),
    register('iptables.restrictToDestination', session, restrictToDestination),
    register('iptables.restrictToInterface', session, restrictToInterface),
    register('iptables.tracePacket', session, (own, answers?: TracePacketAnswers) => tracePacket(own, traces, answers)),
    register('iptables.lockedOut', session, (own, answers?: LockedOutAnswers) => lockedOut(own, traces, answers)),
    register('iptables.clearTrace', session, (own) => clearTrace(own, traces)),
    register('iptables.newResetScript', session, newResetScript),
    register('iptables.restartServer', session, restartServer),
    register('iptables.explain', session, explain),
    register('iptables.copyLoadCommand', session, copyLoadCommand),
    register('iptables.useLineFeeds', session, useLineFeeds),
    commands.registerCommand('iptables.showOutput', () => session.output.show()),
    // Not in the manifest: a code lens of the server calls it with the places to show.
    register('iptables.showReferences', session, showReferences),
  ];
}

function register<A extends unknown[], R>(
  id: string,
  session: Session,
  run: (session: Session, ...args: A) => Promise<R>,
): Disposable {
  return commands.registerCommand(id, async (...args: A): Promise<R | undefined> => {
    try {
      return await run(session, ...args);
    } catch (error) {
      session.output.error(`${id}: ${String(error)}`);
      const show = l10n.t('Show Output');
      void window.showErrorMessage(l10n.t('The command failed: {0}', String(error)), show).then((answer) => {
        if (answer === show) session.output.show();
      });
      return undefined;
    }
  });
}
