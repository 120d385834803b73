// Owns the first question to the packaged extension: does it know a rules file and say what is wrong with it?
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { poll } from '../../support/poll.ts';
import { openInWorkspace } from '../workspace.ts';

/** Milliseconds. A tenth on a quiet machine; one that runs all tests at once is not. */
const LONGEST_ACTIVATION = 1500;

describe('the extension', () => {
  it('sleeps until it is needed, and is awake in no time', async () => {
    const extension = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'vscode-iptables');
    assert.equal(extension?.isActive, false);
    const start = performance.now();
    await extension.activate();
    const took = performance.now() - start;
    assert.ok(took < LONGEST_ACTIVATION, `It took ${Math.round(took)} ms.`);
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
