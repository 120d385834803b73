// Owns a rule that is moved across a rule that takes everything: below it fades, above it is whole, and no other key is pressed.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { follow, type Step } from '../../support/keyboard.ts';
import { codeOf, codesOf, diagnosticsWhen } from '../diagnostics.ts';
import { FOCUS, needsPage, openMarked } from '../page.ts';
import { closeAll } from '../workspace.ts';

const MOVED = '-A INPUT -s 192.0.2.7/32 -p tcp -m tcp --dport 22 -j ACCEPT\n';
const OTHER = '-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT\n';
const CATCH_ALL = '-A INPUT -j DROP\n';
const [HEAD, FOOT] = ['*filter\n:INPUT ACCEPT [0:0]\n', 'COMMIT\n'];
const ABOVE = HEAD + MOVED + OTHER + CATCH_ALL + FOOT;
const BELOW = HEAD + OTHER + CATCH_ALL + MOVED + FOOT;

const LINE = '.view-line:has-text("192.0.2.7")';
const faded: Step = ['see', `${LINE}:has(.squiggly-inline-unnecessary)`];
const CODE = 'unreachable-rule';

/** What is said of the moved rule, once it is said. */
async function saidOf(document: vscode.TextDocument): Promise<vscode.Diagnostic | undefined> {
  const all = await diagnosticsWhen(document, (codes) => codes.includes(CODE));
  return all.find((one) => codeOf(one) === CODE);
}

/** The rule stands below, the editor has it faded, and what it says names the rule that takes its packets. */
async function isFadedBelow(document: vscode.TextDocument): Promise<void> {
  assert.equal(document.getText(), BELOW);
  const said = await saidOf(document);
  assert.equal(said?.range.start.line, 4);
  assert.deepEqual(said?.tags, [vscode.DiagnosticTag.Unnecessary]);
  assert.match(said?.message ?? '', /line 4\b/);
}

describe('a rule that is moved below a rule for everything', function () {
  this.timeout(60_000);
  beforeEach(needsPage);
  afterEach(closeAll);

  it('with the mouse, fades as it is let go, and is whole after an undo', async () => {
    const document = await openMarked(`|${ABOVE}`);
    const drag: Step[] = [
      FOCUS,
      // It moves the lines below it as it comes.
      ['see', '.codelens-decoration a, .codelens-decoration span'],
      ['click', '.line-numbers:text-is("3")'],
      ['see', '.selected-text'],
      ['take', `${LINE} > span > span:first-child`],
      ['drop', '.view-line:has-text("COMMIT")'],
    ];
    await follow('the rule below', drag, () => document.getText() === BELOW);
    await isFadedBelow(document);
    await follow('the rule above', [faded, ['press', 'Control+z']], () => document.getText() === ABOVE);
    await diagnosticsWhen(document, (codes) => !codes.includes(CODE));
  });

  it('with Alt and the arrows, line by line, fades as soon as it is below, and is whole above', async () => {
    const document = await openMarked(ABOVE.replace(MOVED, `|${MOVED}`));
    const down: Step = ['press', 'Alt+ArrowDown'];
    const between = HEAD + OTHER + MOVED + CATCH_ALL + FOOT;
    await follow('the rule a line lower', [FOCUS, down], () => document.getText() === between);
    assert.ok(!codesOf(document).includes(CODE));
    await follow('the rule below', [down], () => document.getText() === BELOW);
    await isFadedBelow(document);
    await follow('the rule above', [faded, ['press', 'Alt+ArrowUp']], () => document.getText() === between);
    await diagnosticsWhen(document, (codes) => !codes.includes(CODE));
  });
});
