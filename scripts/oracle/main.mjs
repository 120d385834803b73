// Owns fetching the known releases: each out of its suite of Debian, unpacked in the cache, with programs that run it.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { demandSpace } from '../lib/archives.mjs';
import { Failure } from '../lib/failure.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { step } from '../lib/progress.mjs';
import { downloadIptables, lookAtSystem } from './apt.mjs';
import { writePrograms } from './programs.mjs';
import { RELEASES } from './releases.ts';

const spaceNeeded = 300 * 1024 * 1024;

async function unpackPackages(packages, root) {
  await mkdir(root, { recursive: true });
  for (const one of packages) {
    const { code, output } = await run('dpkg-deb', ['--extract', one, root]);
    if (code !== 0) throw new Failure(`Cannot unpack ${path.basename(one)}: dpkg-deb says\n${output.trim()}`);
  }
  // Manuals and the like are of no use here.
  await rm(path.join(root, 'usr', 'share'), { recursive: true, force: true });
}

/** The packages out of the first suite that has the version. */
async function download(system, { version, suites }, folder) {
  const said = [];
  for (const suite of suites) {
    const apt = path.join(folder, `apt-${suite}`);
    try {
      return { suite, packages: await downloadIptables(system, suite, version, apt) };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      said.push(error.message);
    }
  }
  throw new Failure(`Cannot fetch iptables ${version} from Debian's ${suites.join(' or ')}:\n${said.join('\n')}`);
}

async function fetchRelease(system, release) {
  const home = release.folder;
  const partial = `${home}.${process.pid}.partial`;
  try {
    await mkdir(partial, { recursive: true });
    const apt = path.join(partial, 'apt');
    const { suite, packages } = await download(system, release, apt);
    await unpackPackages(packages, path.join(partial, 'root'));
    await rm(apt, { recursive: true });
    await writePrograms(partial, release.version);
    await rename(partial, home);
    return suite;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Fetches what is not there yet. One that fails leaves the others alone. */
export default async function main() {
  let system;
  const failed = [];
  for (const release of RELEASES) {
    const home = fromRoot(release.folder);
    if (existsSync(release.folder)) {
      console.log(`iptables ${release.version}: is there, in ${home}`);
      continue;
    }
    try {
      await demandSpace(spaceNeeded, 'another iptables');
      system ??= await lookAtSystem();
      const suite = await step(`Fetching iptables ${release.version}`, () => fetchRelease(system, release));
      console.log(`iptables ${release.version}: fetched from Debian's ${suite} into ${home}`);
    } catch (error) {
      // Without Debian's tools none of them can be had.
      if (!(error instanceof Failure) || system === undefined) throw error;
      failed.push(error.message);
    }
  }
  if (failed.length > 0) throw new Failure(failed.join('\n'));
}
