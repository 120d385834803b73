// Restrict Rule to Source Address: adds -s to the rule under the cursor, or replaces the one that it has.

import { Uri, window } from 'vscode';
import { askAddress } from '../prompts.ts';
import { applyAnswer, documentParams, rulesAt } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/**
 * Answers that spare the questions; also what the light-bulb menu passes, then without a source. `uri` is the
 * document (the active one when missing), `line` is zero-based (the cursor's when missing).
 */
export interface RestrictToSourceAnswers {
  readonly uri?: string;
  readonly line?: number;
  /** As the light-bulb menu says it; `line` goes before. */
  readonly position?: { readonly line: number };
  readonly source?: string;
}

/** True where the document was changed. */
export async function restrictToSource(session: Session, given: RestrictToSourceAnswers | Uri = {}): Promise<boolean> {
  // The editor's context menu passes the document.
  const answers: RestrictToSourceAnswers = given instanceof Uri ? { uri: given.toString() } : given;
  const document = await rulesAt(answers.uri === undefined ? undefined : Uri.parse(answers.uri));
  if (!document) return false;
  const cursor = window.activeTextEditor?.document === document ? window.activeTextEditor.selection.active.line : 0;
  const line = answers.line ?? answers.position?.line ?? cursor;
  let { source } = answers;
  if (source === undefined) {
    const { current, message } = await session.ask('iptables/restrictToSource', { ...documentParams(document), line });
    if (message !== undefined) {
      void window.showInformationMessage(message);
      return false;
    }
    const { family } = await session.ask('iptables/services', documentParams(document));
    source = await askAddress({
      title: 'Restrict Rule to Source Address',
      prompt: current === undefined ? 'Only packets from here will match' : `Takes the place of ${current}`,
      family,
      ...(current === undefined ? {} : { value: current }),
      optional: false,
    });
  }
  if (source === undefined) return false;
  const asked = documentParams(document);
  const answer = await session.ask('iptables/restrictToSource', { ...asked, line, source });
  return applyAnswer(session, document, asked, answer);
}
