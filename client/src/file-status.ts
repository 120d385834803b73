// The status bar's item for the rules file in front: its family, the back end that its errors are for, how many there are.

import {
  type Diagnostic,
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { FileStatusAnswer } from '../../server/src/features/edits/protocol.ts';
import { choicesOf } from './configuration.ts';
import { documentParams } from './rules-editor.ts';
import type { Session } from './session.ts';

/** Milliseconds after a change in which more of them are awaited. */
const PAUSE = 250;
/** How often the server is asked again for a file that it does not know yet. */
const PATIENCE = 20;

export class FileStatus implements Disposable {
  private readonly session: Session;
  private readonly item: StatusBarItem;
  private readonly listeners: Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.session = session;
    // Beside the language's name, which has 100.1.
    this.item = window.createStatusBarItem('iptables.file', StatusBarAlignment.Right, 100);
    this.item.name = l10n.t('iptables: family, back end, errors');
    this.item.command = 'iptables.configureFile';
    const inFront = (document: TextDocument) => document === window.activeTextEditor?.document;
    this.listeners = Disposable.from(
      session.onDidStart(() => this.showSoon()),
      window.onDidChangeActiveTextEditor(() => void this.show()),
      workspace.onDidOpenTextDocument((document) => inFront(document) && this.showSoon()),
      workspace.onDidChangeTextDocument(({ document }) => inFront(document) && this.showSoon()),
      workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('iptables') && this.showSoon()),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const uri = window.activeTextEditor?.document.uri.toString();
        if (uris.some((one) => one.toString() === uri)) this.showSoon();
      }),
    );
    this.showSoon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.dispose();
    this.item.dispose();
  }

  private showSoon(patience = PATIENCE): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.show(patience), PAUSE);
  }

  private async show(patience = PATIENCE): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'iptables') return this.item.hide();
    const status = await this.session.askIfRunning('iptables/fileStatus', documentParams(document));
    // Meanwhile another file may have come in front, which shows itself.
    if (document !== window.activeTextEditor?.document) return;
    if (!status) {
      this.item.hide();
      // The server may be asked before it has been told of a file that was just opened.
      if (status === null && patience > 0) this.showSoon(patience - 1);
      return;
    }
    const diagnostics = languages.getDiagnostics(document.uri);
    const loader = loaderOf(this.session, status);
    const errors = countOf(diagnostics, DiagnosticSeverity.Error);
    this.item.text = `IPv${status.family} · ${loader} · ${errorCount(errors)}`;
    this.item.tooltip = tooltipOf(status, loader, errors, countOf(diagnostics, DiagnosticSeverity.Warning));
    this.item.accessibilityInformation = {
      label: l10n.t('iptables: IPv{0}, {1}, {2}', status.family, loader, errorCount(errors)),
    };
    this.item.show();
  }
}

/** How many of the extension's own findings are as grave as that. */
export function countOf(diagnostics: readonly Diagnostic[], severity: DiagnosticSeverity): number {
  return diagnostics.filter((one) => one.source === 'iptables' && one.severity === severity).length;
}

export function errorCount(errors: number): string {
  if (errors === 0) return l10n.t('no errors');
  return errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors);
}

export function warningCount(warnings: number): string {
  if (warnings === 0) return l10n.t('no warnings');
  return warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings);
}

/** The back end, and the version where one is chosen. */
function loaderOf({ extension }: Session, { backend, version }: FileStatusAnswer): string {
  const label = choicesOf(extension, 'backend').find(({ value }) => value === backend)?.label ?? backend;
  const name = backend === 'both' ? l10n.t('both back ends') : label;
  return version === 'any' ? name : `${name} ${version}`;
}

function tooltipOf({ family, by }: FileStatusAnswer, loader: string, errors: number, warnings: number): MarkdownString {
  const lines = [
    `**IPv${family}**: ${reasonOf(by)}`,
    l10n.t('Loaded by: {0}', loader),
    `${errorCount(errors)}, ${warningCount(warnings)}`,
    l10n.t('Click to change family, back end or version.'),
  ];
  return new MarkdownString(lines.join('\n\n'));
}

/** Why a file is for its family, as the end of a sentence. */
export function reasonOf(by: FileStatusAnswer['by']): string {
  const reasons: Readonly<Record<FileStatusAnswer['by'], string>> = {
    flag: '',
    modeline: l10n.t('its line "# iptables: family=" says so.'),
    setting: l10n.t('the setting "iptables.family" says so.'),
    name: l10n.t("the file's name says so."),
    'first-line': l10n.t('its first line says so.'),
    content: l10n.t('its rules say so.'),
    default: l10n.t('nothing in the file says otherwise.'),
  };
  return reasons[by];
}
