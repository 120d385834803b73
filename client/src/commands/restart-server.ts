// Restart Language Server: ends the server and starts a new one.

import { l10n, window } from 'vscode';
import type { Session } from '../session.ts';

/** True where the new server runs; rejects where it cannot be started. */
export async function restartServer(session: Session): Promise<boolean> {
  await session.restart();
  window.setStatusBarMessage(l10n.t('The iptables language server was restarted.'), 4000);
  return true;
}
