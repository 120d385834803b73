// New Rules File: an empty one, which offers the first steps by itself.

import { window, workspace } from 'vscode';
import type { Session } from '../session.ts';

/** True where the document was opened; it is untitled until it is saved. */
export async function newFile(_session: Session): Promise<boolean> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'iptables' }));
  return true;
}
