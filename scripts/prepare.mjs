// Owns what npm runs after it has installed a clone and before it packs one: makes the program that `bin` names, so that a
// hook or a job can install it from Git. It runs on any Node that the project takes. What is to be said goes to the error
// stream: on the other one `npm pack` tells the name of its file.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'build');
const root = join(import.meta.dirname, '..');

/** The bundle of the program. It is described in TypeScript, which not every Node reads. */
async function describedProgram({ build }) {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'bundles.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    write: false,
    define: { 'import.meta.dirname': JSON.stringify(folder) },
  });
  const { commandLine } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  return commandLine;
}

/**
 * `npm install -g git+...` makes a clone and leaves it without its packages: what it is told with -g, it tells the npm that is
 * to install them as well, which so installs the clone elsewhere. Here nobody says -g.
 */
function installPackages() {
  const { npm_execpath: npm, ...all } = process.env;
  const env = Object.fromEntries(
    Object.entries(all).filter(
      ([name]) => !/^npm_config_(global|location|prefix|local_prefix|install_links)$/i.test(name),
    ),
  );
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] };
  const { status } = npm ? spawnSync(process.execPath, [npm, ...words], options) : spawnSync('npm', words, options);
  if (status !== 0) throw new Error('The packages that iptables-lint is built with could not be installed.');
}

async function prepare() {
  if (!existsSync(join(root, 'node_modules', 'esbuild'))) installPackages();
  const esbuild = await import('esbuild');
  const program = await describedProgram(esbuild);
  await esbuild.build({ ...program, minify: true, sourcemap: 'linked', logLevel: 'warning', legalComments: 'none' });
  await cp(join(root, 'docs', 'rules'), join(root, 'server', 'dist', 'rules'), { recursive: true });
}

try {
  await prepare();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
