// Owns the runner `vscode`: the packaged .vsix, installed into the embedded VS Code, tested by test/vscode.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inCache, inRoot } from '../lib/paths.mjs';
import { step } from '../lib/progress.mjs';
import { readOutcome, report } from './outcome.mjs';
import { runInEditor } from './run-in-editor.mjs';
import { bundleDesktopSuite } from './suites.mjs';

/** A fresh workspace: test/workspace and, in its folder `examples`, the project's examples. */
export async function freshWorkspace() {
  const folder = inCache('test', 'vscode', 'workspace');
  await rm(folder, { recursive: true, force: true });
  await cp(inRoot('test', 'workspace'), folder, { recursive: true });
  await cp(inRoot('examples'), path.join(folder, 'examples'), { recursive: true });
  return folder;
}

/** VS Code runs tests only for an extension under development: an empty one, so that the installed package is tested. */
async function emptyExtension() {
  const folder = inCache('test', 'vscode', 'tested-by');
  await mkdir(folder, { recursive: true });
  const manifest = { name: 'tested-by', publisher: 'test', version: '0.0.1', engines: { vscode: '*' } };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/**
 * Runs test/vscode on a package.
 * @param {string} vsix
 * @param {readonly string[]} filters only suites whose names hold one of them
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function testInVscode(vsix, filters) {
  const suite = await bundleDesktopSuite(filters);
  const folder = await freshWorkspace();
  const developed = await emptyExtension();
  const { code, said } = await step('Testing in the embedded VS Code', () =>
    runInEditor({ developed, suite, folder, vsix }),
  );
  const outcome = await readOutcome(path.join(path.dirname(suite), 'outcome.json'));
  return report('vscode', outcome, code, said);
}
