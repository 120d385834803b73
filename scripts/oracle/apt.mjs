// Owns getting packages out of one suite of Debian with apt: settings, state and packages of its own, nothing of the system's.
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { run } from '../lib/processes.mjs';

/** Debian's own keys, as its package debian-archive-keyring has them: older and newer name. */
const KEYRINGS = ['/usr/share/keyrings/debian-archive-keyring.gpg', '/usr/share/keyrings/debian-archive-keyring.pgp'];

async function demand(command, args, why) {
  const { code, output, stdout } = await run(command, args);
  if (code === 127) throw new Failure(`${why}: the command ${command} was not found. Debian and its kin have it.`);
  if (code !== 0) throw new Failure(`${why}: ${command} says\n${output.trim()}`);
  return stdout;
}

/**
 * What the system says of itself: its architecture, its settings for downloads (a proxy, say), Debian's keys and the
 * addresses from which it gets its packages. Throws where this is no Debian.
 */
export async function lookAtSystem() {
  const why = 'Cannot fetch packages of Debian';
  const architecture = (await demand('dpkg', ['--print-architecture'], why)).trim();
  const acquire = await demand('apt-config', ['dump', '--no-empty', 'Acquire'], why);
  const sources = await demand('apt-get', ['update', '--print-uris', '-o', 'Debug::NoLocking=1'], why);
  const keyring = KEYRINGS.find(existsSync);
  if (keyring === undefined)
    throw new Failure(`${why}: its keys are missing; install the package debian-archive-keyring.`);
  const mirrors = new Set([...sources.matchAll(/^'(\S+?)\/dists\/[a-z]+\/InRelease'/gm)].map((found) => found[1]));
  if (mirrors.size === 0) throw new Failure(`${why}: apt's sources name no mirror of it.`);
  return { architecture, acquire, keyring, mirrors: [...mirrors] };
}

/** One suite of one mirror, with everything that apt writes in `folder`. */
class Suite {
  #environment;

  constructor(folder) {
    this.folder = folder;
    this.#environment = { ...process.env, LC_ALL: 'C', APT_CONFIG: path.join(folder, 'apt.conf') };
  }

  async layOut({ architecture, acquire, keyring }, mirror, name) {
    const { folder } = this;
    await mkdir(path.join(folder, 'lists', 'partial'), { recursive: true });
    await mkdir(path.join(folder, 'archives', 'partial'), { recursive: true });
    await writeFile(path.join(folder, 'status'), '');
    const source = `deb [arch=${architecture} signed-by=${keyring}] ${mirror} ${name} main\n`;
    await writeFile(path.join(folder, 'sources.list'), source);
    await writeFile(path.join(folder, 'apt.conf'), `${acquire}${settings(folder, architecture)}`);
  }

  run(command, ...args) {
    return run(command, args, { env: this.#environment });
  }
}

/** Hooks of the system's settings stay out: only those for downloads are taken over. */
function settings(folder, architecture) {
  return [
    ['Dir::Etc::main', '/dev/null'],
    ['Dir::Etc::parts', '/dev/null'],
    ['Dir::Etc::sourcelist', path.join(folder, 'sources.list')],
    ['Dir::Etc::sourceparts', '/dev/null'],
    ['Dir::Etc::preferences', '/dev/null'],
    ['Dir::Etc::preferencesparts', '/dev/null'],
    ['Dir::State', folder],
    ['Dir::State::status', path.join(folder, 'status')],
    ['Dir::State::lists', path.join(folder, 'lists')],
    ['Dir::Cache', folder],
    ['Dir::Cache::archives', path.join(folder, 'archives')],
    ['Dir::Cache::pkgcache', ''],
    ['Dir::Cache::srcpkgcache', ''],
    ['APT::Architecture', architecture],
    ['APT::Install-Recommends', 'false'],
    ...(process.getuid?.() === 0 ? [['APT::Sandbox::User', 'root']] : []),
    ['Acquire::Languages', 'none'],
    ['Debug::NoLocking', 'true'],
  ]
    .map(([name, value]) => `${name} "${value}";\n`)
    .concat(`APT::Architectures { "${architecture}"; };\n`)
    .join('');
}

const complaint = (output) =>
  output
    .split('\n')
    .filter((line) => /^[EW]: /.test(line))
    .join('\n') || output.trim();

/**
 * Downloads iptables and all that it needs out of a suite, from the first of the system's mirrors that has the suite
 * with Debian's signature.
 * @returns {Promise<string[]>} the paths of the archives
 */
export async function downloadIptables(system, suiteName, wanted, folder) {
  const said = [];
  for (const mirror of system.mirrors) {
    const suite = new Suite(folder);
    await suite.layOut(system, mirror, suiteName);
    const update = await suite.run('apt-get', 'update', '-o', 'APT::Update::Error-Mode=any');
    if (update.code !== 0) {
      said.push(complaint(update.output));
      continue;
    }
    const { stdout } = await suite.run('apt-cache', 'show', '--no-all-versions', 'iptables');
    const version = /^Version: (?:\d+:)?([\d.]+)/m.exec(stdout)?.[1];
    if (version !== wanted) {
      said.push(`${suiteName} has iptables ${version ?? 'not at all'}.`);
      break;
    }
    const got = await suite.run('apt-get', 'install', '--download-only', '--yes', 'iptables');
    if (got.code !== 0) throw new Failure(`Cannot fetch iptables ${wanted}: apt-get says\n${complaint(got.output)}`);
    const archives = path.join(folder, 'archives');
    const names = await readdir(archives);
    return names.filter((name) => name.endsWith('.deb')).map((name) => path.join(archives, name));
  }
  throw new Failure(said.join('\n'));
}
