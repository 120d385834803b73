// New Safe Reset Script: opens a shell script that takes a firewall down without locking its user out.

import { window, workspace } from 'vscode';
import type { Session } from '../session.ts';

/** True where the script was opened, as an untitled document. */
export async function newResetScript(session: Session): Promise<boolean> {
  const { text } = await session.ask('iptables/resetScript', {});
  const document = await workspace.openTextDocument({ language: 'shellscript', content: text });
  await window.showTextDocument(document);
  return true;
}
