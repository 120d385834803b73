// Owns what happens under the fingers: the list of suggestions opens by itself where it should, in a browser.
import * as vscode from 'vscode';
import { placeOf, type, typings } from '../../support/keyboard.ts';
import { poll } from '../../support/poll.ts';

async function show(content: string, offset = 0): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'iptables', content });
  const editor = await vscode.window.showTextDocument(document);
  const place = document.positionAt(offset);
  editor.selection = new vscode.Selection(place, place);
  return document;
}

describe('typing, with nothing else pressed,', function () {
  // A list that does not open is waited for, and then Tab is pressed all the same.
  this.timeout(40_000);

  before(async function () {
    // Nobody presses keys in a window of the desktop.
    if (vscode.env.uiKind !== vscode.UIKind.Web) this.skip();
    const { uri } = await show('an error\n');
    await poll('the server', () => vscode.languages.getDiagnostics(uri).length > 0 || undefined);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  for (const typing of typings) {
    it(typing.title, async () => {
      const { content, offset } = placeOf(typing);
      const document = await show(content, offset);
      await type(typing, () => document.getText());
    });
  }
});
