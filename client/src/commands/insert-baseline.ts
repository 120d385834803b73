// Insert Restrictive Baseline: asks how the machine is administered, then closes everything else.

import { type QuickPickItem, window } from 'vscode';
import type { Administration } from '../../../server/src/features/edits/protocol.ts';
import { askAddress, askPort } from '../prompts.ts';
import { activeOrNewRules, applyAnswer, documentParams } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/** Answers that spare the questions: `{ administration: { kind: 'ssh', port: 22, sources: [] } }`. */
export interface InsertBaselineAnswers {
  readonly administration?: Administration;
}

const TITLE = 'Insert Restrictive Baseline';

/** True where the document was changed. */
export async function insertBaseline(session: Session, answers: InsertBaselineAnswers = {}): Promise<boolean> {
  const document = await activeOrNewRules();
  if (!document) return false;
  const { family } = await session.ask('iptables/services', documentParams(document));
  const administration = answers.administration ?? (await askAdministration(family));
  if (!administration) return false;
  const asked = documentParams(document);
  const answer = await session.ask('iptables/insertBaseline', { ...asked, administration });
  return applyAnswer(session, document, asked, answer);
}

type Way = QuickPickItem & { readonly ask: () => Promise<Administration | undefined> };

async function askAdministration(family: 4 | 6): Promise<Administration | undefined> {
  const ways: readonly Way[] = [
    {
      label: '$(terminal) SSH on port 22',
      description: 'from any address',
      ask: async () => ({ kind: 'ssh', port: 22, sources: [] }),
    },
    { label: '$(settings) SSH on another port…', description: 'from any address', ask: askOtherPort },
    {
      label: '$(shield) SSH only from certain addresses…',
      description: 'your own address or network',
      ask: () => askSources(family),
    },
    {
      label: '$(device-desktop) Console only',
      description: 'keyboard, serial line, the provider’s console',
      detail: '$(warning) No remote access stays open: loading these rules over SSH locks you out.',
      ask: askConsole,
    },
  ];
  const way = await window.showQuickPick(ways, {
    title: TITLE,
    placeHolder: 'How is this machine administered? Everything that is not allowed will be dropped.',
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return way?.ask();
}

async function askOtherPort(): Promise<Administration | undefined> {
  const port = await askPort(TITLE);
  return port === undefined ? undefined : { kind: 'ssh', port, sources: [] };
}

async function askSources(family: 4 | 6): Promise<Administration | undefined> {
  const source = await askAddress({
    title: TITLE,
    prompt: 'The addresses that may connect by SSH, on port 22',
    family,
    optional: false,
  });
  return source === undefined ? undefined : { kind: 'ssh', port: 22, sources: source.split(',') };
}

async function askConsole(): Promise<Administration | undefined> {
  const close = 'Close Remote Access';
  const answer = await window.showWarningMessage(
    'These rules close every remote access, SSH included.',
    { modal: true, detail: 'Once they are loaded, only the console of the machine leads in.' },
    close,
  );
  return answer === close ? { kind: 'console' } : undefined;
}
