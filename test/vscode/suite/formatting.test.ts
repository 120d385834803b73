// Owns bringing a file into form: by keys, while a line is typed, and on save where the settings ask for it.
import * as vscode from 'vscode';
import { follow } from '../../support/keyboard.ts';
import { FOCUS, known, needsPage, openMarked, select } from '../page.ts';
import { closeAll, openInWorkspace, write } from '../workspace.ts';

const MESSY = '-A   INPUT -p tcp    --dport 22  -j ACCEPT';
const TIDY = '-A INPUT -p tcp --dport 22 -j ACCEPT';
const CANONICAL = '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT';
const file = (...rules: readonly string[]): string =>
  ['*filter', ':INPUT DROP [0:0]', ...rules, 'COMMIT', ''].join('\n');

/** Runs with settings of the workspace, in the language iptables, and takes them back. */
async function withSettings(settings: Readonly<Record<string, unknown>>, run: () => Promise<void>): Promise<void> {
  const set = async (name: string, value: unknown): Promise<void> => {
    const isOurs = name.startsWith('iptables.');
    const target = vscode.ConfigurationTarget.Workspace;
    const configuration = vscode.workspace.getConfiguration(undefined, isOurs ? null : { languageId: 'iptables' });
    await configuration.update(name, value, target, !isOurs);
  };
  for (const [name, value] of Object.entries(settings)) await set(name, value);
  try {
    await run();
  } finally {
    for (const name of Object.keys(settings)) await set(name, undefined);
  }
}

describe('the form of a rules file', function () {
  this.timeout(60_000);
  beforeEach(needsPage);
  afterEach(closeAll);

  it('comes by Format Document, in one undo step', async () => {
    const document = await openMarked(`|${file(MESSY, MESSY)}`);
    const format = [FOCUS, ['press', 'Control+Shift+i']] as const;
    await follow('the form', format, () => document.getText() === file(TIDY, TIDY));
    await follow('the old form', [FOCUS, ['press', 'Control+z']], () => document.getText() === file(MESSY, MESSY));
  });

  it('is that of iptables-save where the settings say so', async () => {
    await withSettings({ 'iptables.format.style': 'canonical' }, async () => {
      const document = await openMarked(`|${file(MESSY)}`);
      await follow('the form', [FOCUS, ['press', 'Control+Shift+i']], () => document.getText() === file(CANONICAL));
    });
  });

  it('comes to the selected lines alone by Format Selection', async () => {
    const document = await openMarked(file(MESSY, `|${MESSY}|`));
    await follow(
      'the form of one line',
      [FOCUS, ['press', 'Control+k'], ['press', 'Control+f']],
      () => document.getText() === file(MESSY, TIDY),
    );
  });

  it('comes to a line that Enter ends, where the settings say so', async () => {
    await withSettings({ 'editor.formatOnType': true }, async () => {
      const document = await openMarked(file(MESSY, `${MESSY}|`));
      await follow(
        'the form of one line',
        [FOCUS, ['press', 'Enter']],
        () => document.getText() === file(MESSY, TIDY, ''),
      );
    });
  });

  it('and every safe fix come on save, where the settings say so', async () => {
    const settings = {
      'editor.formatOnSave': true,
      'editor.codeActionsOnSave': { 'source.fixAll.iptables': 'explicit' },
    };
    await write('saved/rules.v4', file(MESSY, `${MESSY} # SSH`));
    await withSettings(settings, async () => {
      const document = await openInWorkspace('saved/rules.v4');
      await known(document);
      select(document, document.getText().length);
      const saved = `${file(TIDY, '# SSH', TIDY)}# ours\n`;
      const save = [FOCUS, ['type', '# ours'], ['press', 'Control+s']] as const;
      await follow('the saved file', save, () => !document.isDirty && document.getText() === saved);
    });
  });
});
