// Formatting as editors ask for it: a document, a range, a line that was just finished, with the user's settings.

import { expect, test } from 'vitest';
import {
  type ClientCapabilities,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver-protocol/node';
import { type Client, PULLS } from './client.ts';
import { servers } from './servers.ts';

const URI = 'file:///etc/iptables/rules.v4';
const TEXT = '*filter\n:INPUT DROP [0:0]\n-A INPUT  -p tcp  --dport ssh -j ACCEPT\n-A INPUT  -i lo -j ACCEPT\nCOMMIT\n';
const ASKS: ClientCapabilities = { ...PULLS, workspace: { configuration: true } };
const textDocument = { uri: URI };
const options = { tabSize: 4, insertSpaces: true };

const startServer = servers();

async function start(settings: Client['settings'] = {}): Promise<Client> {
  const client = await startServer(ASKS);
  client.settings = settings;
  return client;
}

const cut = (line: number, character: number) => ({
  range: { start: { line, character }, end: { line, character: character + 1 } },
  newText: '',
});

test('says that it formats', async () => {
  const { result } = await start();
  expect(result.capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  });
});

test('a document, in both styles', async () => {
  const tidy = await start();
  await tidy.open(URI, TEXT);
  expect(await tidy.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options })).toMatchObject([
    { range: { start: { line: 2 }, end: { line: 2 } } },
    cut(3, 9),
  ]);
  const canonical = await start({ format: { style: 'canonical' } });
  await canonical.open(URI, TEXT);
  const edits = await canonical.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
  expect(edits?.[0]?.newText).toContain('-m tcp --dport 22');
});

test('a range, and the line above the cursor', async () => {
  const client = await start();
  const { connection } = client;
  await client.open(URI, TEXT);
  const range = { start: { line: 3, character: 4 }, end: { line: 4, character: 0 } };
  expect(await connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument, range, options })).toEqual([
    cut(3, 9),
  ]);
  const typed = { textDocument, position: { line: 4, character: 0 }, ch: '\n', options };
  expect(await connection.sendRequest(DocumentOnTypeFormattingRequest.type, typed)).toEqual([cut(3, 9)]);
  const first = { ...typed, position: { line: 0, character: 0 } };
  expect(await connection.sendRequest(DocumentOnTypeFormattingRequest.type, first)).toEqual([]);
});

test('a document that is not open is answered with nothing', async () => {
  const { connection } = await start();
  expect(await connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options })).toBeNull();
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  expect(
    await connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument, range, options }),
  ).toBeNull();
});
