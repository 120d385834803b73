// Owns the way from an empty file to the answer whether one is locked out: a click on the lens, an address, Enter.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { follow, type Step } from '../../support/keyboard.ts';
import { asked, command, FOCUS, needsPage, openedPick, PICK, row, shown } from '../page.ts';
import { closeAll } from '../workspace.ts';

const LENS = '.codelens-decoration a:has-text("Am I locked out?")';
const INPUT = '.quick-input-box input';
/** An input that still checks what was typed goes away without it when one clicks elsewhere. */
const NO_INPUT = '.monaco-workbench:has(.quick-input-widget[style*="display: none"])';
/** The baseline with SSH for one address, and the usual for all other questions. */
const BASELINE: readonly Step[] = [
  FOCUS,
  ...command('Insert Restrictive Baseline'),
  openedPick('SSH only from certain addresses'),
  ['type', 'only from'],
  row('SSH only from certain addresses'),
  ['press', 'Enter'],
  ['see', `${INPUT}[placeholder^="192.0.2.7"]`],
  ['type', '198.51.100.7'],
  ['press', 'Enter'],
  asked('What does this machine serve'),
  ['press', 'Enter'],
  asked('What may this machine reach'),
  ['press', 'Enter'],
];
/** Waits for an answer, and types a letter at the end of the file then. A window under test keeps what it says in its bell. */
const letterAfter = (text: string): Step[] => [
  ['see', NO_INPUT],
  ['click', '[id="status.notifications"]'],
  ['see', `.notifications-center .notification-list-item:has-text("${text}")`],
  ['click', '.view-line:has-text("*filter")'],
  ['press', 'Control+End'],
  ['type', '#'],
  ['press', 'Control+Home'],
];
const textNow = (): string => shown()?.getText() ?? '';

/** From nothing to the baseline. */
async function makeBaseline(): Promise<void> {
  const isEmpty = (): boolean => shown()?.languageId === 'iptables' && textNow() === '';
  await follow('an empty rules file', command('New Rules File'), isEmpty);
  await follow('the baseline', BASELINE, () => textNow().endsWith('COMMIT\n'));
  assert.match(textNow(), /^-A INPUT -s 198\.51\.100\.7 -p tcp .*--dport 22 -j ACCEPT$/m);
}

describe('a baseline with SSH for one address', function () {
  this.timeout(60_000);
  beforeEach(needsPage);
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
  });

  it('says to another that it is locked out, after a click and Enter, and keeps the address', async () => {
    await makeBaseline();

    const ask: Step[] = [
      ['click', LENS],
      ['see', `${PICK} ${INPUT}`],
      ['press', 'Control+a'],
      ['type', '203.0.113.5'],
      ['press', 'Enter'],
      ...letterAfter('Locked out: a packet from 203.0.113.5 to port 22 is dropped by the policy DROP of chain INPUT'),
    ];
    await follow('a letter, once the answer is there', ask, () => textNow().endsWith('\n#'));

    await vscode.commands.executeCommand('notifications.clearAll');
    const again: Step[] = [
      ['click', LENS],
      ['see', `${PICK} ${INPUT}`],
      ['press', 'Enter'],
      ...letterAfter('Locked out: a packet from 203.0.113.5'),
    ];
    await follow('a letter, once it is there again', again, () => textNow().endsWith('\n##'));
  });

  it('says to that one that it is not', async () => {
    await makeBaseline();
    const ask: Step[] = [
      ['click', LENS],
      ['see', `${PICK} ${INPUT}`],
      ['press', 'Control+a'],
      ['type', '198.51.100.7'],
      ['press', 'Enter'],
      ...letterAfter('Not locked out: 198.51.100.7 can connect to port 22'),
    ];
    await follow('a letter, once the answer is there', ask, () => textNow().endsWith('\n#'));
  });
});
