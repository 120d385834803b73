// Owns what happens under the fingers: the list of suggestions opens by itself where it should, and a key takes its first row.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { placeOf, type, typings } from '../../support/keyboard.ts';
import { poll } from '../../support/poll.ts';

/** One file for all: closing and opening take their time on a busy machine, and a key pressed meanwhile goes astray. */
async function write(editor: vscode.TextEditor, content: string, offset: number): Promise<void> {
  await vscode.commands.executeCommand('leaveSnippet');
  const { document } = editor;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  if (!(await editor.edit((builder) => builder.replace(all, content)))) throw new Error('The file was not written.');
  const place = document.positionAt(offset);
  editor.selection = new vscode.Selection(place, place);
  await vscode.commands.executeCommand('hideSuggestWidget');
}

describe('typing, with nothing else pressed,', function () {
  // A list that does not open is waited for, and then the key is pressed all the same.
  this.timeout(60_000);
  let editor: vscode.TextEditor;

  before(async function () {
    // Nobody presses keys in a window of the desktop.
    if (vscode.env.uiKind !== vscode.UIKind.Web) this.skip();
    const document = await vscode.workspace.openTextDocument({ language: 'iptables', content: 'an error\n' });
    editor = await vscode.window.showTextDocument(document);
    await poll('the server', () => vscode.languages.getDiagnostics(document.uri).length > 0 || undefined);
  });

  for (const typing of typings) {
    it(typing.title, async () => {
      const { content, offset } = placeOf(typing);
      await write(editor, content, offset);
      await type(typing, () => editor.document.getText());
    });
  }
});

describe('what is offered', function () {
  this.timeout(60_000);
  let document: vscode.TextDocument;

  async function show(content: string): Promise<void> {
    document = await vscode.workspace.openTextDocument({ language: 'iptables', content });
    await vscode.window.showTextDocument(document);
  }

  /** Rows as the list shows them: the label, and what stands beside it. */
  async function rowsAt(line: number, character: number): Promise<[label: string, says: string][]> {
    const place = new vscode.Position(line, character);
    // On a busy machine the first answers may come before the server knows the file.
    const items = await poll('a list', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        place,
      );
      return list.items.length > 0 ? list.items : undefined;
    });
    return items
      .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
      .map(({ label }) => (typeof label === 'string' ? [label, ''] : [label.label, label.description ?? '']));
  }

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('on an empty line are commands, COMMIT and snippets, each with what it is', async () => {
    await show('*filter\n:INPUT DROP [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n\n');
    const first = (await rowsAt(5, 0)).slice(0, 12);
    const labels = first.map(([label]) => label);
    for (const label of ['-A', '-P', 'COMMIT', 'ssh', 'http', 'established']) assert.ok(labels.includes(label), label);
    for (const [label, says] of first) assert.notEqual(says, '', label);
  });

  it('within a rule is no whole rule, and the likely comes first', async () => {
    await show('*filter\n-A INPUT -p tcp --dport \n-A INPUT -m \nCOMMIT\n');
    const ports = (await rowsAt(1, 24)).map(([label]) => label);
    assert.deepEqual(ports.slice(0, 2), ['ssh', 'http']);
    assert.ok(ports.indexOf('http') < ports.indexOf('git'));
    const matches = await rowsAt(2, 12);
    assert.equal(matches[0]?.[0], 'conntrack');
    for (const [label, says] of matches) assert.notEqual(says, '', label);
    assert.ok(!matches.some(([label]) => label === 'ssh'));
  });

  it('for a line that names a service are its rules', async () => {
    await show('*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\nssh\nCOMMIT\n');
    const line = new vscode.Range(3, 0, 3, 3);
    await poll(
      'the error',
      () => vscode.languages.getDiagnostics(document.uri).some(({ range }) => range.contains(line)) || undefined,
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      line,
      vscode.CodeActionKind.QuickFix.value,
    );
    assert.equal(actions[0]?.title, 'Insert rules for SSH');
    assert.equal(actions[0]?.isPreferred, true);
    assert.ok(actions[0]?.edit && (await vscode.workspace.applyEdit(actions[0].edit)));
    assert.equal(
      document.getText(),
      '*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT\nCOMMIT\n',
    );
  });
});
