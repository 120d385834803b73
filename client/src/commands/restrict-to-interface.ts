// Restrict Rules to Interface: adds -i or -o to the rules under the cursors, as their chain has it, or replaces theirs.

import { l10n, Uri, window } from 'vscode';
import { applyAnswer, type ChosenLines, documentParams, rulesAt, selectedLines } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/** Answers that spare the questions; also what the light-bulb menu passes, then without a name. */
export interface RestrictToInterfaceAnswers extends ChosenLines {
  readonly uri?: string;
  readonly name?: string;
}

function promptFor(restricts: 'i' | 'o' | 'both'): string {
  if (restricts === 'i') return l10n.t('Only packets that come in by this interface will match');
  if (restricts === 'o') return l10n.t('Only packets that leave by this interface will match');
  return l10n.t('Only packets that come in or leave by this interface will match, as each chain has it');
}

/** True where the document was changed. */
export async function restrictToInterface(
  session: Session,
  given: RestrictToInterfaceAnswers | Uri = {},
): Promise<boolean> {
  const answers: RestrictToInterfaceAnswers = given instanceof Uri ? { uri: given.toString() } : given;
  const document = await rulesAt(answers.uri === undefined ? undefined : Uri.parse(answers.uri));
  if (!document) return false;
  const lines = selectedLines(document, answers);
  const name = answers.name ?? (await askName());
  if (name === undefined) return false;
  const asked = documentParams(document);
  const answer = await session.ask('iptables/restrictToInterface', { ...asked, lines, name });
  return applyAnswer(session, document, asked, answer);

  async function askName(): Promise<string | undefined> {
    if (!document) return undefined;
    const about = await session.ask('iptables/restrictToInterface', { ...documentParams(document), lines });
    if (about.message !== undefined) {
      void window.showInformationMessage(about.message);
      return undefined;
    }
    return window.showInputBox({
      title: l10n.t('Restrict Rules to Interface'),
      prompt: promptFor(about.restricts ?? 'i'),
      placeHolder: l10n.t('eth0, or eth+ for all that begin so'),
      ignoreFocusOut: true,
    });
  }
}
