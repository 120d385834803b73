// What the server does where a client does not keep to the protocol: every request has an answer, and the next one, too.

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bundledServer, forget } from './client.ts';
import { RawClient, refuse } from './raw-client.ts';

const URI = 'file:///etc/iptables/rules.v4';
const TEXT = '*filter\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n';
const HOVER = { textDocument: { uri: URI }, position: { line: 1, character: 4 } };

let server = '';
const clients: RawClient[] = [];

beforeAll(async () => {
  server = await bundledServer();
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.hangUp();
});
afterAll(() => forget(server));

async function started(): Promise<RawClient> {
  const client = await RawClient.start(server, refuse, {});
  clients.push(client);
  client.open(URI, TEXT);
  return client;
}

async function expectAnswers(client: RawClient): Promise<void> {
  expect((await client.request('textDocument/hover', HOVER)).result).toMatchObject({ range: { start: { line: 1 } } });
}

test('before initialize every request is told so, and the server can be started all the same', async () => {
  const client = new RawClient(server, refuse);
  clients.push(client);
  const { error } = await client.request('textDocument/hover', HOVER);
  expect(error).toMatchObject({ code: -32002, message: 'textDocument/hover came before the request "initialize".' });
  await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  client.notify('initialized', {});
  client.open(URI, TEXT);
  await expectAnswers(client);
});

test('after shutdown every request is refused, and exit ends the server with 0', async () => {
  const client = await started();
  await client.request('shutdown', undefined);
  const { error } = await client.request('textDocument/hover', HOVER);
  expect(error).toMatchObject({ code: -32600, message: 'The server was asked to shut down.' });
  client.notify('exit', undefined);
  expect(await client.ended).toBe(0);
});

test('a request that it does not know is answered with its name', async () => {
  const client = await started();
  const { error } = await client.request('textDocument/paint', HOVER);
  expect(error).toMatchObject({ code: -32601, message: 'This server does not know textDocument/paint.' });
  await expectAnswers(client);
});

test.each([
  ['no parameters at all', undefined, 'Request textDocument/hover defines 1 params but received none.'],
  ['no document', { position: { line: 0, character: 0 } }, 'The request has no "textDocument".'],
  [
    'a document without an address',
    { textDocument: {}, position: { line: 0, character: 0 } },
    'The request has no "textDocument.uri".',
  ],
  ['no position', { textDocument: { uri: URI } }, 'The request has no "position".'],
])('a request with %s is told what it lacks', async (_, params, message) => {
  const client = await started();
  const { error } = await client.request('textDocument/hover', params);
  expect(error).toMatchObject({ code: -32602, message });
  await expectAnswers(client);
});

test.each([
  ['nonsense instead of a length', 'Content-Length: many\r\n\r\n'],
  ['a header without a colon', 'Content-Length 10\r\n\r\n'],
  ['a body that is no JSON', 'Content-Length: 9\r\n\r\n{"jsonrpc'],
  ['a body that is no message', 'Content-Length: 2\r\n\r\n42'],
  ['an empty body', 'Content-Length: 0\r\n\r\n'],
])('a frame with %s does not deafen it', async (_, frame) => {
  const client = await started();
  await expectAnswers(client);
  client.write(frame);
  await expectAnswers(client);
});
