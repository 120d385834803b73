// Owns what the bundles are made of: entry, place, module system and platform of each.
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { leftOut, noSources, otherCopies } from './left-out.ts';

const inRoot = (...parts: readonly string[]): string => join(import.meta.dirname, '..', '..', ...parts);

/** CommonJS packages inside an ES module look for `require`; Node gives modules none. */
const requireForModules =
  "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);";

/** The `module` entries first: the UMD `main` of vscode-languageserver-types hides its requires from the bundler. */
const both: BuildOptions = { bundle: true, mainFields: ['module', 'main'] };
const server: BuildOptions = { ...both, target: 'es2023', alias: { ...otherCopies }, plugins: [leftOut, noSources] };
const client: BuildOptions = { ...both, target: 'es2022', format: 'cjs', external: ['vscode'] };

/** Every bundle, as esbuild takes it. */
export const bundles: readonly (BuildOptions & { readonly outfile: string })[] = [
  {
    ...client,
    entryPoints: [inRoot('client', 'src', 'extension.node.ts')],
    outfile: inRoot('client', 'dist', 'extension.node.cjs'),
    platform: 'node',
  },
  {
    ...client,
    entryPoints: [inRoot('client', 'src', 'extension.browser.ts')],
    outfile: inRoot('client', 'dist', 'extension.browser.js'),
    platform: 'browser',
  },
  {
    ...server,
    entryPoints: [inRoot('server', 'src', 'main.node.ts')],
    outfile: inRoot('server', 'dist', 'main.node.js'),
    platform: 'node',
    format: 'esm',
    banner: { js: requireForModules },
  },
  {
    ...server,
    entryPoints: [inRoot('server', 'src', 'cli.ts')],
    outfile: inRoot('server', 'dist', 'cli.js'),
    platform: 'node',
    format: 'esm',
  },
  {
    ...server,
    entryPoints: [inRoot('server', 'src', 'main.browser.ts')],
    outfile: inRoot('server', 'dist', 'main.browser.js'),
    platform: 'browser',
    format: 'iife',
  },
];
