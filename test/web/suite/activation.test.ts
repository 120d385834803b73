// Owns the first question to the extension in a browser: does it know a rules file and say what is wrong with it?
import * as vscode from 'vscode';
import { poll } from '../../support/poll.ts';

const rules = `*filter
:INPUT DROP [0:0]
-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT # SSH
COMMIT
`;

describe('a rules file in a browser', () => {
  it('gets one error for its one mistake', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'iptables', content: rules });
    await vscode.window.showTextDocument(document);
    const errors = await poll('an error', () => {
      const found = vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      return found.length > 0 ? found : undefined;
    });
    const lines = errors.map(({ range }) => range.start.line);
    if (lines.join() !== '2') throw new Error(`Expected one error in line 2, got ${JSON.stringify(errors)}.`);
  });
});
