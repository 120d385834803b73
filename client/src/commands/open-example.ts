// Open Example: a copy of the commented example, for IPv6 where the file in front is for IPv6.

import { Uri, window, workspace } from 'vscode';
import { documentParams } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/** Answers that spare the question to the file in front. */
export interface OpenExampleAnswers {
  readonly family?: 4 | 6;
}

/** True where the example was opened, as an untitled document of its own. */
export async function openExample(session: Session, given: OpenExampleAnswers = {}): Promise<boolean> {
  const family = given.family ?? (await familyInFront(session));
  const place = Uri.joinPath(session.extension.extensionUri, 'examples', `rules.v${family}`);
  const content = new TextDecoder().decode(await workspace.fs.readFile(place));
  await window.showTextDocument(await workspace.openTextDocument({ language: 'iptables', content }));
  return true;
}

async function familyInFront(session: Session): Promise<4 | 6> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'iptables') return 4;
  return (await session.ask('iptables/fileStatus', documentParams(document)))?.family ?? 4;
}
