// Owns the first questions to the packaged extension: is it awake in time, does it know a rules file, what is wrong with it?
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { poll } from '../../support/poll.ts';
import { closeAll, openInWorkspace } from '../workspace.ts';

/** Milliseconds. A tenth on a quiet machine; one that runs all the tests is not. */
const LONGEST_ACTIVATION = 1000;

describe('the extension', () => {
  afterEach(closeAll);

  it("is awake in no time, as the editor's own account of its start says", async function () {
    await openInWorkspace('rules.v4');
    // The page is made when it is opened, and has the extensions that were awake by then.
    const [load, call] = await poll('the account', async () => {
      await closeAll();
      await vscode.commands.executeCommand('perfview.show');
      await poll('the page', () => vscode.window.activeTextEditor?.document.uri.scheme === 'perf' || undefined);
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      const row = /^\|\s*vscode-iptables\.vscode-iptables\s*\|[^|]*\|\s*(\d+)\s*\|\s*(\d+)\s*\|/im.exec(text);
      return row ? [Number(row[1]), Number(row[2])] : undefined;
    });
    const took = (load ?? 0) + (call ?? 0);
    // The figure is worth reading, not only the verdict.
    if (this.test) this.test.title += `: ${took} ms`;
    assert.ok(took < LONGEST_ACTIVATION, `It took ${took} ms.`);
  });
});

describe('a rules file in VS Code', () => {
  it('is recognised by its name', async () => {
    const document = await openInWorkspace('rules.v4');
    assert.equal(document.languageId, 'iptables');
  });

  it('gets one diagnostic for its one mistake', async () => {
    const document = await openInWorkspace('rules.v4');
    const [first, ...others] = await poll('a diagnostic', () => {
      const found = vscode.languages.getDiagnostics(document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(others, []);
    assert.equal(first?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(first.range.start.line, 7);
  });
});
