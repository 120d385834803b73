// Owns node_modules: whether it is what the lockfile says, and `npm ci` when it is not.
import { readFile } from 'node:fs/promises';
import { nodePackage } from './node24.mjs';
import { npm } from './npm.mjs';
import { inRoot, root } from './paths.mjs';
import { step } from './progress.mjs';

async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** True when every package that the lockfile asks for on this machine is in node_modules, in that version. */
export async function isInstalled() {
  const wanted = await packagesOf(inRoot('package-lock.json'));
  const present = await packagesOf(inRoot('node_modules', '.package-lock.json'));
  const ownNode = `node_modules/${nodePackage}`;
  return Object.entries(wanted).every(([place, { version, link, optional }]) => {
    if (!place.startsWith('node_modules/') || link) return true;
    if (optional && place !== ownNode) return true;
    return present[place]?.version === version;
  });
}

/** Installs the packages of the lockfile unless they are there. */
export async function install() {
  if (await isInstalled()) return;
  await step('Installing packages', () => npm(['ci'], root, "install the project's packages"));
}
