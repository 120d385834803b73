// Owns the embedded VS Code's server: starting it behind its guard, its settings, and installing an extension into it.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { end, launch, run } from '../lib/processes.mjs';
import { editorHome } from './fetch.mjs';
import { guard, newSecret } from './guard.ts';

/** A quiet editor: nothing that talks to the outside, greets, or covers the file with panels. */
export const quietSettings = {
  'chat.agentHost.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  // Folders are not trusted until their owner says so, who is not asked either: the extension works all the same.
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
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

/** A place for the server to listen that no web page can reach: a socket in a folder of our own, on Windows a pipe. */
function innerPlace() {
  if (process.platform === 'win32') {
    return { inner: `\\\\.\\pipe\\iptables-editor-${randomBytes(16).toString('hex')}`, remove: () => {} };
  }
  // The path of a socket may have 103 bytes, too few for some folder's cache.
  const folder = mkdtempSync(path.join(tmpdir(), 'iptables-editor-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // A script that fails ends at once, without waiting for its server.
  process.once('exit', remove);
  return { inner: path.join(folder, 'socket'), remove };
}

/** What a process has said last, so far and once it has ended; `heard` is called whenever it says something. */
function listenTo(child) {
  const speech = { words: '', heard: () => {}, ended: new Promise((resolve) => child.once('close', resolve)) };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      speech.words = (speech.words + chunk).slice(-20_000);
      speech.heard();
    });
  }
  return speech;
}

/** Waits until the server listens; rejects with its words where it does not. */
function listening(child, speech) {
  return new Promise((resolve, reject) => {
    const give = (message) => {
      clearTimeout(patience);
      end(child).then(() => reject(new Failure(`${message}:\n${speech.words.trim()}`)));
    };
    const patience = setTimeout(() => give('The embedded VS Code did not start within 60 s'), 60_000);
    speech.heard = () => {
      if (!/listening on /.test(speech.words)) return;
      clearTimeout(patience);
      resolve();
    };
    speech.ended.then(() => give('The embedded VS Code did not start'));
  });
}

/**
 * Starts the server and, in front of it, the guard on 127.0.0.1: who comes without the secret in the address is refused.
 * @param {{ dataDir: string, extensionsDir: string, port?: number, more?: readonly string[] }} options `port` 0 takes a
 *   free one, `more` goes to the server
 * @returns {Promise<{ port: number, secret: string, ended: Promise<string>, end: () => Promise<void> }>} `secret` belongs
 *   into the address, `ended` resolves with the server's last words; rejects with the code EADDRINUSE where the port is taken
 */
export async function startServer({ dataDir, extensionsDir, port = 0, more = [] }) {
  const { inner, remove } = innerPlace();
  const secret = newSecret();
  const door = await guard({ inner, secret, port }).catch((error) => {
    remove();
    throw error;
  });
  const args = [
    ...serverArguments(dataDir, extensionsDir),
    `--socket-path=${inner}`,
    // Only the guard comes this way, and it asks for the secret itself.
    '--without-connection-token',
    '--telemetry-level=off',
    ...more,
  ];
  const child = launch(process.execPath, args, { env: environment() });
  const speech = listenTo(child);
  const ended = speech.ended.then(() => {
    door.close();
    remove();
    return speech.words.trim();
  });
  await listening(child, speech);
  return { port: door.port, secret, ended, end: () => end(child) };
}
