// Owns the bundles of the tests that run inside VS Code: one entry for its Node, one for its web worker.
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { inCache, inRoot } from '../lib/paths.mjs';

const common = { bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'warning', target: 'es2022' };

async function suiteFiles(folder) {
  const names = await readdir(inRoot('test', folder, 'suite'), { recursive: true });
  return names.filter((name) => name.endsWith('.test.ts')).sort();
}

/**
 * Bundles test/vscode: run.ts as the entry, every suite file beside it.
 * @returns {Promise<string>} the module whose `run` VS Code calls
 */
export async function bundleDesktopSuite() {
  const outdir = inCache('test', 'vscode', 'suite');
  await rm(outdir, { recursive: true, force: true });
  const files = await suiteFiles('vscode');
  await build({
    ...common,
    platform: 'node',
    // mocha is loaded by run.ts itself, and reads files: it stays outside.
    external: ['vscode', 'mocha'],
    entryPoints: [inRoot('test', 'vscode', 'run.ts'), ...files.map((name) => inRoot('test', 'vscode', 'suite', name))],
    outbase: inRoot('test', 'vscode'),
    outdir,
    outExtension: { '.js': '.cjs' },
    mainFields: ['module', 'main'],
  });
  return path.join(outdir, 'run.cjs');
}

/**
 * Bundles test/web into one file: a web worker has no files to read.
 * @param {string} outfile
 */
export async function bundleWebSuite(outfile) {
  const files = await suiteFiles('web');
  const imports = files.map((name) => `import './suite/${name.split(path.sep).join('/')}';`);
  await build({
    ...common,
    platform: 'browser',
    external: ['vscode'],
    // mocha's browser build would take the bundle's own `module` for its own and replace what it exports.
    define: { module: 'undefined' },
    stdin: {
      contents: `export { run } from './run.ts';\nimport './mocha.ts';\n${imports.join('\n')}`,
      resolveDir: inRoot('test', 'web'),
      loader: 'ts',
    },
    outfile,
  });
}
