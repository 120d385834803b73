// Owns what the bundles are made of: entry, place, module system and platform of each.
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { fewTypes, leftOut, noSentences, noSources, otherCopies } from './left-out.ts';
import { oneFile } from './one-file.ts';

const inRoot = (...parts: readonly string[]): string => join(import.meta.dirname, '..', '..', ...parts);

/** CommonJS packages inside an ES module look for `require`; Node gives modules none. */
const requireForModules =
  "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);";

/** The `module` entries first: the UMD `main` of vscode-languageserver-types hides its requires from the bundler. */
const both: BuildOptions = { bundle: true, mainFields: ['module', 'main'] };
const server: BuildOptions = {
  ...both,
  target: 'es2023',
  alias: { ...otherCopies },
  plugins: [leftOut, fewTypes, noSources],
};
const client: BuildOptions = { ...both, target: 'es2022', format: 'cjs', external: ['vscode'] };

/** A bundle of one file. */
type OneFile = BuildOptions & { readonly outfile: string };

const nodeClient: OneFile = {
  ...client,
  entryPoints: [inRoot('client', 'src', 'extension.node.ts')],
  outfile: inRoot('client', 'dist', 'extension.node.cjs'),
  platform: 'node',
};

const browserClient: OneFile = {
  ...client,
  entryPoints: [inRoot('client', 'src', 'extension.browser.ts')],
  outfile: inRoot('client', 'dist', 'extension.browser.js'),
  platform: 'browser',
};

/** The folder of the server's bundles. */
export const serverFolder = inRoot('server', 'dist');

/** Where `nodeServer` has what it loads beside its entry, in the folder of the entry. */
export const PARTS = 'parts';

/** The language server for Node: the entry, what it imports, and the parts that it loads once somebody needs them. */
export const nodeServer: BuildOptions & { readonly outdir: string } = {
  ...server,
  plugins: [...(server.plugins ?? []), noSentences],
  entryPoints: [inRoot('server', 'src', 'main.node.ts')],
  outdir: serverFolder,
  platform: 'node',
  format: 'esm',
  splitting: true,
  chunkNames: `${PARTS}/[name]-[hash]`,
  banner: { js: requireForModules },
};

/** The language server as a web worker. */
export const browserServer: OneFile = {
  ...server,
  plugins: [...(server.plugins ?? []), noSentences, oneFile],
  entryPoints: [inRoot('server', 'src', 'main.browser.ts')],
  outfile: join(serverFolder, 'main.browser.js'),
  platform: 'browser',
  format: 'iife',
};

export const commandLine: OneFile = {
  ...server,
  entryPoints: [inRoot('server', 'src', 'cli.ts')],
  outfile: join(serverFolder, 'cli.js'),
  platform: 'node',
  format: 'esm',
};

/** Every bundle, as esbuild takes it. */
export const bundles: readonly BuildOptions[] = [nodeClient, browserClient, nodeServer, commandLine, browserServer];
