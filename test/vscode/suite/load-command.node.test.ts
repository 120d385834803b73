// Owns copying the load command: it needs a file with a path on a machine, which a browser has not.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, inWorkspace, openInWorkspace, write } from '../workspace.ts';

describe('the load command', () => {
  afterEach(closeAll);

  it('has the program of the family and the path of the file in front', async () => {
    await write('rules.v6', '*filter\nCOMMIT\n');
    await openInWorkspace('rules.v6');
    const command = await vscode.commands.executeCommand('iptables.copyLoadCommand');
    assert.equal(command, await vscode.env.clipboard.readText());
    assert.ok(String(command).startsWith('sudo ip6tables-restore --test '));
    assert.ok(String(command).includes('rules.v6'));
  });

  it('is copied of a file that is not open, as the explorer asks for it', async () => {
    const command = await vscode.commands.executeCommand('iptables.copyLoadCommand', inWorkspace('examples/rules.v4'));
    assert.ok(String(command).startsWith('sudo iptables-restore --test '));
    assert.ok(String(command).includes('examples/rules.v4'));
  });
});
