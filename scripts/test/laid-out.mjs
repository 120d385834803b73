// Owns unpacking the extension's own package, to run exactly what is in it as an extension under development.
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { inCache, inRoot } from '../lib/paths.mjs';
import { packageContents } from '../package/vsix.mjs';

/**
 * Lays out what the package holds, file by file: the same as unpacking it, without a program for zip files.
 * @returns {Promise<string>} the folder with the extension's package.json
 */
export async function layOutExtension() {
  const folder = inCache('test', 'extension');
  await rm(folder, { recursive: true, force: true });
  for (const file of await packageContents()) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(inRoot(file), target);
  }
  return folder;
}
