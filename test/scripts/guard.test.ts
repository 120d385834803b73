// Whom the door of `npm start` lets in: every way to ask for a page or a socket, against a stand-in for the editor.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Guard, guard, judge, newSecret } from '../../scripts/editor/guard.ts';

const secret = newSecret();
const folder = mkdtempSync(join(tmpdir(), 'iptables-guard-'));
const inner = process.platform === 'win32' ? `\\\\.\\pipe\\${secret}` : join(folder, 'socket');

/** Says what it was asked for, over HTTP and, with an exclamation mark behind it, over a socket. */
const editor: Server = createServer((asked, response) =>
  response.writeHead(200, { 'x-from': 'editor' }).end(asked.url),
);
editor.on('upgrade', (_asked, socket) => {
  socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
  socket.on('data', (data) => socket.end(`${data}!`));
});

let door: Guard;
beforeAll(async () => {
  await new Promise<void>((resolve) => editor.listen(inner, resolve));
  door = await guard({ inner, secret, port: 0 });
});
afterAll(() => {
  door.close();
  editor.close();
  rmSync(folder, { recursive: true, force: true });
});

type Sent = Readonly<Record<string, string>>;

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

const ownHost = (): string => `127.0.0.1:${door.port}`;
const ownCookie = (): { readonly cookie: string } => ({ cookie: `iptables-editor-${door.port}=${secret}` });

/** Asks the door; with `says` for a socket, down which that is said. */
function ask(path: string, headers: Sent = {}, says?: string): Promise<Answer> {
  const upgrade = says === undefined ? {} : { connection: 'Upgrade', upgrade: 'websocket' };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: door.port, path, headers: { ...upgrade, ...headers } });
    const collect = (answer: IncomingMessage, from: NodeJS.ReadableStream): void => {
      let body = '';
      from.on('data', (chunk) => {
        body += String(chunk);
      });
      from.on('end', () => resolve({ status: answer.statusCode, body, headers: answer.headers }));
    };
    asked.on('response', (answer) => collect(answer, answer));
    asked.on('upgrade', (answer, socket) => {
      collect(answer, socket);
      socket.write(says ?? '');
    });
    asked.on('error', reject);
    asked.end();
  });
}

const file = '/vscode-remote-resource?path=/etc/passwd';

describe('refused', () => {
  test.each<[string, string, () => Sent]>([
    ['without the secret', file, () => ({})],
    ['with a wrong secret', `${file}&secret=${newSecret()}`, () => ({})],
    ['with a part of the secret', `${file}&secret=${secret.slice(0, -1)}`, () => ({})],
    ['with a wrong cookie', file, () => ({ cookie: `iptables-editor-${door.port}=${newSecret()}` })],
    ['with the cookie of another port', file, () => ({ cookie: `iptables-editor-1=${secret}` })],
    ['with a wrong secret beside the cookie', `${file}&secret=`, ownCookie],
    ['for a foreign host', file, () => ({ ...ownCookie(), host: `rebound.example:${door.port}` })],
    ['for a foreign host that begins like ours', file, () => ({ ...ownCookie(), host: '127.0.0.1.rebound.example' })],
    ['for a foreign host with the secret', `${file}&secret=${secret}`, () => ({ host: 'rebound.example' })],
    ['for a foreign origin', file, () => ({ ...ownCookie(), origin: 'http://page.example' })],
    ['for another port of this machine', file, () => ({ ...ownCookie(), origin: 'http://127.0.0.1:3000' })],
    ['for an origin over TLS', file, () => ({ ...ownCookie(), origin: `https://${ownHost()}` })],
    ['for a page without an origin', file, () => ({ ...ownCookie(), origin: 'null' })],
    ['for a link on a foreign page', '/?folder=/', () => ({ ...ownCookie(), 'sec-fetch-site': 'cross-site' })],
    ['for a link on a page of another port', '/', () => ({ ...ownCookie(), 'sec-fetch-site': 'same-site' })],
    ['for an address in place of a path', `http://page.example${file}`, ownCookie],
    ['for a path that names a host', `//page.example/?secret=${secret}`, () => ({})],
  ])('%s', async (_who, path, headers) => {
    const page = await ask(path, headers());
    expect(page.status).toBe(403);
    expect(page.headers['x-from']).toBeUndefined();
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(page.body).toMatch(/Open it by the whole address/);
    const socket = await ask(path, headers(), 'hello');
    expect(socket.status).toBe(403);
    expect(socket.body).toBe('');
  });

  test('a socket by the address alone', async () => {
    expect((await ask(`/?secret=${secret}`, {}, 'hello')).status).toBe(403);
  });
});

test('the address leads on to itself without its secret, and gives a cookie that no other page can use', async () => {
  const answer = await ask(`/?secret=${secret}&folder=/a%26b&payload=%22%3E`, { 'sec-fetch-site': 'cross-site' });
  expect(answer.status).toBe(200);
  expect(answer.body).toContain('content="0;url=/?folder=%2Fa%26b&amp;payload=%22%3E"');
  expect(answer.body).not.toContain(secret);
  const [cookie] = answer.headers['set-cookie'] ?? [];
  expect(cookie).toBe(`${ownCookie().cookie}; Path=/; HttpOnly; SameSite=Strict`);
});

describe('let in', () => {
  test.each<[string, () => Sent]>([
    ['the person at the keyboard', () => ({ 'sec-fetch-site': 'none' })],
    ["the editor's pages", () => ({ 'sec-fetch-site': 'same-origin', origin: `http://${ownHost()}` })],
    ['who comes by name', () => ({ host: `localhost:${door.port}`, origin: `http://localhost:${door.port}` })],
    ['who has more cookies', () => ({ cookie: `a=b; ${ownCookie().cookie};c=d` })],
  ])('%s, to pages and sockets', async (_who, headers) => {
    const page = await ask('/page?secrets=1', { ...ownCookie(), ...headers() });
    expect([page.status, page.body, page.headers['x-from']]).toEqual([200, '/page?secrets=1', 'editor']);
    const socket = await ask('/socket', { ...ownCookie(), ...headers() }, 'hello');
    expect([socket.status, socket.body]).toEqual([101, 'hello!']);
  });
});

test('a request without a host or a path is refused', () => {
  expect(judge({ url: '/', headers: {} }, secret).kind).toBe('refused');
  expect(judge({ headers: { host: '127.0.0.1' } }, secret).kind).toBe('refused');
});

test('a taken port is said to be taken', async () => {
  await expect(guard({ inner, secret, port: door.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('an editor that does not answer is an error of its own', async () => {
  const alone = await guard({ inner: `${inner}-nobody`, secret, port: 0 });
  const cookie = `iptables-editor-${alone.port}=${secret}`;
  const answer = await fetch(`http://127.0.0.1:${alone.port}/`, { headers: { cookie } });
  expect(answer.status).toBe(502);
  alone.close();
});
