// Owns what a scene can do in the editor's page: wait for it, hover, open fixes and lists, show the problems, run commands.
import { Failure } from '../lib/failure.mjs';

const patience = 240_000;

/** Waits until the file is coloured and the language server has answered. */
export async function settle(page) {
  await page.waitForSelector('.monaco-editor .view-line span[class*="mtk"]', { timeout: patience });
  await page.waitForSelector('[id="vscode-iptables.vscode-iptables.iptables.file"]', { timeout: patience });
  await page.waitForFunction(() => document.querySelectorAll('.monaco-progress-container.active').length === 0);
  await page.waitForTimeout(4000);
}

/**
 * The middle of a text in the editor, in pixels of the page.
 * @param {import('playwright-core').Page} page
 * @param {string} text as it stands in the file, within one line that is in view
 */
async function middleOf(page, text) {
  const place = await page.evaluate((wanted) => {
    for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
      // The editor draws blanks as no-break spaces.
      const at = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
      if (at < 0) continue;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let before = 0;
      const middle = at + Math.floor(wanted.length / 2);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (before + length > middle) {
          const range = document.createRange();
          range.setStart(node, middle - before);
          range.setEnd(node, middle - before + 1);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }
        before += length;
      }
    }
    return undefined;
  }, text);
  if (place === undefined) throw new Failure(`No line in view holds \`${text}\`.`);
  return place;
}

/** Rests the mouse on a text until its help is there. */
export async function hoverOver(page, text) {
  const { x, y } = await middleOf(page, text);
  await page.mouse.move(x - 40, y + 60);
  await page.mouse.move(x, y, { steps: 5 });
  await page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents', { timeout: patience });
  await page.waitForTimeout(500);
}

/** Waits for the light bulb: the editor looks for actions by itself, and that drops a menu asked for just before. */
async function bulb(page) {
  await page.waitForSelector('.monaco-editor [class*="gutter-lightbulb"]', { timeout: patience });
}

/** Opens the menu of the light bulb. */
async function openMenu(page) {
  await page.keyboard.press('Control+.');
  await page.waitForSelector('.action-widget', { timeout: patience });
  await page.mouse.move(1, 1);
  await page.waitForTimeout(500);
}

/** Puts the cursor into a text and opens the light bulb's menu, with room for it below. */
export async function openFixes(page, text) {
  const { x, y } = await middleOf(page, text);
  await page.mouse.click(x, y);
  // Scrolls the file and leaves the cursor where it is.
  for (let line = 0; line < 12; line += 1) await page.keyboard.press('Control+ArrowDown');
  await page.waitForTimeout(1500);
  await openMenu(page);
}

/** Goes to a place, `line` or `line:column`; its line comes to the middle. */
async function goTo(page, place) {
  await page.keyboard.press('Control+G');
  await page.waitForSelector('.quick-input-widget', { timeout: patience });
  await page.keyboard.type(String(place));
  await page.keyboard.press('Enter');
  await page.waitForSelector('.monaco-editor.focused', { timeout: patience });
}

/** Goes to a line and opens the light bulb's menu there. */
export async function openFixesOn(page, line) {
  await goTo(page, line);
  await bulb(page);
  await openMenu(page);
}

/** Opens the list of all problems below the file. */
export async function showProblems(page) {
  await page.keyboard.press('Control+Shift+M');
  await page.waitForSelector('.markers-panel .monaco-list-row', { timeout: patience });
  await page.waitForTimeout(500);
}

/** Leaves the window to the file. */
export async function hideSideBar(page) {
  await page.keyboard.press('Control+B');
  await page.waitForTimeout(1000);
}

/** Runs a command of the palette. */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await page.waitForSelector('.quick-input-widget', { timeout: patience });
  await page.keyboard.type(title);
  await page.waitForSelector(`.quick-input-list .monaco-list-row.focused:has-text("${title}")`, { timeout: patience });
  await page.keyboard.press('Enter');
}

/** Opens an empty rules file and waits for what it offers. */
export async function newFile(page) {
  await runCommand(page, 'iptables: New Rules File');
  await page.waitForSelector('.codelens-decoration a', { timeout: patience });
  await page.waitForTimeout(1000);
}

