// The parts of the server that are loaded when somebody needs them, and one that is gone.

import { readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DocumentSymbolRequest, HoverRequest } from 'vscode-languageserver-protocol/node';
import { bundledServer, Client, forget, PULLS } from './client.ts';

const URI = 'file:///etc/iptables/rules.v4';
const RULES = '*filter\n:INPUT DROP [0:0]\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n';
const PLACE = { textDocument: { uri: URI }, position: { line: 2, character: 20 } };

let server = '';
beforeAll(async () => {
  server = await bundledServer();
});
afterAll(() => forget(server));

test('a part that is gone costs the answers that need it, until it is back', async () => {
  const parts = join(dirname(server), 'parts');
  const name = (await readdir(parts)).find((one) => /^words-\w+\.mjs$/.test(one)) ?? '';
  await rename(join(parts, name), join(parts, 'gone'));
  const client = await Client.start(server, PULLS);
  await client.open(URI, RULES);
  const hover = () => client.connection.sendRequest(HoverRequest.type, PLACE);
  await expect(hover()).rejects.toThrow(
    /^The server failed: A part of the server cannot be loaded: .*words.*\. Restart the server; if that does not help, install it again\.$/,
  );
  const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } });
  expect(JSON.stringify(symbols)).toContain('INPUT');
  await rename(join(parts, 'gone'), join(parts, name));
  expect(JSON.stringify(await hover())).toContain('--dport');
  expect(await client.stop()).toBe(0);
});
