// Owns the embedded editor of `npm start`: extension installed, served, until Ctrl-C.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { getEditor } from '../editor/fetch.mjs';
import { secretName } from '../editor/guard.ts';
import { installExtension, quietSettings, startServer, writeSettings } from '../editor/server.mjs';
import { Failure } from '../lib/failure.mjs';
import { inCache } from '../lib/paths.mjs';
import { isEnding } from '../lib/processes.mjs';
import { step } from '../lib/progress.mjs';
import { showInBrowser } from './browser-window.mjs';

const usualPort = 8419;
const extensionsIn = (home) => path.join(home, 'extensions');

/** Installs the package unless it is the one that was installed last. */
async function installOnce(home, { file, hash }) {
  const stamp = path.join(home, 'installed.sha256');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return;
  await step('Installing the extension', () => installExtension(file, home, extensionsIn(home)));
  await writeFile(stamp, hash);
}

/** The address that opens a folder, a file, or a file within a folder; without its secret it opens nothing. */
export function addressOf({ port, secret, folder, file }) {
  const address = new URL(`http://127.0.0.1:${port}/`);
  const asPath = (absolute) => (absolute.startsWith('/') ? absolute : `/${absolute.replaceAll('\\', '/')}`);
  address.searchParams.set(secretName, secret);
  if (folder !== undefined) address.searchParams.set('folder', asPath(folder));
  else address.searchParams.set('ew', 'true');
  if (file !== undefined) {
    const open = [['openFile', `vscode-remote://127.0.0.1:${port}${encodeURI(asPath(file))}`]];
    address.searchParams.set('payload', JSON.stringify(open));
  }
  return address.href.replaceAll('%2F', '/');
}

/** Starts on the port that is wanted; where none is, on the usual one or, where that is taken, on a free one. */
async function startOn(wanted, options) {
  try {
    return await startServer({ ...options, port: wanted ?? usualPort });
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    if (wanted === undefined) return startServer({ ...options, port: 0 });
    throw new Failure(`Port ${wanted} of 127.0.0.1 is taken; choose another with --port N, or leave --port out.`);
  }
}

/**
 * Starts the editor with the extension in it.
 * @param {{ port?: number, folder?: string, file?: string }} wanted
 * @param {() => Promise<{ file: string, hash: string }>} makeExtension
 * @param {string} home where its data is kept from one start to the next
 * @returns {Promise<{ address: string, ended: Promise<string>, end: () => Promise<void> }>} `ended` resolves with its last words
 */
export async function startEmbedded(wanted, makeExtension, home) {
  await getEditor();
  await mkdir(home, { recursive: true });
  await installOnce(home, await makeExtension());
  if (!existsSync(path.join(home, 'data', 'User', 'settings.json'))) await writeSettings(home, quietSettings);
  const server = await step('Starting the editor', () =>
    startOn(wanted.port, { dataDir: home, extensionsDir: extensionsIn(home) }),
  );
  return { ...server, address: addressOf({ ...wanted, ...server }) };
}

/**
 * Serves the editor until it is ended.
 * @param {{ port?: number, open: boolean, folder?: string, file?: string }} wanted
 * @param {() => Promise<{ file: string, hash: string }>} makeExtension
 */
export async function serveEmbedded(wanted, makeExtension) {
  const { address, ended } = await startEmbedded(wanted, makeExtension, inCache('start', 'editor'));
  console.log(`\nThe editor is ready: ${address}\nCtrl-C ends it.`);
  if (wanted.open) showInBrowser(address);
  const words = await ended;
  if (!isEnding()) throw new Failure(`The editor ended by itself:\n${words}`);
}
