// Owns making the .vsix: what goes in, whether it changed, and calling vsce.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { inCache, inRoot, root } from '../lib/paths.mjs';
import { step } from '../lib/progress.mjs';
import { runTool } from '../lib/tools.mjs';

const largest = 2 * 1024 * 1024;

/** The extension's manifest, read anew. */
export async function manifest() {
  return JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
}

/** The files of the package: what the `!` lines of .vscodeignore let in. */
export async function packageContents() {
  const lines = (await readFile(inRoot('.vscodeignore'), 'utf8')).split(/\r?\n/);
  const patterns = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const files = await Array.fromAsync(glob(patterns, { cwd: root }));
  return files.sort();
}

/** A hash of all that goes into the package; equal hashes, equal packages. */
export async function contentsHash() {
  const hash = createHash('sha256');
  for (const file of await packageContents())
    hash
      .update(`${file}\0`)
      .update(await readFile(inRoot(file)))
      .update('\0');
  return hash.digest('hex');
}

/**
 * Makes the package in the cache unless the very same is there already.
 * @returns {Promise<{ file: string, name: string, hash: string, bytes: number }>} `name` is the file's name without its folder
 */
export async function makePackage() {
  const { name: extension, version } = await manifest();
  const name = `${extension}-${version}.vsix`;
  const file = inCache('package', name);
  const stamp = `${file}.sha256`;
  const hash = await contentsHash();
  const known = existsSync(file) && existsSync(stamp) ? await readFile(stamp, 'utf8') : '';
  if (known !== hash) {
    await mkdir(path.dirname(file), { recursive: true });
    await step('Packaging the extension', () => callVsce(file));
    await writeFile(stamp, hash);
  }
  const { size: bytes } = await stat(file);
  if (bytes > largest) throw new Failure(`${name} has ${bytes} bytes; more than ${largest} is too much to install.`);
  return { file, name, hash, bytes };
}

async function callVsce(file) {
  const offline = [
    '--no-dependencies',
    '--no-update-package-json',
    '--no-git-tag-version',
    '--allow-missing-repository',
  ];
  const { code, output } = await runTool('@vscode/vsce', 'vsce', ['package', ...offline, '--out', file]);
  if (code !== 0) throw new Failure(`The extension could not be packaged; vsce says\n${output.trim()}`);
}
