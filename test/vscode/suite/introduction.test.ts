// Owns the first thing that a user does: opens a file that does not load, follows the light bulbs, and loads it.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { describeWithIptables, refusalsOf } from '../../support/iptables.ts';
import { poll } from '../../support/poll.ts';
import { openInWorkspace } from '../workspace.ts';

const FILE = 'examples/introduction/rules.v4';

/** A code with a page of its own comes as an object that links to it. */
function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function codesOf(document: vscode.TextDocument): string[] {
  return vscode.languages.getDiagnostics(document.uri).map(codeOf);
}

/** The diagnostics once they satisfy a question; the editor asks for them some time after each edit. */
function diagnosticsWhen(
  document: vscode.TextDocument,
  right: (codes: string[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return poll('the diagnostics', () => {
    const found = vscode.languages.getDiagnostics(document.uri);
    return right(codesOf(document)) ? found : undefined;
  });
}

/** Applies the preferred fix of a diagnostic, as the light bulb does. */
async function fix(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): Promise<string> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  // What the command answers has lost the actions' diagnostics; each line of this file has one finding.
  const preferred = actions.find((action) => action.isPreferred);
  assert.ok(preferred?.edit, `no fix for ${codeOf(diagnostic)} among ${actions.map(({ title }) => title).join('; ')}`);
  assert.equal(await vscode.workspace.applyEdit(preferred.edit), true);
  return preferred.title;
}

async function openFresh(): Promise<vscode.TextDocument> {
  const document = await openInWorkspace(FILE);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  return document;
}

describe("the introduction's file", () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('shows the comment behind a rule, and that it logs before it accepts', async () => {
    const document = await openFresh();
    const found = await diagnosticsWhen(document, (codes) => codes.length === 3);
    assert.deepEqual(codesOf(document).sort(), ['log-before-accept', 'log-before-accept', 'trailing-comment']);
    const error = found.find((one) => codeOf(one) === 'trailing-comment');
    assert.equal(error?.severity, vscode.DiagnosticSeverity.Error);
    assert.match(document.getText(error.range), /^#/);
  });
});

describeWithIptables(describe, "the introduction's file and the loaders", () => {
  it('does not load, and loads after its fixes, the baseline and service rules', async () => {
    const document = await openFresh();
    assert.equal(refusalsOf(document.getText(), 4).length, 2, 'both back ends refuse the file as it is');
    for (let rest = 3; rest > 0; rest--) {
      const [first] = await diagnosticsWhen(document, (codes) => codes.length === rest);
      assert.ok(first);
      await fix(document, first);
    }
    await diagnosticsWhen(document, (codes) => codes.length === 0);
    assert.deepEqual(refusalsOf(document.getText(), 4), []);

    const administration = { kind: 'ssh', port: 2222, sources: ['192.0.2.0/24'] };
    assert.equal(await vscode.commands.executeCommand('iptables.insertBaseline', { administration }), true);
    const services = [{ id: 'smtp' }, { id: 'ntp' }];
    assert.equal(
      await vscode.commands.executeCommand('iptables.insertServiceRules', { services, direction: 'both' }),
      true,
    );
    const text = document.getText();
    assert.match(text, /-A INPUT -s 192\.0\.2\.0\/24 .*--dport 2222/);
    assert.match(text, /-A INPUT .*--dport 25 -j ACCEPT/);
    for (const chain of ['INPUT', 'OUTPUT']) {
      const rules = text.split('\n').filter((line) => line.startsWith(`-A ${chain} `));
      const logs = rules.filter((rule) => rule.includes('-j LOG'));
      assert.equal(logs.length, 1, `${chain} logs once`);
      assert.equal(rules.at(-1), logs[0], `the LOG rule is the last of ${chain}`);
    }
    assert.deepEqual(refusalsOf(text, 4), []);
    await diagnosticsWhen(document, (codes) => codes.length === 0);
  });
});
