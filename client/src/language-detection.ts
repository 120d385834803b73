// Gives plain text that begins like a rules file the language iptables, once, and never against the user's will.

import { type Disposable, l10n, languages, type Memento, type TextDocument, window, workspace } from 'vscode';
import { looksLikeRules } from '../../server/src/features/edits/detection.ts';
import { isFile } from './rules-editor.ts';

/** Documents that the user switched back; kept for the workspace. */
const REFUSED_KEY = 'languageDetection.switchedBack';
const REFUSED_LIMIT = 200;
/** A table header further down is not what the file begins with. */
const LINES_TO_READ = 200;

export class LanguageDetection implements Disposable {
  private readonly memento: Memento;
  private readonly switched = new Set<string>();
  private readonly listeners: readonly Disposable[];
  private told = false;

  constructor(memento: Memento) {
    this.memento = memento;
    this.listeners = [
      workspace.onDidOpenTextDocument((document) => void this.look(document)),
      workspace.onDidCloseTextDocument((document) => {
        // A change of language closes and opens a document, too, but leaves it open.
        if (document.isClosed) this.switched.delete(document.uri.toString());
      }),
    ];
  }

  /** Looks at what was open before the extension woke up. */
  lookAtOpenDocuments(): void {
    for (const document of workspace.textDocuments) void this.look(document);
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
  }

  private async look(document: TextDocument): Promise<void> {
    if (document.languageId !== 'plaintext' || !isFile(document)) return;
    const name = document.uri.toString();
    if (this.switched.has(name)) {
      await this.remember(name);
      return;
    }
    if (this.refused().includes(name) || !looksLikeRules(beginning(document))) return;
    this.switched.add(name);
    await languages.setTextDocumentLanguage(document, 'iptables');
    await this.tell(document);
  }

  private refused(): readonly string[] {
    return this.memento.get<readonly string[]>(REFUSED_KEY, []);
  }

  private async remember(name: string): Promise<void> {
    const others = this.refused().filter((other) => other !== name);
    await this.memento.update(REFUSED_KEY, [...others, name].slice(-REFUSED_LIMIT));
  }

  /** A notification for the first document, a line in the status bar for those that follow. */
  private async tell(document: TextDocument): Promise<void> {
    const file = document.uri.path.split('/').at(-1) ?? '';
    const text = l10n.t('"{0}" looks like an iptables rules file, so its language was set to iptables.', file);
    if (this.told) {
      window.setStatusBarMessage(text, 8000);
      return;
    }
    this.told = true;
    const back = l10n.t('Back to Plain Text');
    if ((await window.showInformationMessage(text, back)) !== back || document.isClosed) return;
    await languages.setTextDocumentLanguage(document, 'plaintext');
  }
}

function beginning(document: TextDocument): string {
  const lines = Math.min(document.lineCount, LINES_TO_READ);
  return Array.from({ length: lines }, (_, line) => `${document.lineAt(line).text}\n`).join('');
}
