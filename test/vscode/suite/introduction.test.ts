// Owns the first thing that a user does: opens a file that does not load, and sees why.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, codesOf, diagnosticsWhen } from '../diagnostics.ts';
import { closeAll, openFresh } from '../workspace.ts';

const FILE = 'examples/introduction/rules.v4';

describe("the introduction's file", () => {
  afterEach(closeAll);

  it('shows the comment behind a rule, and that it logs before it accepts', async () => {
    const document = await openFresh(FILE);
    const found = await diagnosticsWhen(document, (codes) => codes.length === 4);
    assert.deepEqual(codesOf(document).sort(), [
      'log-before-accept',
      'log-before-accept',
      'log-without-limit',
      'trailing-comment',
    ]);
    const error = found.find((one) => codeOf(one) === 'trailing-comment');
    assert.equal(error?.severity, vscode.DiagnosticSeverity.Error);
    assert.match(document.getText(error.range), /^#/);
  });
});
