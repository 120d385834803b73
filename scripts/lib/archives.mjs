// Owns archives of pinned npm packages: room for them, getting one through npm, checking its hash, unpacking it.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Failure } from './failure.mjs';
import { npm } from './npm.mjs';
import { cache } from './paths.mjs';
import { run } from './processes.mjs';

/** Throws unless the cache's disk has room for `bytes`. */
export async function demandSpace(bytes, what) {
  await mkdir(cache, { recursive: true });
  const { bavail, bsize } = await statfs(cache);
  const free = bavail * bsize;
  if (free >= bytes) return;
  const megabytes = (amount) => `${Math.round(amount / 1024 / 1024)} MB`;
  throw new Failure(`No space for ${what}: ${cache} has ${megabytes(free)} left, ${megabytes(bytes)} are needed.`);
}

/**
 * Gets one package's archive through npm, with the user's registry and npm's cache, and compares its hash.
 * @param {string} spec such as `name@1.2.3`
 * @param {string} integrity what the lockfile of npm would say: `sha512-` and base64
 * @returns {Promise<string>} the archive's path in `folder`
 */
export async function getArchive(spec, integrity, folder, purpose) {
  await npm(['pack', spec, '--pack-destination', folder, '--prefer-offline'], folder, purpose);
  const name = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'));
  if (name === undefined) throw new Failure(`Cannot ${purpose}: npm brought no archive.`);
  const archive = path.join(folder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` === integrity) return archive;
  throw new Failure(`Cannot ${purpose}: the registry sent another ${spec} than the project pins (its hash differs).`);
}

async function tar(flags, archive, folder, args) {
  const { code, output } = await run('tar', [flags, archive, '-C', folder, ...args]);
  if (code === 127) throw new Failure('Cannot unpack an archive: the command tar was not found; install it.');
  if (/no space left/i.test(output)) throw new Failure('Cannot unpack an archive: the disk is full.');
  if (code !== 0) throw new Failure(`Cannot unpack ${archive}: tar says\n${output.trim()}`);
}

/** Unpacks an npm archive with tar, which Windows, macOS and Linux all have. */
export function unpack(archive, folder, args) {
  return tar('-xzf', archive, folder, args);
}

/** Unpacks a plain tar file. */
export function unpackTar(archive, folder) {
  return tar('-xf', archive, folder, []);
}
