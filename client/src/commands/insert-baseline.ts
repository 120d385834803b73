// Insert Restrictive Baseline: asks how the machine is used, shows what changes, closes everything else, offers the twin.

import { l10n, type TextDocument, window, workspace } from 'vscode';
import type { Administration, ServiceSelection } from '../../../server/src/features/edits/protocol.ts';
import { askAdministration, askFormerPort, askReaches, askServes, askTwinSources } from '../baseline-questions.ts';
import { confirmed } from '../preview.ts';
import { activeOrNewRules, applyAnswer, documentParams } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/**
 * Answers that spare the questions: `{ administration: { kind: 'ssh', port: 22, sources: [] } }`. With `administration`
 * given nothing is asked: no services where they are missing, and no preview.
 */
export interface InsertBaselineAnswers {
  readonly administration?: Administration;
  readonly serves?: readonly ServiceSelection[];
  readonly reaches?: readonly ServiceSelection[];
  /** Shows the changes and asks before they are made. */
  readonly preview?: boolean;
}

interface Answers extends InsertBaselineAnswers {
  readonly administration: Administration;
}

/** True where the document was changed. */
export async function insertBaseline(session: Session, given: InsertBaselineAnswers = {}): Promise<boolean> {
  const document = await activeOrNewRules();
  if (!document) return false;
  const { family, services } = await session.ask('iptables/services', documentParams(document));
  const { administration } = given;
  if (administration) {
    const summary = await insert(session, document, { ...given, administration });
    if (summary !== undefined && summary !== '') window.setStatusBarMessage(summary, 15_000);
    return summary !== undefined;
  }
  const asked = await askAdministration(family);
  const answered = asked && (await askFormerPort(session, document, asked));
  const serves = answered && (await askServes(services));
  const reaches = serves && (await askReaches());
  if (!answered || !serves || !reaches) return false;
  const answers = { preview: document.getText().trim() !== '', administration: answered, serves, reaches };
  const summary = await insert(session, document, answers);
  if (summary === undefined) return false;
  void offerTwin(session, family, answers, summary);
  return true;
}

/** What changed, in one line; undefined where nothing did. */
async function insert(session: Session, document: TextDocument, answers: Answers): Promise<string | undefined> {
  const { administration, serves = [], reaches = [], preview = false } = answers;
  const params = documentParams(document);
  const answer = await session.ask('iptables/insertBaseline', { ...params, administration, serves, reaches });
  const { edits, summary = '' } = answer;
  if (preview && edits.length > 0 && !(await confirmed(session, document, edits, summary))) return undefined;
  return (await applyAnswer(session, document, params, answer)) ? summary : undefined;
}

/** Says what changed. A machine that is closed by IPv4 alone is open by IPv6, and the other way round. */
async function offerTwin(session: Session, family: 4 | 6, answers: Answers, summary: string): Promise<void> {
  const other = family === 4 ? 6 : 4;
  const open = l10n.t('Baseline for IPv{0}', other);
  const rest = l10n.t('This file is for IPv{0} alone: over IPv{1} the machine is as open as before.', family, other);
  const said = `${summary} ${rest}`;
  if ((await window.showInformationMessage(said.trim(), open)) !== open) return;
  const administration = await askTwinSources(answers.administration, other);
  if (!administration) return;
  const content = `# iptables: family=${other}\n`;
  const document = await workspace.openTextDocument({ language: 'iptables', content });
  await window.showTextDocument(document);
  await insert(session, document, { ...answers, administration, preview: false });
}
