// Owns the embedded VS Code's server: starting it, its settings, and installing an extension into it.

import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { end, launch, run } from '../lib/processes.mjs';
import { editorHome } from './fetch.mjs';

/** A quiet editor: nothing that talks to the outside, greets, or covers the file with panels. */
export const quietSettings = {
  'chat.agentHost.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Writes the settings of an editor whose data is in `dataDir`, for the machine and for its user. */
export async function writeSettings(dataDir, settings) {
  for (const kind of ['Machine', 'User']) {
    const folder = path.join(dataDir, 'data', kind);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
  }
}

function serverArguments(dataDir, extensionsDir) {
  return [
    path.join(editorHome, 'out', 'server-main.js'),
    '--accept-server-license-terms',
    `--server-data-dir=${dataDir}`,
    `--extensions-dir=${extensionsDir}`,
  ];
}

function environment() {
  // An editor that runs in an editor's terminal must not take itself for that one.
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_)/.test(name)));
}

/** Installs a .vsix into an extensions folder, in place of the version that is there. */
export async function installExtension(vsix, dataDir, extensionsDir) {
  const args = [...serverArguments(dataDir, extensionsDir), '--install-extension', vsix, '--force'];
  const { code, output } = await run(process.execPath, args, { env: environment() });
  if (code !== 0 || !/successfully installed/.test(output)) {
    throw new Failure(`The embedded VS Code did not install ${vsix}:\n${output.trim()}`);
  }
}

/** True when nobody listens on the port of 127.0.0.1; port 0 is always free. */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/**
 * Starts the server and waits until it listens on 127.0.0.1.
 * @param {{ dataDir: string, extensionsDir: string, port?: number, token?: string, more?: readonly string[] }} options
 *   `port` 0 takes a free one; without a `token` everyone on this machine may use the editor
 * @returns {Promise<{ port: number, ended: Promise<string>, end: () => Promise<void> }>} `ended` resolves with its last words
 */
export function startServer({ dataDir, extensionsDir, port = 0, token, more = [] }) {
  const args = [
    ...serverArguments(dataDir, extensionsDir),
    '--host=127.0.0.1',
    `--port=${port}`,
    ...(token === undefined ? ['--without-connection-token'] : [`--connection-token=${token}`]),
    '--disable-workspace-trust',
    '--telemetry-level=off',
    ...more,
  ];
  const child = launch(process.execPath, args, { env: environment() });
  let output = '';
  const ended = new Promise((resolve) => child.once('close', () => resolve(output.trim())));
  return new Promise((resolve, reject) => {
    const give = (message) => {
      clearTimeout(patience);
      end(child).then(() => reject(new Failure(message)));
    };
    const patience = setTimeout(
      () => give(`The embedded VS Code did not start within 60 s:\n${output.trim()}`),
      60_000,
    );
    const listen = (chunk) => {
      output = (output + chunk).slice(-20_000);
      const listening = /listening on (\d+)/.exec(output);
      if (listening === null) return;
      clearTimeout(patience);
      resolve({ port: Number(listening[1]), ended, end: () => end(child) });
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    ended.then((words) => {
      const taken = /EADDRINUSE/.test(words);
      give(
        taken ? `Port ${port} of 127.0.0.1 is taken; choose another.` : `The embedded VS Code did not start:\n${words}`,
      );
    });
  });
}
