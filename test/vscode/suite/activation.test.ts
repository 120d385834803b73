// Owns the first questions to the packaged extension: is it awake in time, does it know a rules file, what is wrong with it?
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { follow, type Step } from '../../support/keyboard.ts';
import { poll } from '../../support/poll.ts';
import { closeAll, openInWorkspace } from '../workspace.ts';

/** Nobody looks at a window of the desktop. */
const looked = vscode.env.uiKind === vscode.UIKind.Web ? it : it.skip;

describe('the extension', () => {
  afterEach(closeAll);

  // A tenth of this on a quiet machine; one that runs all the tests is not.
  looked('is awake in less than a second, as Running Extensions says', async () => {
    await openInWorkspace('rules.v4');
    await vscode.commands.executeCommand('workbench.action.showRuntimeExtensions');
    const inFront = (): boolean => vscode.window.activeTextEditor !== undefined;
    await poll('the list in front', () => !inFront() || undefined);
    const row = '.runtime-extensions-editor .extension:has(.name:text-is("iptables"))';
    const steps: Step[] = [
      ['see', `${row} .activation-time:text-matches("Activation: [0-9]{1,3}ms")`],
      ['press', 'Escape'],
    ];
    await follow('the file in front again', steps, inFront);
  }).timeout(60_000);
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
