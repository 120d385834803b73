// Owns the first file that a user mends: follows the light bulbs until the real loaders take it.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { describeWithIptables, refusalsOf } from '../../support/iptables.ts';
import { codeOf, graveWhen } from '../diagnostics.ts';
import { closeAll, openFresh } from '../workspace.ts';

const FILE = 'examples/introduction/rules.v4';

/** Applies the preferred fix of a diagnostic, as the light bulb does. */
async function fix(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): Promise<string> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  // What the command answers has lost the actions' diagnostics; each line of this file has one error or warning.
  const preferred = actions.find((action) => action.isPreferred);
  assert.ok(preferred?.edit, `no fix for ${codeOf(diagnostic)} among ${actions.map(({ title }) => title).join('; ')}`);
  assert.equal(await vscode.workspace.applyEdit(preferred.edit), true);
  return preferred.title;
}

describeWithIptables(describe, "the introduction's file and the loaders", () => {
  afterEach(closeAll);

  it('does not load, and loads after its fixes, the baseline and service rules', async () => {
    const document = await openFresh(FILE);
    assert.equal(refusalsOf(document.getText(), 4).length, 2, 'both back ends refuse the file as it is');
    for (let rest = 3; rest > 0; rest--) {
      const [first] = await graveWhen(document, rest);
      assert.ok(first);
      await fix(document, first);
    }
    await graveWhen(document, 0);
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
    await graveWhen(document, 0);
  });
});