/** Asks the first question of the baseline in an empty file. */
export async function askForBaseline(page) {
  await newFile(page);
  await page.click('.codelens-decoration a:has-text("Baseline")', { timeout: patience });
  await page.waitForSelector('.quick-input-list .monaco-list-row:has-text("SSH on port 22")', { timeout: patience });
  await page.waitForTimeout(500);
}

/** Types in an empty file and waits for the list of suggestions, with the help for its first row. */
export async function suggest(page, text) {
  await newFile(page);
  await page.keyboard.type(text, { delay: 60 });
  await page.waitForSelector('.suggest-widget.visible .monaco-list-row.focused', { timeout: patience });
  if (!(await page.isVisible('.suggest-details'))) await page.keyboard.press('Control+Space');
  await page.waitForSelector('.suggest-details', { timeout: patience });
  await page.waitForTimeout(500);
}

/** Opens the walkthrough and waits for the picture of its first step. */
export async function openWalkthrough(page) {
  await runCommand(page, 'iptables: First Steps');
  const loaded = () => (document.querySelector('.getting-started-media img')?.naturalWidth ?? 0) > 0;
  await page.waitForFunction(loaded, undefined, { timeout: patience });
  await page.waitForTimeout(1000);
}

/** Goes to a place, types there, and waits for what comes of it. */
export async function typeAt(page, place, text, awaited) {
  await goTo(page, place);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type(text, { delay: 60 });
  await page.waitForSelector(awaited, { timeout: patience });
  await page.waitForTimeout(1000);
}

/** Goes to a place, presses a key, and waits for what opens. */
export async function pressAt(page, place, key, awaited) {
  await goTo(page, place);
  await page.keyboard.press(key);
  await page.waitForSelector(awaited, { timeout: patience });
  await page.waitForTimeout(1000);
}

/** Goes to a place, runs a command of the palette, and waits for what opens. */
export async function commandAt(page, place, title, awaited) {
  await goTo(page, place);
  await runCommand(page, title);
  await page.waitForSelector(awaited, { timeout: patience });
  await page.waitForTimeout(1000);
}

/** Types a rule that no packet reaches below a line, and goes to what is said of it. */
export async function showUnreachable(page, place, text) {
  await typeAt(page, place, text, '.squiggly-inline-unnecessary');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F8');
  await page.waitForSelector('.marker-widget', { timeout: patience });
  await page.waitForTimeout(1000);
}

/** Traces a packet, said in a line, and waits for its way in the file and in the explorer. */
export async function traceAPacket(page, line) {
  await runCommand(page, 'iptables: Trace a Packet');
  await page.waitForSelector('.quick-input-box input[placeholder^="in eth0"]', { timeout: patience });
  await page.keyboard.press('Control+A');
  await page.keyboard.type(line);
  await page.waitForTimeout(500);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.pane-header:has-text("Packet Trace")', { timeout: patience });
  await page.waitForTimeout(2000);
}

/** Folds the lines that belong together, from the first lines to the last; tables stay open. */
export async function foldRuns(page) {
  await page.keyboard.press('Control+Home');
  await runCommand(page, 'Fold Level 2');
  await page.waitForSelector('.codicon-folding-collapsed', { timeout: patience });
  await page.waitForTimeout(1000);
}

/** Opens the list of what holds for the file, from the status bar. */
export async function openStatus(page) {
  await page.click('[id="vscode-iptables.vscode-iptables.iptables.file"]');
  await page.waitForSelector('.quick-input-list .monaco-list-row:has-text("Legacy")', { timeout: patience });
  await page.waitForTimeout(500);
}

/** Answers the questions of the baseline with Enter until it shows what would change. */
export async function previewBaseline(page) {
  await runCommand(page, 'iptables: Insert Restrictive Baseline');
  for (const question of ['How is this machine', 'What does this machine serve', 'What may this machine reach']) {
    await page.waitForSelector(`.quick-input-widget input[placeholder^="${question}"]`, { timeout: patience });
    await page.keyboard.press('Enter');
  }
  await page.waitForSelector('.monaco-diff-editor .line-insert', { timeout: patience });
  await page.waitForTimeout(1500);
}
