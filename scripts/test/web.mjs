// Owns the runner `web`: the browser door of the extension in a web VS Code, its host a web worker, tested by test/web.
import { startBrowser } from '../browser/drive.mjs';
import { getEditor } from '../editor/fetch.mjs';
import { inCache } from '../lib/paths.mjs';
import { step } from '../lib/progress.mjs';
import { report } from './outcome.mjs';
import { exitCodeOf } from './run-in-editor.mjs';
import { bundleWebSuite } from './suites.mjs';
import { serveWeb } from './web-server.mjs';

/** test/web/run.ts prints its outcome behind this word. */
const mark = 'iptables-outcome:';

function outcomeIn(said) {
  const line = said.find((entry) => entry.includes(mark));
  return line === undefined ? undefined : JSON.parse(line.slice(line.indexOf(mark) + mark.length));
}

async function runSuite(folder) {
  await getEditor();
  const server = await serveWeb(folder);
  const browser = await startBrowser();
  const said = [];
  try {
    return { code: await exitCodeOf(browser, server.address, said), said };
  } finally {
    await browser.close();
    server.close();
  }
}

/**
 * Runs test/web on the extension as built.
 * @param {readonly string[]} filters only suites whose names hold one of them
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function testInWeb(filters) {
  const folder = inCache('test', 'web');
  await bundleWebSuite(inCache('test', 'web', 'suite.js'), filters);
  const { code, said } = await step('Testing in a web VS Code', () => runSuite(folder));
  return report('web', outcomeIn(said), code, said);
}
