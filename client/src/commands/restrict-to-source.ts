// Restrict Rules to Source Address: adds -s to the rules under the cursors, or replaces theirs; in OUTPUT it is -d.

import { l10n, Uri, window } from 'vscode';
import type { RestrictToSourceAnswer } from '../../../server/src/features/edits/protocol.ts';
import { askAddress } from '../prompts.ts';
import { applyAnswer, documentParams, rulesAt, selectedLines } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/**
 * Answers that spare the questions; also what the light-bulb menu passes, then without a source. `uri` is the
 * document (the active one when missing), `line` is zero-based (every line that is selected when missing).
 */
export interface RestrictToSourceAnswers {
  readonly uri?: string;
  readonly line?: number;
  readonly lines?: readonly number[];
  /** As the light-bulb menu says it; `line` goes before. */
  readonly position?: { readonly line: number };
  readonly source?: string;
}

/** True where the document was changed. */
export async function restrictToSource(session: Session, given: RestrictToSourceAnswers | Uri = {}): Promise<boolean> {
  return restrictAddress(session, given);
}

/** The same for the destination in every chain. */
export async function restrictToDestination(
  session: Session,
  given: RestrictToSourceAnswers | Uri = {},
): Promise<boolean> {
  return restrictAddress(session, given, 'destination');
}

async function restrictAddress(
  session: Session,
  given: RestrictToSourceAnswers | Uri,
  end?: 'destination',
): Promise<boolean> {
  // The editor's context menu passes the document.
  const answers: RestrictToSourceAnswers = given instanceof Uri ? { uri: given.toString() } : given;
  const document = await rulesAt(answers.uri === undefined ? undefined : Uri.parse(answers.uri));
  if (!document) return false;
  const lines = selectedLines(document, answers);
  const [line = 0] = lines;
  const rules = { line, lines, ...(end ? { end } : {}) };
  let { source } = answers;
  if (source === undefined) {
    const about = await session.ask('iptables/restrictToSource', { ...documentParams(document), ...rules });
    if (about.message !== undefined) {
      void window.showInformationMessage(about.message);
      return false;
    }
    const { family } = await session.ask('iptables/services', documentParams(document));
    source = await askAddress({
      title: titleOf(about),
      prompt: promptOf(about),
      family,
      ...(about.current === undefined ? {} : { value: about.current }),
      optional: false,
    });
  }
  if (source === undefined) return false;
  const asked = documentParams(document);
  const answer = await session.ask('iptables/restrictToSource', { ...asked, ...rules, source });
  return applyAnswer(session, document, asked, answer);
}

function titleOf({ rules = 1, restricts = 'source' }: RestrictToSourceAnswer): string {
  if (restricts === 'source') return l10n.t('Restrict to Source Address (rules: {0})', rules);
  if (restricts === 'destination') return l10n.t('Restrict to Destination Address (rules: {0})', rules);
  return l10n.t('Restrict to Source or Destination Address (rules: {0})', rules);
}

function promptOf({ current, restricts = 'source' }: RestrictToSourceAnswer): string {
  const prompt = {
    source: l10n.t('Only packets from here will match'),
    destination: l10n.t('Only packets to here will match; the source of packets in OUTPUT is this machine itself'),
    both: l10n.t('Only packets from here will match, and in OUTPUT only packets to here'),
  }[restricts];
  return current === undefined ? prompt : l10n.t('{0}; takes the place of {1}', prompt, current);
}
