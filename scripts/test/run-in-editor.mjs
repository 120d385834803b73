// Owns running test suites inside the embedded VS Code: a server, a page that opens it, the exit code that it reports.
import { mkdir, rm } from 'node:fs/promises';
import { startBrowser } from '../browser/drive.mjs';
import { getEditor } from '../editor/fetch.mjs';
import { secretName } from '../editor/guard.ts';
import { installExtension, quietSettings, startServer, writeSettings } from '../editor/server.mjs';
import { inCache } from '../lib/paths.mjs';
import { keyboardOf } from './keyboard.mjs';

const patience = 900_000;

function addressOf({ port, secret }, folder, developed, suite) {
  const remote = (place) => `vscode-remote://127.0.0.1:${port}${place}`;
  const payload = [
    ['extensionDevelopmentPath', remote(developed)],
    ['extensionTestsPath', remote(suite)],
    ['enableProposedApi', ''],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ [secretName]: secret, folder, payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}

/**
 * Opens the address and waits for the suite's exit code; 1 where the page crashes or nothing comes.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {string[]} said gets what the editor printed meanwhile
 * @returns {Promise<number>}
 */
export async function exitCodeOf(browser, address, said) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  let finish = () => {};
  const exit = new Promise((resolve) => {
    finish = resolve;
  });
  const giveUp = (why) => {
    said.push(why);
    finish(1);
  };
  const late = setTimeout(() => giveUp(`The suite did not end within ${patience / 1000} s.`), patience);
  await page.exposeFunction('codeAutomationExit', finish);
  const keyboard = keyboardOf(page);
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const line = args.map(String).join(' ');
    said.push(line);
    keyboard(line);
  });
  page.on('console', (message) => said.push(message.text()));
  page.on('crash', () => giveUp("The browser's page crashed."));
  try {
    await page.goto(address);
    return await exit;
  } finally {
    clearTimeout(late);
  }
}

/**
 * Runs a suite in the embedded VS Code.
 * @param {{ developed: string, suite: string, folder: string, vsix?: string }} what `developed` is the extension
 *   under development that VS Code demands for a test run, `vsix` a package to install beforehand
 * @returns {Promise<{ code: number, said: string[] }>}
 */
export async function runInEditor({ developed, suite, folder, vsix }) {
  await getEditor();
  const home = inCache('test', 'editor');
  const dataDir = `${home}/data`;
  const extensionsDir = `${home}/extensions`;
  await rm(home, { recursive: true, force: true });
  await mkdir(extensionsDir, { recursive: true });
  await writeSettings(dataDir, quietSettings);
  if (vsix !== undefined) await installExtension(vsix, dataDir, extensionsDir);
  const browser = await startBrowser();
  // Without the first VS Code runs no suite; the folder is the project's own.
  const more = ['--enable-smoke-test-driver', '--disable-workspace-trust'];
  const server = await startServer({ dataDir, extensionsDir, more });
  const said = [];
  try {
    return { code: await exitCodeOf(browser, addressOf(server, folder, developed, suite), said), said };
  } finally {
    await browser.close();
    await server.end();
  }
}
