// Owns the first minutes with the mouse and the keyboard: an empty file's offers, the status bar, the walkthrough.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { follow, type Step } from '../../support/keyboard.ts';
import { poll } from '../../support/poll.ts';
import { asked, needsPage, openedPick, STATUS, shown } from '../page.ts';
import { closeAll, inWorkspace, openInWorkspace, write } from '../workspace.ts';

const statusSays = (text: string): Step => ['see', `${STATUS}:has-text("${text}")`];

async function lensesOf(document: vscode.TextDocument): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    10,
  );
  return lenses.flatMap(({ command }) => command?.command ?? []);
}

async function empty(): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('iptables.newFile');
  return poll('an empty rules file', () => (shown()?.languageId === 'iptables' ? shown() : undefined));
}

describe('an empty rules file', function () {
  this.timeout(60_000);
  beforeEach(needsPage);
  afterEach(closeAll);

  it('offers the first steps until something is typed', async () => {
    const document = await empty();
    const offers = ['iptables.insertBaseline', 'iptables.insertServiceRules', 'iptables.openExample'];
    assert.deepEqual((await lensesOf(document)).slice(0, 3), offers);
    const lens = '.codelens-decoration:has-text("Insert Restrictive Baseline")';
    await follow(
      'typing',
      [
        ['see', lens],
        ['type', '# ours'],
      ],
      () => document.getText() === '# ours',
    );
    assert.deepEqual(await lensesOf(document), []);
  });

  it('says nothing where the hints of empty editors are hidden', async () => {
    const editor = vscode.workspace.getConfiguration('workbench.editor');
    await editor.update('empty.hint', 'hidden', vscode.ConfigurationTarget.Workspace);
    try {
      assert.deepEqual(await lensesOf(await empty()), []);
    } finally {
      await editor.update('empty.hint', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('becomes the baseline by a click and Enter at each question', async () => {
    const document = await empty();
    const steps: Step[] = [
      ['click', 'a:has-text("Insert Restrictive Baseline")'],
      openedPick('SSH on port 22'),
      ['press', 'Enter'],
      asked('What does this machine serve'),
      ['press', 'Enter'],
      asked('What may this machine reach'),
      ['press', 'Enter'],
    ];
    const done = /:INPUT DROP .*--dport 22 -j ACCEPT.*-A OUTPUT .*--dport 123 .*COMMIT/s;
    await follow('the baseline', steps, () => done.test(document.getText()));
  });

  it('opens the example by a click, of the family of the file', async () => {
    await write('empty/rules.v6', '');
    await openInWorkspace('empty/rules.v6');
    await follow('the example', [['click', 'a:has-text("Open Example")']], () => shown()?.isUntitled === true);
    assert.match(shown()?.getText() ?? '', /IPv6.*-p ipv6-icmp.*COMMIT/s);
  });
});

describe('the status bar', function () {
  this.timeout(60_000);
  const setting = (name: string): unknown =>
    vscode.workspace.getConfiguration('iptables', inWorkspace('rules.v4')).inspect(name)?.workspaceValue;

  beforeEach(needsPage);
  afterEach(async () => {
    for (const name of ['backend', 'family', 'version']) {
      await vscode.workspace.getConfiguration('iptables').update(name, undefined, vscode.ConfigurationTarget.Workspace);
    }
    await closeAll();
  });

  it('tells family, back end and errors, and a click changes the back end for the workspace', async () => {
    await openInWorkspace('rules.v4');
    const steps: Step[] = [
      statusSays('IPv4 · both back ends · 1 error'),
      ['click', STATUS],
      openedPick('Legacy'),
      ['type', 'legacy'],
      ['press', 'Enter'],
    ];
    await follow('the setting', steps, () => setting('backend') === 'legacy');
    await follow(
      'the new status',
      [
        statusSays('IPv4 · Legacy · 1 error'),
        ['click', STATUS],
        openedPick('nf_tables'),
        ['type', 'both'],
        ['press', 'Enter'],
      ],
      () => setting('backend') === undefined,
    );
  });

  it('lets a file say that it is for IPv6', async () => {
    const text = '*filter\n:INPUT DROP [0:0]\nCOMMIT\n';
    await write('family/rules.v4', text);
    const document = await openInWorkspace('family/rules.v4');
    const choose: Step[] = [
      statusSays('IPv4 · both back ends · no errors'),
      ['click', STATUS],
      openedPick('this file'),
      ['type', 'family=6'],
      ['press', 'Enter'],
    ];
    await follow('the line', choose, () => document.getText() === `# iptables: family=6\n${text}`);
    const back: Step[] = [
      statusSays('IPv6'),
      ['click', STATUS],
      openedPick('this file'),
      ['type', 'automatic'],
      ['press', 'Enter'],
    ];
    await follow('the line gone', back, () => document.getText() === text);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('takes answers without a question', async () => {
    await openInWorkspace('rules.v4');
    assert.equal(await vscode.commands.executeCommand('iptables.configureFile', { version: '1.8.9' }), true);
    assert.equal(setting('version'), '1.8.9');
    await follow(
      'the version',
      [statusSays('both back ends 1.8.9'), ['click', STATUS], openedPick('1.8.9'), ['type', 'Any'], ['press', 'Enter']],
      () => setting('version') === undefined,
    );
  });
});

describe('the walkthrough', function () {
  this.timeout(60_000);
  beforeEach(needsPage);
  afterEach(closeAll);

  it('opens, and its first step opens the example', async () => {
    await vscode.commands.executeCommand('iptables.firstSteps');
    await follow('the example', [['click', '.getting-started-step .monaco-button:has-text("Open Example")']], () =>
      /^# The firewall of a web server, IPv4/.test(shown()?.getText() ?? ''),
    );
  });
});

describe('a list of references', function () {
  this.timeout(60_000);
  beforeEach(needsPage);
  afterEach(closeAll);

  it('opens where a code lens of the server asks for it', async () => {
    const { uri } = await openInWorkspace('examples/rules.v4');
    const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 3 } });
    const locations = [7, 8, 9].map((line) => ({ uri: uri.toString(), range: at(line) }));
    await vscode.commands.executeCommand(
      'iptables.showReferences',
      uri.toString(),
      { line: 7, character: 0 },
      locations,
    );
    const third = '.peekview-widget .monaco-list-row:has-text("OUTPUT")';
    const line = () => vscode.window.activeTextEditor?.selection.active.line;
    const steps: Step[] = [
      ['see', '.peekview-widget:has-text("(3)")'],
      ['click', third],
      ['press', 'Enter'],
    ];
    await follow('the third place', steps, () => line() === 9);
  });
});
