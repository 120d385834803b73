// Owns what the editor shows around the words: tokens, hints, lenses, the parts of a value, the rule in a sentence.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { follow } from '../../support/keyboard.ts';
import { poll } from '../../support/poll.ts';
import { FOCUS, lineNow, needsPage, openMarked } from '../page.ts';
import { closeAll } from '../workspace.ts';

const FILE = [
  '*filter',
  ':INPUT DROP [0:0]',
  ':web - [0:0]',
  '-A INPUT -p tcp --dport 443 -j web',
  '-A web -s 192.0.2.0/24 -j ACCEPT',
  'COMMIT',
  '',
].join('\n');

/** Each word of a document with its kind, as the editor gets them: five numbers a word. */
async function wordsOf({ uri, lineAt }: vscode.TextDocument): Promise<[word: string, kind: string][]> {
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
    'vscode.provideDocumentSemanticTokensLegend',
    uri,
  );
  const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
    'vscode.provideDocumentSemanticTokens',
    uri,
  );
  const words: [string, string][] = [];
  let [line, start] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, columns = 0, length = 0, kind = 0] = data.slice(at, at + 4);
    start = lines > 0 ? columns : start + columns;
    line += lines;
    words.push([lineAt(line).text.slice(start, start + length), legend.tokenTypes[kind] ?? '']);
  }
  return words;
}

describe('around the words of a rules file', function () {
  this.timeout(60_000);
  afterEach(closeAll);

  it('are colours that tell chains, options, verdicts and addresses apart', async () => {
    const document = await openMarked(FILE);
    const words = new Map(await wordsOf(document));
    const kinds = ['web', '--dport', 'ACCEPT', '192.0.2.0/24', 'tcp'].map((word) => words.get(word));
    assert.equal(new Set(kinds).size, kinds.length, kinds.join(', '));
    assert.ok(!kinds.includes(undefined), kinds.join(', '));
  });

  it('are hints: the service of a port, the ends of a network', async function () {
    needsPage.call(this);
    const document = await openMarked(`|${FILE}`);
    const hints = await poll('hints', async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      return found.length > 0 ? found : undefined;
    });
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    assert.ok(labels.includes('https'), labels.join(' | '));
    await follow(
      'a letter, once the hint is in the line',
      [FOCUS, ['see', '.view-line:has-text("443https")'], ['type', '#']],
      () => document.getText() === `#${FILE}`,
    );
  });

  it('is a lens over each chain, and a click shows who jumps to it', async function () {
    needsPage.call(this);
    await openMarked(`${FILE}|`);
    await follow(
      'the jump',
      [
        ['see', '.codelens-decoration:has-text("policy DROP · 1 rule")'],
        ['click', '.codelens-decoration a:has-text("1 rule · 1 reference · reached from INPUT")'],
        ['see', '.peekview-widget .monaco-list-row:has-text("-j web")'],
        ['click', '.peekview-widget .monaco-list-row:has-text("-j web")'],
        ['press', 'Enter'],
      ],
      () => lineNow() === 3,
    );
  });

  it('are the parts of a value while it is typed', async function () {
    needsPage.call(this);
    const document = await openMarked('*filter\n-A INPUT -p tcp --tcp-flags|\nCOMMIT\n');
    const signature = '.parameter-hints-widget.visible';
    await follow(
      'the whole value',
      [
        FOCUS,
        ['type', ' '],
        ['see', `${signature} .parameter.active:has-text("mask")`],
        ['type', 'SYN,ACK '],
        ['see', `${signature} .parameter.active:has-text("set")`],
        ['type', 'SYN'],
      ],
      () => document.lineAt(1).text.endsWith('--tcp-flags SYN,ACK SYN'),
    );
  });

  it('is the whole rule in one sentence over -A', async function () {
    needsPage.call(this);
    const document = await openMarked(FILE.replace('-A INPUT', '-|A INPUT'));
    await follow(
      'a letter, once the sentence is there',
      [
        FOCUS,
        ['press', 'Control+k'],
        ['press', 'Control+i'],
        ['see', '.monaco-hover:has-text("Jumps to the chain web with TCP packets to port 443 (https)")'],
        ['press', 'Escape'],
        FOCUS,
        ['type', 'x'],
      ],
      () => document.lineAt(3).text.startsWith('-xA INPUT'),
    );
  });
});
