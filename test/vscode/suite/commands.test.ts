// Owns the palette commands inside VS Code: each is one undo step, works where it should and says so where it can't.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { poll } from '../../support/poll.ts';
import { closeAll, openInWorkspace, openUntitled, write } from '../workspace.ts';

const SSH = { kind: 'ssh', port: 22, sources: [] };

function run(command: string, answers?: object): Thenable<unknown> {
  return vscode.commands.executeCommand(`iptables.${command}`, answers);
}

async function openFile(name: string, content: string): Promise<vscode.TextDocument> {
  await write(name, content);
  return openInWorkspace(name);
}

describe('the commands', () => {
  afterEach(closeAll);

  it('are those of the manifest, and the one that only the server calls', async () => {
    const known = await vscode.commands.getCommands(true);
    const ours = known.filter((id) => id.startsWith('iptables.'));
    const extension = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'vscode-iptables');
    const ids: string[] = extension?.packageJSON.contributes.commands.map(
      ({ command }: { command: string }) => command,
    );
    assert.deepEqual(ours.sort(), [...ids, 'iptables.showReferences'].sort());
  });

  it('insert the baseline in one undo step, and once', async () => {
    const document = await openUntitled('');
    assert.equal(await run('insertBaseline', { administration: SSH }), true);
    const text = document.getText();
    assert.match(text, /^\*filter\n:INPUT DROP \[0:0\]\n.*--dport 22 -j ACCEPT\n.*-j LOG.*\nCOMMIT\n$/s);
    assert.equal(await run('insertBaseline', { administration: SSH }), false);
    assert.equal(document.getText(), text);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), '');
  });

  it('complete a table with the baseline, in one undo step', async () => {
    const before = '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp --dport 80 -j ACCEPT\nCOMMIT\n';
    const document = await openUntitled(before);
    assert.equal(await run('insertBaseline', { administration: { kind: 'console' } }), true);
    assert.match(document.getText(), /^\*filter\n:INPUT DROP \[0:0\]\n:FORWARD DROP/);
    assert.doesNotMatch(document.getText(), /dport 22/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('make an empty untitled document a rules file', async () => {
    const document = await openUntitled('', 'plaintext');
    assert.equal(await run('insertBaseline', { administration: SSH }), true);
    const now = vscode.window.activeTextEditor?.document;
    assert.equal(now?.uri.toString(), document.uri.toString());
    assert.equal(now?.languageId, 'iptables');
    assert.match(now?.getText() ?? '', /^\*filter\n/);
  });

  it('leave text in another language alone', async () => {
    const document = await openUntitled('hello', 'plaintext');
    assert.equal(await run('insertBaseline', { administration: SSH }), false);
    assert.equal(document.getText(), 'hello');
  });

  it('insert service rules above the LOG rules', async () => {
    const document = await openUntitled('*filter\n-A INPUT -i lo -j ACCEPT\n-A INPUT -j LOG\nCOMMIT\n');
    const answers = { services: [{ id: 'ssh', port: 2222 }], direction: 'in', source: '192.0.2.0/24' };
    assert.equal(await run('insertServiceRules', answers), true);
    assert.equal(
      document.getText(),
      '*filter\n-A INPUT -i lo -j ACCEPT\n-A INPUT -s 192.0.2.0/24 -p tcp -m tcp --dport 2222 -j ACCEPT\n-A INPUT -j LOG\nCOMMIT\n',
    );
    assert.equal(await run('insertServiceRules', answers), false);
    assert.equal(await run('insertServiceRules', { ...answers, source: 'home' }), false);
  });

  it('restrict the rule under the cursor to a source', async () => {
    const document = await openUntitled('*filter\n-A INPUT ! --src=10.0.0.1 -p tcp --dport 22 -j ACCEPT\nCOMMIT\n');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(1, 5, 1, 5);
    assert.equal(await run('restrictToSource', { source: '192.0.2.7' }), true);
    assert.equal(document.lineAt(1).text, '-A INPUT -s 192.0.2.7 -p tcp --dport 22 -j ACCEPT');
    assert.equal(await run('restrictToSource', { source: '192.0.2.7' }), false);
    assert.equal(await run('restrictToSource', { line: 0, source: '192.0.2.7' }), false);
  });

  it('open the reset script as a shell script', async () => {
    assert.equal(await run('newResetScript'), true);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'shellscript');
    assert.match(document?.getText() ?? '', /^#!\/bin\/sh\n/);
  });

  it('copy nothing for a document without a path', async () => {
    await openUntitled('*filter\nCOMMIT\n');
    await vscode.env.clipboard.writeText('before');
    assert.equal(await run('copyLoadCommand'), undefined);
    assert.equal(await vscode.env.clipboard.readText(), 'before');
  });

  it('restart the server, which finds the same again', async () => {
    const document = await openInWorkspace('rules.v4');
    const found = (): number | undefined => vscode.languages.getDiagnostics(document.uri).length || undefined;
    const before = await poll('a diagnostic', found);
    assert.equal(await run('restartServer'), true);
    assert.equal(await poll('the diagnostic after the restart', found), before);
    assert.equal(await run('insertBaseline', { administration: SSH }), true);
  });
});

describe('the questions of the commands', () => {
  afterEach(closeAll);

  /** Runs a command and, until it is done, the editor's commands that answer its questions. */
  async function answering(command: string, ...keys: readonly string[]): Promise<unknown> {
    let done = false;
    const running = Promise.resolve(run(command)).finally(() => {
      done = true;
    });
    const end = performance.now() + 15_000;
    while (!done && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      for (const key of keys) if (!done) await vscode.commands.executeCommand(key);
    }
    return running;
  }

  it('begin with SSH on port 22', async () => {
    const document = await openUntitled('');
    assert.equal(await answering('insertBaseline', 'workbench.action.acceptSelectedQuickOpenItem'), true);
    assert.match(document.getText(), /-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT\n/);
  });

  it('can be left unanswered', async () => {
    const document = await openUntitled('');
    for (const command of ['insertBaseline', 'insertServiceRules']) {
      assert.equal(await answering(command, 'workbench.action.closeQuickOpen'), false);
    }
    assert.equal(document.getText(), '');
  });

  it('take several services, the usual direction and any source', async () => {
    const document = await openUntitled('');
    const keys = ['quickOpenSelectNext', 'quickPickManyToggle', 'acceptSelectedQuickOpenItem'];
    const done = await answering('insertServiceRules', ...keys.map((key) => `workbench.action.${key}`));
    assert.equal(done, true);
    assert.match(document.getText(), /^\*filter\n:INPUT ACCEPT \[0:0\]\n.*\n# .+\n-A .*-j ACCEPT\n/s);
  });
});

describe('plain text that begins like a rules file', () => {
  afterEach(closeAll);

  const languageOf = (uri: vscode.Uri): string | undefined =>
    vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.languageId;

  it('becomes one, once, and not again when the user switches back', async () => {
    const { uri } = await openFile('firewall.txt', '# Our firewall\n\n*filter\n:INPUT DROP [0:0]\nCOMMIT\n');
    await poll('the language iptables', () => languageOf(uri) === 'iptables' || undefined);
    await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), 'plaintext');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(languageOf(uri), 'plaintext');
  });

  it('stays plain text where it only speaks of tables', async () => {
    const { uri } = await openFile('notes.txt', 'Remember the\n*filter\ntable.\n');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(languageOf(uri), 'plaintext');
  });
});
