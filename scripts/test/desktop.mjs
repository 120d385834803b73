// Owns the runner `desktop`: test/vscode through @vscode/test-electron, in a VS Code that it downloads or is pointed at.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { Failure } from '../lib/failure.mjs';
import { inCache } from '../lib/paths.mjs';
import { step } from '../lib/progress.mjs';
import { layOutExtension } from './laid-out.mjs';
import { readOutcome, report } from './outcome.mjs';
import { bundleDesktopSuite } from './suites.mjs';
import { freshWorkspace } from './vscode.mjs';

const offline =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|Failed to get|fetch failed/;

/** The program to test in: VSCODE_EXECUTABLE, else a VS Code that test-electron downloads into the cache. */
async function executable() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) return path.resolve(named);
  try {
    return await step('Downloading VS Code', () => downloadAndUnzipVSCode({ cachePath: inCache('vscode-test') }));
  } catch (error) {
    if (!offline.test(String(error))) throw error;
    throw new Failure(
      "VS Code's download server cannot be reached. Name a VS Code that is here in VSCODE_EXECUTABLE " +
        '(scripts/test/shim.mjs is the embedded one), or run `npm run test:vscode`.',
    );
  }
}

/**
 * Runs test/vscode on what the package holds, as the extension under development.
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function testOnDesktop() {
  const vscodeExecutablePath = await executable();
  const suite = await bundleDesktopSuite();
  const folder = await freshWorkspace();
  const developed = await layOutExtension();
  const home = inCache('test', 'desktop');
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  const own = [`--user-data-dir=${path.join(home, 'user')}`, `--extensions-dir=${path.join(home, 'extensions')}`];
  const launchArgs = [folder, ...own, '--disable-workspace-trust'];
  const options = { vscodeExecutablePath, extensionDevelopmentPath: developed, extensionTestsPath: suite, launchArgs };
  let code = 0;
  try {
    code = await runTests(options);
  } catch (error) {
    // It throws where tests fail; the outcome says which.
    code = error.code ?? 1;
  }
  return report('desktop', await readOutcome(path.join(path.dirname(suite), 'outcome.json')), code, []);
}
