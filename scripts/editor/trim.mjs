// Owns what the embedded VS Code goes without: packages for chat and for other machines, and one native module.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Packages that only chat, sandboxes and native logins use: 400 MB; without them the server starts and tests pass. */
const unneeded = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  'kerberos',
  'ssh2',
];

async function editJson(file, edit) {
  const content = JSON.parse(await readFile(file, 'utf8'));
  edit(content);
  await writeFile(file, JSON.stringify(content, null, 2));
}

/** Takes the unneeded packages out of the manifest and the lockfile, which keeps the hashes of all the others. */
export async function trimDependencies(folder) {
  let dependencies = {};
  await editJson(path.join(folder, 'package.json'), (manifest) => {
    for (const name of unneeded) delete manifest.dependencies[name];
    // The overrides name packages that are gone; npm would look them up again.
    delete manifest.overrides;
    dependencies = manifest.dependencies;
  });
  await editJson(path.join(folder, 'npm-shrinkwrap.json'), (lock) => {
    lock.packages[''].dependencies = dependencies;
    for (const place of Object.keys(lock.packages)) {
      if (unneeded.some((name) => place.startsWith(`node_modules/${name}`))) delete lock.packages[place];
    }
  });
}

/** Removes the search program of all machines but this one. */
export async function trimFiles(folder) {
  const programs = path.join(folder, 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
  for (const name of await readdir(programs)) {
    if (name !== `${process.platform}-${process.arch}`) await rm(path.join(programs, name), { recursive: true });
  }
}

/**
 * The extension host's watchdog is a native module that a plain install does not compile.
 * The stand-in does its one job: a host whose server is gone ends itself.
 */
export async function standInForWatchdog(folder) {
  const place = path.join(folder, 'node_modules', '@vscode', 'native-watchdog', 'build', 'Release');
  await mkdir(place, { recursive: true });
  await writeFile(
    path.join(place, 'watchdog.js'),
    `exports.start = (pid) => {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(1);
    }
  }, 1000).unref();
};
exports.exit = (code) => process.exit(code);
`,
  );
}
