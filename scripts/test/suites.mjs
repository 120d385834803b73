// Owns the bundles of the tests that run inside VS Code: one entry for its Node, one for its web worker.
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { inCache, inRoot } from '../lib/paths.mjs';

const common = { bundle: true, format: 'cjs', sourcemap: 'inline', logLevel: 'warning', target: 'es2022' };

/** All suites, or those whose names hold one of the filters. */
async function suiteFiles(filters = []) {
  const names = (await readdir(inRoot('test', 'vscode', 'suite'), { recursive: true })).sort();
  const suites = names.filter((name) => name.endsWith('.test.ts'));
  return filters.length === 0 ? suites : suites.filter((name) => filters.some((filter) => name.includes(filter)));
}

/**
 * Bundles test/vscode: run.ts as the entry, every suite file beside it.
 * @param {readonly string[]} [filters] only suites whose names hold one of them
 * @returns {Promise<string>} the module whose `run` VS Code calls
 */
export async function bundleDesktopSuite(filters) {
  const outdir = inCache('test', 'vscode', 'suite');
  await rm(outdir, { recursive: true, force: true });
  const files = await suiteFiles(filters);
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

/** Suites that need Node, or a machine with files, say so in their names. */
const needsNode = /\.node\.test\.ts$/;

/** The workspace of the suites, file by file: a web worker has no disk to take them from. */
async function workspaceFiles() {
  const files = {};
  for (const [folder, from] of [
    ['', inRoot('test', 'workspace')],
    ['examples/', inRoot('examples')],
  ]) {
    for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      files[folder + path.relative(from, file).split(path.sep).join('/')] = await readFile(file, 'utf8');
    }
  }
  return files;
}

/**
 * Bundles test/web with the suites of test/vscode into one file: a web worker has no files to read.
 * @param {string} outfile
 * @param {readonly string[]} [filters] only suites whose names hold one of them
 */
export async function bundleWebSuite(outfile, filters) {
  const files = (await suiteFiles(filters)).filter((name) => !needsNode.test(name));
  const imports = files.map((name) => `import '../vscode/suite/${name.split(path.sep).join('/')}';`);
  await build({
    ...common,
    platform: 'browser',
    external: ['vscode'],
    alias: { 'node:assert/strict': inRoot('test', 'support', 'browser-assert.ts') },
    define: {
      // mocha's browser build would take the bundle's own `module` for its own and replace what it exports.
      module: 'undefined',
      WORKSPACE_FILES: JSON.stringify(await workspaceFiles()),
    },
    stdin: {
      contents: `export { run } from './run.ts';\nimport './mocha.ts';\n${imports.join('\n')}`,
      resolveDir: inRoot('test', 'web'),
      loader: 'ts',
    },
    outfile,
  });
}
