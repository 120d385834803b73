// Owns rewriting rules by the light bulb: the menu is opened by its key, one row is taken, one undo takes it back.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { follow } from '../../support/keyboard.ts';
import { action, command, FOCUS, known, needsPage, openMarked, select } from '../page.ts';
import { closeAll, inWorkspace, openInWorkspace, write } from '../workspace.ts';

const file = (...lines: readonly string[]): string => ['*filter', ...lines, 'COMMIT', ''].join('\n');

/** What a title in the menu makes of a file; `|` are the ends of the selection. */
const rewritings: readonly { readonly title: string; readonly before: string; readonly after: string }[] = [
  {
    title: 'Merge 2 rules into one with multiport',
    before: file('-A INPUT -p tcp --dport 8|0 -j ACCEPT', '-A INPUT -p tcp --dport 44|3 -j ACCEPT'),
    after: file('-A INPUT -p tcp -m multiport --dports 80,443 -j ACCEPT'),
  },
  {
    title: 'Split into 2 rules, one a port',
    before: file('-A INPUT -p tcp -m multiport --dports 80|,443 -j ACCEPT'),
    after: file('-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT', '-A INPUT -p tcp -m tcp --dport 443 -j ACCEPT'),
  },
  {
    title: 'Move the comment to a line above the rule',
    before: file('-A INPUT -s 192.0.2.7 -m comment --comment "office" -j| ACCEPT'),
    after: file('# office', '-A INPUT -s 192.0.2.7 -j ACCEPT'),
  },
  {
    title: 'Inline the chain web',
    before: file(':web - [0:0]', '-A INPUT -p tcp -j we|b', '-A web -s 192.0.2.7 -j ACCEPT'),
    after: file('-A INPUT -p tcp -s 192.0.2.7 -j ACCEPT'),
  },
  {
    title: 'Write -P and -N as chain lines',
    before: file('|-P INPUT DROP', '-N web|', '-A INPUT -j web'),
    after: file(':INPUT DROP [0:0]', ':web - [0:0]', '-A INPUT -j web'),
  },
];

describe('the light bulb over rules that load', function () {
  this.timeout(60_000);
  beforeEach(needsPage);
  afterEach(closeAll);

  for (const { title, before, after } of rewritings) {
    it(`has "${title}"`, async () => {
      const document = await openMarked(before);
      await follow('the rewritten rules', action(title), () => document.getText() === after);
      const text = before.replaceAll('|', '');
      await follow('the rules of before', [FOCUS, ['press', 'Control+z']], () => document.getText() === text);
    });
  }

  it('makes a chain of the selected rules', async () => {
    const rules = ['-A INPUT -s 192.0.2.7 -p tcp -j ACCEPT', '-A INPUT -s 192.0.2.7 -p udp -j DROP'];
    const document = await openMarked(file(`|${rules[0]}`, `${rules[1]}|`));
    const title = 'Extract 2 rules into a chain';
    await follow('the chain', action(title), () => document.getText() !== file(...rules));
    assert.match(document.getText(), /^:(\S+) - \[0:0\]\n.*^-A INPUT [^\n]*-j \1\n.*^-A \1 [^\n]*-j DROP$/ms);
  });

  it('adds the same rule to the file of the other family, which it makes', async () => {
    await write('twins/rules.v4', file('-A INPUT -p tcp --dport 22 -j ACCEPT'));
    const document = await openInWorkspace('twins/rules.v4');
    await known(document);
    select(document, document.getText().indexOf('--dport'));
    const title = 'Add the same rule for IPv6 to rules.v6';
    const textOf = async (): Promise<string> => {
      const bytes = await vscode.workspace.fs.readFile(inWorkspace('twins/rules.v6'));
      return new TextDecoder().decode(bytes);
    };
    await follow('the twin', action(title), async () =>
      (await textOf().catch(() => '')).includes('-A INPUT -p tcp --dport 22 -j ACCEPT'),
    );
  });
});

describe('several cursors', function () {
  this.timeout(60_000);
  beforeEach(needsPage);
  afterEach(closeAll);

  it('have all their rules restricted by one answer', async () => {
    const document = await openMarked(
      file(
        '-A INPUT -p tcp --dport 22 -j ACCEPT',
        '-A INPUT -p tcp --dport 80 -j ACCEPT',
        '-A OUTPUT -p tcp -j ACCEPT',
      ),
    );
    const editor = vscode.window.activeTextEditor;
    if (editor) editor.selections = [1, 3].map((line) => new vscode.Selection(line, 5, line, 5));
    await follow(
      'the addresses',
      [
        FOCUS,
        ...command('Restrict Rules to Source'),
        ['see', '.quick-input-box input[placeholder^="192.0.2.7"]'],
        ['type', '203.0.113.9'],
        ['press', 'Enter'],
      ],
      () =>
        document.getText() ===
        file(
          '-A INPUT -s 203.0.113.9 -p tcp --dport 22 -j ACCEPT',
          '-A INPUT -p tcp --dport 80 -j ACCEPT',
          '-A OUTPUT -d 203.0.113.9 -p tcp -j ACCEPT',
        ),
    );
  });
});
