// Owns the runner `start`: what `npm start` serves, asked by those who may and by those who may not, and used in a
// folder that nobody trusts.
import { cp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { inCache, inRoot } from '../lib/paths.mjs';
import { makePackage } from '../package/vsix.mjs';
import { startEmbedded } from '../start/embedded.mjs';
import { report } from './outcome.mjs';
import { tryRestricted } from './restricted.mjs';

const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

/** Asks for a path of the editor's; resolves with status, headers and the page. */
function ask(port, path, headers = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers });
    asked.on('response', async (answer) => {
      const chunks = await answer.toArray();
      resolve({ status: answer.statusCode, headers: answer.headers, page: Buffer.concat(chunks).toString() });
    });
    asked.on('upgrade', (answer, socket) => {
      socket.destroy();
      resolve({ status: answer.statusCode, headers: answer.headers, page: '' });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** What is tried: a title, who asks for what, and the status that comes. `holds` must be in the page. */
function triesFor({ host, cookie, file, start }) {
  const own = { origin: `http://${host}` };
  const remote = `/vscode-remote-resource?path=${encodeURIComponent(file)}`;
  const wrong = { cookie: cookie.replace(/=.*/, `=${'0'.repeat(48)}`) };
  return [
    ['refuses a file without the secret', remote, {}, 403],
    ['refuses a file with a wrong secret', `${remote}&secret=${'0'.repeat(48)}`, {}, 403],
    ["refuses a file by VS Code's own token", `${remote}&tkn=00000`, {}, 403],
    ['refuses a file with a wrong cookie', remote, wrong, 403],
    ['refuses its page without the secret', start.replace(/secret=\w+/, ''), {}, 403],
    ['refuses a foreign host', remote, { cookie, host: 'rebound.example' }, 403],
    ['refuses a foreign origin', remote, { cookie, origin: 'http://page.example' }, 403],
    ['refuses a socket without the secret', '/', { ...upgrade, ...own }, 403],
    ['refuses a socket with a wrong secret', '/', { ...upgrade, ...own, ...wrong }, 403],
    ['refuses a socket to a foreign host', '/', { ...upgrade, cookie, host: 'rebound.example' }, 403],
    ['refuses a socket to a foreign origin', '/', { ...upgrade, cookie, origin: 'http://page.example' }, 403],
    ['gives its page to its address', '/', { cookie }, 200, 'vscode-workbench-web-configuration'],
    ['gives files to its page', remote, { cookie, ...own }, 200, '*filter'],
    ['gives sockets to its page', '/?reconnection=false', { ...upgrade, cookie, ...own }, 101],
  ];
}

async function outcomeOf([title, path, headers, status, holds = ''], port) {
  const before = performance.now();
  const answer = await ask(port, path, headers).catch((error) => ({ status: error.message, page: '' }));
  const right = answer.status === status && answer.page.includes(holds);
  const error = `Expected ${status} ${holds}, got ${answer.status} ${answer.page.slice(0, 200)}`;
  const ended = right ? { state: 'passed' } : { state: 'failed', error };
  return { title: `npm start ${title}`, duration: performance.now() - before, ...ended };
}

/**
 * Starts the editor as `npm start` does, on a free port and with data of its own, and asks.
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function testStart() {
  const home = inCache('test', 'start');
  await rm(home, { recursive: true, force: true });
  // A copy: a browser's VS Code saves what is typed by itself.
  const folder = join(home, 'workspace');
  await cp(inRoot('examples'), folder, { recursive: true });
  const file = join(folder, 'rules.v4');
  const editor = await startEmbedded({ port: 0, folder, file }, makePackage, home);
  try {
    const { host, port, pathname, search } = new URL(editor.address);
    const start = pathname + search;
    const { headers } = await ask(port, start);
    const [cookie = ''] = headers['set-cookie']?.[0]?.split(';') ?? [];
    const tests = [];
    for (const attempt of triesFor({ host, cookie, file, start })) tests.push(await outcomeOf(attempt, port));
    tests.push(...(await tryRestricted(editor.address, home)));
    return report('start', { tests }, 0, []);
  } finally {
    await editor.end();
  }
}
