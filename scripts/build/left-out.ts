// Owns what stays out of the server's bundles: parts of its packages that it never uses, and second copies of one package.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** Modules of vscode-languageserver, and what stands in their place. */
const UNUSED: ReadonlyMap<string, string> = new Map([
  // Notebooks, which no rules file is in. A feature is a class made of the one before.
  ['vscode-languageserver/lib/common/notebook.js', 'exports.NotebookSyncFeature = (Base) => Base;'],
  ['vscode-languageserver-protocol/lib/common/protocol.notebook.js', ''],
  // Where npm and yarn have their packages.
  ['vscode-languageserver/lib/node/files.js', ''],
]);

/** Puts little or nothing in the place of what nobody uses. */
export const leftOut: Plugin = {
  name: 'left-out',
  setup(build) {
    build.onLoad({ filter: /[\\/](notebook|protocol\.notebook|files)\.js$/ }, ({ path }) => {
      const inPackage = path.replaceAll('\\', '/').replace(/^.*\/node_modules\//, '');
      const contents = UNUSED.get(inPackage);
      return contents === undefined ? undefined : { contents, loader: 'js' };
    });
  },
};

/** Where a fact about a match or target is from is for who reads the vocabulary; no program asks. */
export const noSources: Plugin = {
  name: 'no-sources',
  setup(build) {
    build.onLoad({ filter: /[\\/]vocabulary[\\/](matches|targets)[\\/]\w+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replace(/^ {2}source: '[^'\n]*',$/m, ''), loader: 'ts' };
    });
  },
};

/** What stands in the place of packages. */
export const otherCopies: Readonly<Record<string, string>> = {
  // vscode-languageserver brings a second copy of its types along, of which a patch level is all the difference.
  'vscode-languageserver-types': join(
    import.meta.dirname,
    '../../node_modules/vscode-languageserver-types/lib/esm/main.js',
  ),
  // Its modules for browsers do for all: of those for Node, which are CommonJS, nothing could be left out.
  yaml: join(import.meta.dirname, '../../node_modules/yaml/browser/index.js'),
};
