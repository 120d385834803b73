// Owns where things are in the project: every other script asks here.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything that can be made again lives here; git ignores it. */
export const cache = path.join(root, '.cache');

/** An absolute path from parts below the project's root. */
export function inRoot(...parts) {
  return path.join(root, ...parts);
}

/** An absolute path from parts below the cache. */
export function inCache(...parts) {
  return path.join(cache, ...parts);
}

/** A path as a person at the root would type it. */
export function fromRoot(absolute) {
  const relative = path.relative(root, absolute);
  return relative.startsWith('..') ? absolute : relative || '.';
}
