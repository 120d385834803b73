// Owns keyboard and mouse of the suites inside VS Code: does in the browser's page what a test prints as its wish.
import { fromRoot, inCache } from '../lib/paths.mjs';

/** test/support/keyboard.ts prints its wishes behind this word, as JSON. */
const mark = 'iptables-keys:';

/** The list of suggestions with a row that Tab would take. */
const list = '.suggest-widget.visible .monaco-list-row.focused';

/** Between two letters, in milliseconds: a quick typist's. */
const pace = 60;

/**
 * Types and then presses the keys once the list of suggestions is open, or has not opened in time: as a person would,
 * who sees whether there is a list, and nothing else. A test that gave up meanwhile gets no keys into the next one's file.
 */
async function type(page, { text, keys, patience, until }) {
  await page.waitForSelector('.monaco-editor.focused', { timeout: Math.max(1, until - Date.now()) });
  if (Date.now() > until) return;
  await page.keyboard.type(text, { delay: pace });
  await page.waitForSelector(list, { timeout: patience }).catch(() => {});
  if (Date.now() > until) return;
  for (const key of keys) await page.keyboard.press(key);
}

/** The menu of actions. */
const menu = '.action-widget';

/** How long a row of the menu of actions is waited for, in milliseconds, before the menu is opened again. */
const menuPatience = 4000;

/**
 * Opens the menu of actions and takes a row; opens it again where it closed by itself or lacked the row, as a person would:
 * the editor drops a menu when its own look for actions, 250 ms after the cursor moved, comes between.
 */
async function choose(page, row, timeout) {
  for (const end = Date.now() + timeout; ; ) {
    // What the mouse rests on shows a hover, which may lie over the rows.
    await page.mouse.move(1, 1);
    await page.keyboard.press('Control+.');
    const left = Math.max(1, end - Date.now());
    const isTaken = await page.click(row, { timeout: Math.min(menuPatience, left) }).then(
      () => true,
      (error) => {
        if (left <= menuPatience) throw error;
        return false;
      },
    );
    if (isTaken) return;
    // Without a menu the key would take the selection away.
    if (await page.isVisible(menu)) await page.keyboard.press('Escape');
  }
}

/** Moves the mouse to something as a hand does, so that the editor sees it on its way; `part` of its width from the left. */
async function moveTo(page, selector, timeout, part) {
  const { x, y, width, height } = await (await page.waitForSelector(selector, { timeout })).boundingBox();
  await page.mouse.move(x + 1 + part * width, y + height / 2, { steps: 10 });
}

/** What each step of a wish does; `see` waits for what it names. */
const doings = {
  see: (page, selector, timeout) => page.waitForSelector(selector, { timeout }),
  click: (page, selector, timeout) => page.click(selector, { timeout }),
  choose,
  type: (page, text) => page.keyboard.type(text, { delay: pace }),
  press: (page, key) => page.keyboard.press(key),
  take: async (page, selector, timeout) => {
    await moveTo(page, selector, timeout, 0.5);
    await page.mouse.down();
  },
  drop: async (page, selector, timeout) => {
    await moveTo(page, selector, timeout, 0);
    await page.mouse.up();
  },
};

/** So long before the end of a test, in milliseconds, a step that has not come is given up. */
const lead = 1000;

/** Does step after step, as a person who looks before each; one that does not come in time ends it, and is told. */
async function follow(page, { steps, until }) {
  for (const [name, what] of steps) {
    if (Date.now() > until) return;
    await doings[name](page, what, Math.max(1, until - lead - Date.now())).catch((error) => {
      console.log(`    The step "${name} ${what}" did not come about.`);
      throw error;
    });
  }
}

/** Keeps a picture of the page of a test that fails, and says where. */
async function takePicture(page, { picture }) {
  const file = inCache('test', 'failed', `${picture.replaceAll(/[^\w-]+/g, '-').slice(0, 60)}.png`);
  await page.screenshot({ path: file });
  console.log(`    The page is in ${fromRoot(file)}.`);
}

/** What is done for a wish. */
function deedFor(wish) {
  if (wish.picture) return takePicture;
  return wish.steps ? follow : type;
}

/**
 * What takes each line that a suite prints and presses what it wishes for, one wish after the other.
 * @param {import('playwright-core').Page} page
 * @returns {(line: string) => void}
 */
export function keyboardOf(page) {
  let before = Promise.resolve();
  return (line) => {
    const at = line.indexOf(mark);
    if (at < 0) return;
    const wish = JSON.parse(line.slice(at + mark.length));
    // A page that was closed meanwhile has no keys; the test that waits for what they do says so.
    before = before.then(() => deedFor(wish)(page, wish)).catch(() => {});
  };
}
