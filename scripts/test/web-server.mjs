// Owns serving VS Code without a server behind it, as vscode.dev does: its workbench, the extension, the test suite.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { editorHome } from '../editor/fetch.mjs';
import { quietSettings } from '../editor/server.mjs';
import { Failure } from '../lib/failure.mjs';
import { inRoot } from '../lib/paths.mjs';
import { packageContents } from '../package/vsix.mjs';

const kinds = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
};

const workbench = '/vscode/out/vs/code/browser/workbench/workbench.js';

/**
 * code-server ties its workbench to a server: it names itself as the remote and keeps the user's data there.
 * A web VS Code has neither; these two replacements give it VS Code's own behaviour back.
 */
const untie = [
  { found: /remoteAuthority:location\.host/, replacement: 'remoteAuthority:undefined' },
  {
    found:
      /get userRoamingDataHome\(\)\{return \w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)\}/,
    replacement: 'get userRoamingDataHome(){return $1.file("/User").with({scheme:$2.vscodeUserData})}',
  },
];

function untied(source) {
  return untie.reduce((text, { found, replacement }) => {
    if (!found.test(text)) throw new Failure(`The embedded VS Code's workbench has changed: no ${found} in it.`);
    return text.replace(found, replacement);
  }, source);
}

function configurationFor(port) {
  const at = (place) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path: place });
  return {
    isEnabledCoderGettingStarted: false,
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    userDataPath: '/User',
    configurationDefaults: quietSettings,
    developmentOptions: {
      extensions: [at('/extension')],
      extensionTestsPath: at('/extension/suite/suite.js'),
      enableSmokeTestDriver: true,
    },
  };
}

/** Of VS Code's own extensions the one for shell scripts, which a command opens; it is all data. */
async function builtinExtensions() {
  const packageJSON = JSON.parse(
    await readFile(path.join(editorHome, 'extensions', 'shellscript', 'package.json'), 'utf8'),
  );
  return [{ extensionPath: 'shellscript', packageJSON }];
}

function attribute(value) {
  return JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

async function page(port) {
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="${attribute(configurationFor(port))}">
    <meta id="vscode-workbench-builtin-extensions" data-settings="${attribute(await builtinExtensions())}">
    <link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css">
  </head>
  <body aria-label="">
    <script>globalThis._VSCODE_FILE_ROOT = new URL('/vscode/out/', location).href;</script>
    <script type="module" src="/vscode/out/nls.messages.js"></script>
    <script type="module" src="${workbench}"></script>
  </body>
</html>`;
}

/** A file below a folder, or undefined for a path that leads out of it. */
function below(folder, name) {
  const file = path.join(folder, name);
  return file.startsWith(folder + path.sep) ? file : undefined;
}

/**
 * The file behind an address. Of the extension only what the package holds is there, and the suite,
 * since VS Code looks for the host of a test among the extensions above it.
 */
function fileFor(pathname, suite, packaged) {
  const [, part, name = ''] = /^\/(vscode|extension\/suite|extension)\/(.*)$/.exec(pathname) ?? [];
  if (part === 'vscode') return below(editorHome, name);
  if (part === 'extension/suite') return below(suite, name);
  return part === 'extension' && packaged.has(name) ? inRoot(name) : undefined;
}

/**
 * Serves on a free port of 127.0.0.1 until closed. The address opens a folder that lives in the page's memory.
 * @param {string} suite the folder that holds suite.js
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serveWeb(suite) {
  const packaged = new Set((await packageContents()).map((file) => file.split(path.sep).join('/')));
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    try {
      const port = server.address().port;
      const file = pathname === '/' ? undefined : fileFor(decodeURIComponent(pathname), suite, packaged);
      if (file === undefined && pathname !== '/') throw new Error('nothing is there');
      const plain = await (file === undefined ? page(port) : readFile(file));
      const body = pathname === workbench ? untied(plain.toString()) : plain;
      response.writeHead(200, {
        'content-type': kinds[path.extname(file ?? 'page.html')] ?? 'application/octet-stream',
      });
      response.end(body);
    } catch (error) {
      response.writeHead(error instanceof Failure ? 500 : 404).end(error.message);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/?folder=tmp:/workspace`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
