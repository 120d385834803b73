// Owns what happens under the fingers: the list of suggestions opens by itself where it should, in a browser.
import * as vscode from 'vscode';
import { placeOf, type, typings } from '../../support/keyboard.ts';
import { poll } from '../../support/poll.ts';

/** One file for all: closing and opening take their time on a busy machine, and a key pressed meanwhile goes astray. */
async function write(editor: vscode.TextEditor, content: string, offset: number): Promise<void> {
  await vscode.commands.executeCommand('leaveSnippet');
  const { document } = editor;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  if (!(await editor.edit((builder) => builder.replace(all, content)))) throw new Error('The file was not written.');
  const place = document.positionAt(offset);
  editor.selection = new vscode.Selection(place, place);
  await vscode.commands.executeCommand('hideSuggestWidget');
}

describe('typing, with nothing else pressed,', function () {
  // A list that does not open is waited for, and then the key is pressed all the same.
  this.timeout(60_000);
  let editor: vscode.TextEditor;

  before(async function () {
    // Nobody presses keys in a window of the desktop.
    if (vscode.env.uiKind !== vscode.UIKind.Web) this.skip();
    const document = await vscode.workspace.openTextDocument({ language: 'iptables', content: 'an error\n' });
    editor = await vscode.window.showTextDocument(document);
    await poll('the server', () => vscode.languages.getDiagnostics(document.uri).length > 0 || undefined);
  });

  for (const typing of typings) {
    it(typing.title, async () => {
      const { content, offset } = placeOf(typing);
      await write(editor, content, offset);
      await type(typing, () => editor.document.getText());
    });
  }
});
