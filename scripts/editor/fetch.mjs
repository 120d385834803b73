// Owns getting the embedded VS Code: out of the npm package code-server, pinned and checked, into the cache, once.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { demandSpace, getArchive, unpack } from '../lib/archives.mjs';
import { npm } from '../lib/npm.mjs';
import { cache, inCache } from '../lib/paths.mjs';
import { step } from '../lib/progress.mjs';
import { standInForWatchdog, trimDependencies, trimFiles } from './trim.mjs';

/** VS Code 1.139.1 in code-server's clothes. To move: change both, delete .cache, run `npm test`. */
const version = '4.139.1';
const integrity = 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==';

const home = inCache(`vscode-${version}`);
const spaceNeeded = 700 * 1024 * 1024;

/** Where the embedded VS Code is once `getEditor` has run. */
export const editorHome = home;

async function fill(folder) {
  const purpose = 'get the embedded VS Code';
  await demandSpace(spaceNeeded, 'the embedded VS Code');
  await mkdir(folder, { recursive: true });
  const archive = await step('Downloading the embedded VS Code (47 MB)', () =>
    getArchive(`code-server@${version}`, integrity, folder, purpose),
  );
  await step('Unpacking the embedded VS Code', () =>
    unpack(archive, folder, ['--strip-components=3', '--exclude=*/extensions/copilot', 'package/lib/vscode']),
  );
  await rm(archive);
  await trimDependencies(folder);
  await step("Installing the embedded VS Code's packages", () =>
    npm(['install', '--omit=dev', '--ignore-scripts', '--prefer-offline'], folder, purpose),
  );
  await trimFiles(folder);
  await standInForWatchdog(folder);
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function fillOnce() {
  const partial = `${home}.${process.pid}.partial`;
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(cache)) {
    const maker = /\.(\d+)\.partial$/.exec(name);
    if (maker !== null && !lives(Number(maker[1]))) await rm(inCache(name), { recursive: true, force: true });
  }
  try {
    await fill(partial);
    // Two first runs at once: the later one finds the place filled and keeps what is there.
    if (!existsSync(home)) await rename(partial, home);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

let filling;

/**
 * Fills the cache unless it is filled. A run that was cut off leaves only a folder `.partial`, which the next one removes.
 * Calls at the same time share one download.
 * @returns {Promise<string>} the folder that holds `out/server-main.js`
 */
export async function getEditor() {
  if (!existsSync(home)) {
    filling ??= fillOnce();
    await filling;
  }
  return home;
}
