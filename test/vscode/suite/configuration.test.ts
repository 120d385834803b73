// Owns the questions about configuration files: what one says of the rules files below it, and what is wrong with it.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { poll } from '../../support/poll.ts';
import { diagnosticsWhen } from '../diagnostics.ts';
import { closeAll, inWorkspace, openInWorkspace, write } from '../workspace.ts';

const RULES = '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -m geoip --src-cc CN -j LOG\nCOMMIT\n';

describe('a configuration file', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(inWorkspace('configured'), { recursive: true });
  });

  it('holds for the rules files below its folder, is taken in anew when it changes, and shows what is wrong', async () => {
    const name = 'configured/iptables-lint.yaml';
    await write(name, 'rules: {unknown-extension: off, bare-flsh: off}\n');
    await write('configured/site/rules.v4', RULES);
    const document = await openInWorkspace('configured/site/rules.v4');
    const wrong = () => vscode.languages.getDiagnostics(inWorkspace(name)).map(({ message }) => message);
    const [fault] = await poll('the fault', () => (wrong().length > 0 ? wrong() : undefined));
    assert.equal(fault, 'No rule is called "bare-flsh". Did you mean "bare-flush"?');
    await diagnosticsWhen(document, (codes) => codes.includes('unknown-extension'));
    await write(name, 'rules: {unknown-extension: off}\n');
    await diagnosticsWhen(document, (codes) => !codes.includes('unknown-extension'));
    await poll('no fault', () => (wrong().length === 0 ? true : undefined));
  });
});
