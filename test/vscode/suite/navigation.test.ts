// Owns finding one's way by the keyboard: definition, references, highlights, rename, symbols, calls, selections, folds.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { follow } from '../../support/keyboard.ts';
import { poll } from '../../support/poll.ts';
import { command, FOCUS, lineNow, needsPage, openedPick, openMarked, PICK, row, shown } from '../page.ts';
import { closeAll, inWorkspace, openInWorkspace, write } from '../workspace.ts';

const FILE = [
  '*filter',
  ':INPUT DROP [0:0]',
  ':FORWARD DROP [0:0]',
  ':OUTPUT ACCEPT [0:0]',
  ':web - [0:0]',
  '-A INPUT -p tcp --dport 80 -j web',
  '-A FORWARD -p tcp --dport 80 -j web',
  '-A web -s 192.0.2.0/24 -j ACCEPT',
  '-A web -j LOG',
  'COMMIT',
  '',
].join('\n');
/** Lines of FILE: what makes a chain that jumps to the other, what makes that one, the jumps, its first rule. */
const [CALLER, MADE, FIRST_JUMP, SECOND_JUMP, FILLED] = [2, 4, 5, 6, 7];

/** The file with the cursor in the name of the first jump. */
const onJump = (): Promise<vscode.TextDocument> => openMarked(FILE.replace('80 -j web', '80 -j w|eb'));
const selected = (): string => {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
};

describe('the keyboard in a rules file', function () {
  this.timeout(60_000);
  beforeEach(needsPage);
  afterEach(closeAll);

  it('goes to the line that makes a chain (F12)', async () => {
    await onJump();
    await follow('the definition', [FOCUS, ['press', 'F12']], () => lineNow() === MADE);
  });

  it('lists all places that speak of a chain (Shift+F12)', async () => {
    await onJump();
    await follow(
      'the second jump',
      [
        FOCUS,
        ['press', 'Shift+F12'],
        ['see', '.peekview-widget:has-text("(5)")'],
        ['press', 'ArrowDown'],
        ['press', 'Enter'],
      ],
      () => lineNow() === SECOND_JUMP,
    );
  });

  it('has the other places of a chain highlighted', async () => {
    const document = await onJump();
    // Lines that fill a chain write it, jumps read it.
    const steps = [FOCUS, ['see', '.wordHighlightStrong'], ['see', '.wordHighlight'], ['type', 'x']] as const;
    await follow('a letter after it', steps, () => document.lineAt(FIRST_JUMP).text.endsWith('wxeb'));
  });

  it('renames a chain in its whole table (F2)', async () => {
    const document = await onJump();
    await follow(
      'the new name',
      [FOCUS, ['press', 'F2'], ['see', '.rename-box :focus'], ['type', 'http'], ['press', 'Enter']],
      () => document.getText() === FILE.replaceAll('web', 'http'),
    );
    await follow('the old name', [FOCUS, ['press', 'Control+z']], () => document.getText() === FILE);
  });

  it('goes to a symbol of the file (Ctrl+Shift+O)', async () => {
    await openMarked(`|${FILE}`);
    await follow(
      'the chain',
      [
        FOCUS,
        ['press', 'Control+Shift+o'],
        openedPick('web'),
        ['type', 'web'],
        ['see', `${PICK} .monaco-list-row.focused:has-text("symbols (3)")`],
        ['press', 'Enter'],
      ],
      () => lineNow() === FILLED,
    );
  });

  it('goes to a symbol of another open file (Ctrl+T)', async () => {
    await write('symbols/rules.v4', FILE.replaceAll('web', 'perimeter'));
    const other = await openInWorkspace('symbols/rules.v4');
    await openMarked(FILE);
    await follow(
      'the chain of the other file',
      [FOCUS, ['press', 'Control+t'], ['type', 'permtr'], row('perimeter'), ['press', 'Enter']],
      () => shown() === other && lineNow() === MADE,
    );
  });

  it('goes to a symbol of a file that is not open (Ctrl+T)', async () => {
    await write('symbols/below/rules.v4', FILE.replaceAll('web', 'threshold'));
    await write('node_modules/rules.v4', FILE.replaceAll('web', 'thresholds-of-others'));
    await openMarked(FILE);
    await follow(
      'the chain of the closed file',
      [FOCUS, ['press', 'Control+t'], ['type', 'thrshld'], row('threshold'), ['press', 'Enter']],
      () => shown()?.uri.path === inWorkspace('symbols/below/rules.v4').path && lineNow() === MADE,
    );
    await write('symbols/below/rules.v4', FILE.replaceAll('web', 'doorstep'));
    await closeAll();
    await openMarked(FILE);
    await follow(
      'the chain of the file as it is now',
      [FOCUS, ['press', 'Control+t'], ['type', 'doorstp'], row('doorstep'), ['press', 'Enter']],
      () => shown()?.uri.path === inWorkspace('symbols/below/rules.v4').path && lineNow() === MADE,
    );
  });

  it('links a set to the line that creates it', async () => {
    await write('sets/ipsets', 'create admins hash:ip\ncreate blocked hash:net\n');
    await write('sets/rules.v4', '*filter\n-A INPUT -m set --match-set blocked src -j DROP\nCOMMIT\n');
    const { uri } = await openInWorkspace('sets/rules.v4');
    const links = await poll('the link', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri, 10);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      links.map(({ target, range }) => [target?.path, target?.fragment, range.start.line]),
      [[inWorkspace('sets/ipsets').path, 'L2', 1]],
    );
  });

  it('tells which chains lead to one (Peek Call Hierarchy)', async () => {
    await onJump();
    const caller = '.call-hierarchy .monaco-list-row:has-text("FORWARD")';
    await follow(
      'the second caller',
      [FOCUS, ...command('Peek Call Hierarchy'), ['click', caller], ['press', 'Enter']],
      () => lineNow() === CALLER,
    );
  });

  it('selects more and more around the cursor (Shift+Alt+Right)', async () => {
    await openMarked(FILE.replace('--dport 80', '--dport 8|0'));
    for (const expected of ['80', '--dport 80', '-p tcp --dport 80', '-A INPUT -p tcp --dport 80 -j web']) {
      await follow(expected, [FOCUS, ['press', 'Shift+Alt+ArrowRight']], () => selected() === expected);
    }
  });

  it('folds what belongs together (Ctrl+Shift+[)', async () => {
    await openMarked(FILE.replace(':FORWARD', ':FOR|WARD'));
    const ranges = () => vscode.window.activeTextEditor?.visibleRanges ?? [];
    assert.equal(ranges().length, 1);
    await follow('the fold', [FOCUS, ['press', 'Control+Shift+BracketLeft']], () => ranges().length === 2);
    assert.deepEqual([ranges()[0]?.end.line, ranges()[1]?.start.line], [1, FIRST_JUMP]);
    await follow('all lines', [FOCUS, ['press', 'Control+Shift+BracketRight']], () => ranges().length === 1);
  });
});
