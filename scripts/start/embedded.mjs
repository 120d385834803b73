// Owns the embedded editor of `npm start`: extension installed, served, until Ctrl-C.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { getEditor } from '../editor/fetch.mjs';
import { installExtension, portIsFree, quietSettings, startServer, writeSettings } from '../editor/server.mjs';
import { Failure } from '../lib/failure.mjs';
import { inCache } from '../lib/paths.mjs';
import { isEnding } from '../lib/processes.mjs';
import { step } from '../lib/progress.mjs';
import { showInBrowser } from './browser-window.mjs';

const home = inCache('start');
const extensions = inCache('start', 'extensions');
const usualPort = 8419;

/** Installs the package unless it is the one that was installed last. */
async function installOnce({ file, hash }) {
  const stamp = inCache('start', 'installed.sha256');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return;
  await step('Installing the extension', () => installExtension(file, home, extensions));
  await writeFile(stamp, hash);
}

/** The address that opens a folder, a file, or a file within a folder. */
export function addressOf({ port, token, folder, file }) {
  const address = new URL(`http://127.0.0.1:${port}/`);
  const asPath = (absolute) => (absolute.startsWith('/') ? absolute : `/${absolute.replaceAll('\\', '/')}`);
  if (token !== undefined) address.searchParams.set('tkn', token);
  if (folder !== undefined) address.searchParams.set('folder', asPath(folder));
  else address.searchParams.set('ew', 'true');
  if (file !== undefined) {
    const open = [['openFile', `vscode-remote://127.0.0.1:${port}${encodeURI(asPath(file))}`]];
    address.searchParams.set('payload', JSON.stringify(open));
  }
  return address.href.replaceAll('%2F', '/');
}

async function choosePort(wanted) {
  if (wanted === undefined) return (await portIsFree(usualPort)) ? usualPort : 0;
  if (await portIsFree(wanted)) return wanted;
  throw new Failure(`Port ${wanted} of 127.0.0.1 is taken; choose another with --port N, or leave --port out.`);
}

/**
 * Serves the editor until it is ended.
 * @param {{ port?: number, token: boolean, open: boolean, folder?: string, file?: string }} wanted
 * @param {() => Promise<{ file: string, hash: string }>} makeExtension
 */
export async function serveEmbedded(wanted, makeExtension) {
  const port = await choosePort(wanted.port);
  await getEditor();
  await mkdir(home, { recursive: true });
  await installOnce(await makeExtension());
  if (!existsSync(inCache('start', 'data', 'User', 'settings.json'))) await writeSettings(home, quietSettings);
  const token = wanted.token ? randomBytes(16).toString('hex') : undefined;
  const server = await step('Starting the editor', () =>
    startServer({ dataDir: home, extensionsDir: extensions, port, token }),
  );
  const address = addressOf({ ...wanted, port: server.port, token });
  console.log(`\nThe editor is ready: ${address}\nCtrl-C ends it.`);
  if (wanted.open) showInBrowser(address);
  const words = await server.ended;
  if (!isEnding()) throw new Failure(`The editor ended by itself:\n${words}`);
}
