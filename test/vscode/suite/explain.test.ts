// Owns the page about what a firewall lets in: what it says, that it follows the rules, and that nothing asks to save it.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { poll } from '../../support/poll.ts';
import { known } from '../page.ts';
import { closeAll, openUntitled } from '../workspace.ts';

const TEXT = `*filter
:INPUT DROP [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
-A INPUT -s 192.0.2.7/32 -p tcp -m tcp --dport 22 -j ACCEPT
COMMIT
`;

/** The page, as the editor has it. */
function page(): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'iptables-explain');
}

/** The page is shown: as a preview, or as its text where the preview cannot be opened, as in the test's bare web editor. */
function isShown(): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const isText = vscode.window.visibleTextEditors.some(({ document }) => document === page());
  return isText || tabs.some(({ label }) => label.startsWith('Preview'));
}

describe('what a firewall lets in', () => {
  afterEach(closeAll);

  it('is a page beside the rules, which follows them', async () => {
    const document = await openUntitled(TEXT);
    await known(document);
    const text = await vscode.commands.executeCommand<string>('iptables.explain');
    assert.match(text, /^# What Untitled-\d+ lets in and out$/m);
    assert.match(text, /^\| tcp 22 \(ssh\) \| 192\.0\.2\.7 \| 5 \|$/m);
    await poll('the page in front', () => isShown() || undefined);
    assert.deepEqual(
      vscode.workspace.textDocuments.filter((one) => one.isDirty && one !== document),
      [],
    );
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(5, 0), '-A INPUT -p tcp -m tcp --dport 443 -j ACCEPT\n');
    await vscode.workspace.applyEdit(edit);
    await poll('the new rule on the page', () => page()?.getText().includes('443 (https)') || undefined);
  });
});
