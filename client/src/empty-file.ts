// What an empty rules file offers over its first line, until something is typed: the ways to begin.

import { CodeLens, type Command, type Disposable, l10n, languages, Range, type TextDocument, workspace } from 'vscode';

/** Offers the first steps in every empty rules file, unless the user has hidden the hints of empty editors. */
export function registerEmptyFileLenses(): Disposable {
  return languages.registerCodeLensProvider('iptables', { provideCodeLenses: firstSteps });
}

function firstSteps(document: TextDocument): CodeLens[] {
  if (!isEmpty(document) || isHintHidden()) return [];
  const place = new Range(0, 0, 0, 0);
  return beginnings().map((command) => new CodeLens(place, command));
}

/** A text of more than a few lines is not read to find out. */
function isEmpty(document: TextDocument): boolean {
  return document.lineCount <= 3 && document.getText().trim() === '';
}

/** VS Code's own switch for what an empty editor says. */
function isHintHidden(): boolean {
  return workspace.getConfiguration('workbench.editor').get('empty.hint') === 'hidden';
}

function beginnings(): Command[] {
  return [
    { command: 'iptables.insertBaseline', title: l10n.t('Insert Restrictive Baseline') },
    { command: 'iptables.insertServiceRules', title: l10n.t('Insert Service Rules…') },
    { command: 'iptables.openExample', title: l10n.t('Open Example') },
    { command: 'editor.action.triggerSuggest', title: l10n.t('or type ssh, baseline … and Tab') },
  ];
}
