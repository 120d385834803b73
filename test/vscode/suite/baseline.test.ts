// Owns the baseline in a file that has rules: its questions, the changes shown before they are made, its twin.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { follow, type Step } from '../../support/keyboard.ts';
import { asked, command, FOCUS, needsPage, openedPick, openMarked, PICK, row, shown } from '../page.ts';
import { closeAll } from '../workspace.ts';

const FILE = '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT\nCOMMIT\n';

/** From the palette to the preview: SSH on port 2222 instead of 22, HTTP served, the usual reached. */
const TO_PREVIEW: readonly Step[] = [
  FOCUS,
  ...command('Insert Restrictive Baseline'),
  openedPick('SSH on port 22'),
  ['type', 'another port'],
  row('SSH on another port'),
  ['press', 'Enter'],
  ['see', '.quick-input-box input[placeholder="2222"]'],
  ['type', '2222'],
  ['press', 'Enter'],
  asked('This file lets SSH in on port 22'),
  row('Close port 22'),
  ['press', 'Enter'],
  asked('What does this machine serve'),
  ['type', 'web server'],
  ['see', `${PICK} .monaco-list-row[data-last-element="true"]:has-text("HTTP and HTTPS")`],
  ['press', 'ArrowDown'],
  row('HTTP and HTTPS'),
  ['press', 'Space'],
  openedPick('1 Selected'),
  ['press', 'Enter'],
  asked('What may this machine reach'),
  ['press', 'Enter'],
  ['see', '.monaco-diff-editor'],
  row('Make these changes'),
];

describe('the baseline in a file with rules', function () {
  this.timeout(60_000);
  beforeEach(needsPage);
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
  });

  it('asks, shows what changes, and changes it; then it offers its twin', async () => {
    const document = await openMarked(FILE);
    await follow('the baseline', [...TO_PREVIEW, ['press', 'Enter']], () => document.getText() !== FILE);
    const text = document.getText();
    assert.match(text, /^:INPUT DROP .*^-A INPUT .*--dport 2222 -j ACCEPT$.*^-A INPUT .*80.* -j ACCEPT$.*^COMMIT$/ms);
    assert.doesNotMatch(text, /--dport 22 /);
    assert.equal(shown(), document);

    const twin = '.notifications-center a.monaco-button:has-text("Baseline for IPv6")';
    await follow(
      'the twin',
      [
        ['click', '[id="status.notifications"]'],
        ['click', twin],
      ],
      () => /^# iptables: family=6\n.*^COMMIT$/ms.test(shown()?.getText() ?? ''),
    );
    assert.match(shown()?.getText() ?? '', /-p ipv6-icmp .*--dport 2222 /s);
  });

  it('leaves the file as it is where the changes are not wanted', async () => {
    const document = await openMarked(FILE);
    const tabs = (): number => vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;
    await follow('the preview', TO_PREVIEW, () => tabs() === 2);
    const leave: Step[] = [
      row('Make these changes'),
      ['press', 'ArrowDown'],
      row('Leave the file as it is'),
      ['press', 'Enter'],
    ];
    await follow('the file in front', leave, () => tabs() === 1 && shown() === document);
    assert.equal(document.getText(), FILE);
  });
});
