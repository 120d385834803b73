// Owns the build: makes every bundle once, or again on every change with --watch.
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { context } from 'esbuild';
import { Failure } from '../lib/failure.mjs';
import { inRoot } from '../lib/paths.mjs';
import { step } from '../lib/progress.mjs';
import { bundles, PARTS, serverFolder } from './bundles.ts';

/**
 * Makes all bundles.
 * @param {{ minify?: boolean }} [options] the package is minified, development is not; both have source maps
 */
export async function buildAll({ minify = true } = {}) {
  const { build } = await import('esbuild');
  const common = { minify, sourcemap: 'linked', logLevel: 'warning', legalComments: 'none' };
  // Their names tell what is in them: those of before would stay.
  await rm(join(serverFolder, PARTS), { recursive: true, force: true });
  const results = await step('Building', () => Promise.allSettled(bundles.map((one) => build({ ...one, ...common }))));
  const broken = results.filter((result) => result.status === 'rejected');
  if (broken.length > 0) throw new Failure(`${broken.length} of ${bundles.length} bundles could not be built.`);
  await copyPages();
}

/** The pages of the lint rules go beside the command line, which prints them. */
async function copyPages() {
  await cp(inRoot('docs', 'rules'), inRoot('server', 'dist', 'rules'), { recursive: true });
}

/** Says when a round of building begins and ends, in the words that `.vscode/tasks.json` waits for. */
const announce = {
  name: 'announce',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd((result) => console.log(`[watch] build finished, ${result.errors.length} errors`));
  },
};

async function watchAll() {
  const common = { sourcemap: 'linked', logLevel: 'warning' };
  const contexts = await Promise.all(
    bundles.map((one) => context({ ...one, ...common, plugins: [...(one.plugins ?? []), announce] })),
  );
  await Promise.all(contexts.map((one) => one.watch()));
  await new Promise(() => {});
}

export default async function main(args) {
  const unknown = args.find((arg) => arg !== '--watch' && arg !== '--dev');
  if (unknown) throw new Failure(`Unknown option ${unknown}; the build takes --watch and --dev.`, 2);
  if (args.includes('--watch')) return watchAll();
  await buildAll({ minify: !args.includes('--dev') });
}
