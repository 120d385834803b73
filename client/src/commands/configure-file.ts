// Change Family, Back End or Version: one list of all there is to choose for the rules file in front.

import {
  commands,
  DiagnosticSeverity,
  l10n,
  languages,
  type QuickPickItem,
  QuickPickItemKind,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { FileStatusAnswer } from '../../../server/src/features/edits/protocol.ts';
import { choicesOf, choose } from '../configuration.ts';
import { countOf, errorCount, reasonOf, warningCount } from '../file-status.ts';
import { activeRules, applyAnswer, documentParams } from '../rules-editor.ts';
import type { Session } from '../session.ts';

/** Answers that spare the question. `family` is written into the file, the others into the settings. */
export interface ConfigureFileAnswers {
  readonly family?: 4 | 6 | 'auto';
  readonly backend?: string;
  readonly version?: string;
}

type Row = QuickPickItem & { readonly apply?: () => Promise<unknown> };

/** True where something was chosen. */
export async function configureFile(session: Session, answers: ConfigureFileAnswers = {}): Promise<boolean> {
  const document = activeRules();
  if (!document) return false;
  const { family, backend, version } = answers;
  if (family !== undefined) await declareFamily(session, document, family);
  if (backend !== undefined) await choose(document.uri, 'backend', backend);
  if (version !== undefined) await choose(document.uri, 'version', version);
  return family !== undefined || backend !== undefined || version !== undefined || (await ask(session, document));
}

async function ask(session: Session, document: TextDocument): Promise<boolean> {
  const status = await session.ask('iptables/fileStatus', documentParams(document));
  if (!status) return false;
  const rows = [
    ...familyRows(session, document, status),
    ...settingRows(session, document, l10n.t('Back end'), 'backend', status.backend),
    ...settingRows(session, document, l10n.t('Version of iptables'), 'version', status.version),
    ...otherRows(session, document),
  ];
  const row = await window.showQuickPick(rows, {
    title: l10n.t('iptables: this file'),
    placeHolder: l10n.t('IPv{0}: {1} Choose what to change.', status.family, reasonOf(status.by)),
    matchOnDescription: true,
  });
  await row?.apply?.();
  return row !== undefined;
}

function separator(label: string): Row {
  return { label, kind: QuickPickItemKind.Separator };
}

function row(label: string, description: string, holds: boolean, apply: () => Promise<unknown>): Row {
  return { label: `${holds ? '$(check)' : '$(blank)'} ${label}`, description, apply };
}

function familyRows(session: Session, document: TextDocument, { family, by }: FileStatusAnswer): Row[] {
  const everywhere = workspace.workspaceFolders ? l10n.t('every file of this workspace') : l10n.t('every file');
  const automatic = async () => {
    await declareFamily(session, document, 'auto');
    await choose(document.uri, 'family', 'auto');
  };
  const families = [4, 6] as const;
  return [
    separator(l10n.t('Address family')),
    ...families.map((one) =>
      row(
        `IPv${one}`,
        l10n.t('this file: writes "# iptables: family={0}" into it', one),
        by === 'modeline' && family === one,
        () => declareFamily(session, document, one),
      ),
    ),
    ...families.map((one) =>
      row(`IPv${one}`, everywhere, by === 'setting' && family === one, () => choose(document.uri, 'family', `${one}`)),
    ),
    row(
      l10n.t('Automatic'),
      l10n.t("a file's name, first line and rules tell"),
      by !== 'modeline' && by !== 'setting',
      automatic,
    ),
  ];
}

async function declareFamily(session: Session, document: TextDocument, family: 4 | 6 | 'auto'): Promise<boolean> {
  const asked = documentParams(document);
  return applyAnswer(session, document, asked, await session.ask('iptables/declareFamily', { ...asked, family }));
}

function settingRows({ extension }: Session, { uri }: TextDocument, title: string, name: string, now: string): Row[] {
  const rows = choicesOf(extension, name).map(({ value, label, description }) =>
    row(label, description, value === now, () => choose(uri, name, value)),
  );
  return [separator(title), ...rows];
}

function otherRows({ extension }: Session, { uri }: TextDocument): Row[] {
  const diagnostics = languages.getDiagnostics(uri);
  const errors = errorCount(countOf(diagnostics, DiagnosticSeverity.Error));
  const warnings = warningCount(countOf(diagnostics, DiagnosticSeverity.Warning));
  return [
    separator(`${errors}, ${warnings}`),
    row(l10n.t('Show Problems'), '', false, async () => commands.executeCommand('workbench.actions.view.problems')),
    row(l10n.t('Open Settings'), '', false, async () =>
      commands.executeCommand('workbench.action.openSettings', `@ext:${extension.id}`),
    ),
  ];
}
