// Owns getting a headless Chromium out of the npm package @sparticuz/chromium, pinned and checked, into the cache.
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { demandSpace, getArchive, unpack, unpackTar } from '../lib/archives.mjs';
import { Failure } from '../lib/failure.mjs';
import { inCache } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { step } from '../lib/progress.mjs';

const version = '153.0.0';
const integrity = 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==';
const home = inCache(`chromium-${version}`);
const executable = path.join(home, 'chromium');
/** The archive brings the libraries that a bare machine lacks; the machine's own come first. */
const environment = {
  LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, path.join(home, 'lib')].filter(Boolean).join(':'),
};

async function decompress(from, to) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

async function fill(folder) {
  const purpose = 'get a Chromium';
  await demandSpace(500 * 1024 * 1024, 'a Chromium');
  await mkdir(folder, { recursive: true });
  const archive = await getArchive(`@sparticuz/chromium@${version}`, integrity, folder, purpose);
  await unpack(archive, folder, ['--strip-components=1', 'package/bin']);
  await rm(archive);
  const packed = path.join(folder, 'bin');
  for (const name of await readdir(packed)) {
    const plain = path.join(folder, name.replace(/\.br$/, ''));
    await decompress(path.join(packed, name), plain);
    if (!plain.endsWith('.tar')) continue;
    await unpackTar(plain, folder);
    await rm(plain);
  }
  await rm(packed, { recursive: true });
  await chmod(path.join(folder, 'chromium'), 0o755);
}

/**
 * The browser from npm, which exists for Linux x64 only. It is tried once: a library may be missing all the same.
 * @returns {Promise<{ executable: string, environment: Record<string, string> }>}
 */
export async function getBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Failure(`npm brings none for ${process.platform} ${process.arch}.`);
  }
  if (!existsSync(executable)) {
    const partial = `${home}.${process.pid}.partial`;
    try {
      await step('Getting a headless Chromium (70 MB)', () => fill(partial));
      await rename(partial, home);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  }
  const { code, output } = await run(executable, ['--version'], { env: { ...process.env, ...environment } });
  if (code !== 0) throw new Failure(`The one from npm does not run here:\n${output.trim()}`);
  return { executable, environment };
}
