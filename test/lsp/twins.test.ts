// Ports that are open by one family only, told in the editor: the other file on the disk, open, and changed.

import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol/node';
import { Command } from '../support/command.ts';
import { type Client, PULLS, PUSHED } from './client.ts';
import { servers } from './servers.ts';

const startServer = servers();
const command = new Command();
const WATCHES = { ...PULLS, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

beforeAll(() => command.prepare());
afterAll(() => command.end());

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iptables-twins-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const rulesFor = (...ports: readonly number[]): string =>
  [
    '*filter',
    ':INPUT DROP [0:0]',
    '-A INPUT -i lo -j ACCEPT',
    '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT',
    '-A INPUT -p icmpv6 -j ACCEPT',
    ...ports.map((port) => `-A INPUT -p tcp --dport ${port} -j ACCEPT`),
    'COMMIT',
    '',
  ].join('\n');
const V4 = rulesFor(22, 8080).replace('icmpv6', 'icmp');

const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
/** The second port in the last rule. */
const PORT = { start: { line: 6, character: 24 }, end: { line: 6, character: 28 } };
const CODE = 'twin-family-unequal';

/** The lines of the finding in rules.v4 now. */
async function linesIn(client: Client): Promise<readonly number[]> {
  const found = await client.pull(uriOf('rules.v4'));
  return found.flatMap(({ code, range }) => (code === CODE ? [range.start.line] : []));
}

async function begin(capabilities = PULLS): Promise<Client> {
  const client = await startServer(capabilities, undefined, [pathToFileURL(folder).href]);
  await client.open(uriOf('rules.v4'), V4);
  return client;
}

test('the file on the disk, as on the command line', async () => {
  await writeFile(join(folder, 'rules.v4'), V4);
  await writeFile(join(folder, 'rules.v6'), rulesFor(22));
  const client = await begin();
  expect(await linesIn(client)).toEqual([6]);
  const { files } = JSON.parse(command.run(['--format', 'json', join(folder, 'rules.v4')]).said);
  const shown = await client.pull(uriOf('rules.v4'));
  expect(shown.map(({ code, message }) => [code, message])).toEqual(
    files[0].diagnostics.map(({ code, message }: { code: string; message: string }) => [code, message]),
  );
});

test('no file, no finding; once there is one, the client tells', async () => {
  const client = await begin(WATCHES);
  expect(await linesIn(client)).toEqual([]);
  const changed = (type: FileChangeType) =>
    client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('rules.v6'), type }],
    });
  await writeFile(join(folder, 'rules.v6'), rulesFor(22));
  await changed(FileChangeType.Created);
  expect(await linesIn(client)).toEqual([6]);
  await writeFile(join(folder, 'rules.v6'), rulesFor(22, 8080));
  await utimes(join(folder, 'rules.v6'), new Date(), new Date(Date.now() + 5000));
  await changed(FileChangeType.Changed);
  expect(await linesIn(client)).toEqual([]);
});

test('an open document counts before its file, also while it is written', async () => {
  await writeFile(join(folder, 'rules.v6'), rulesFor(22));
  const client = await begin();
  await client.open(uriOf('rules.v6'), rulesFor(22, 8080));
  expect(await linesIn(client)).toEqual([]);
  await client.type(uriOf('rules.v6'), { range: PORT, newText: '4433' });
  expect(await linesIn(client)).toEqual([6]);
  await client.type(uriOf('rules.v6'), { range: PORT, newText: '8080' });
  expect(await linesIn(client)).toEqual([]);
  await client.close(uriOf('rules.v6'));
  expect(await linesIn(client)).toEqual([6]);
});

test('a client that waits to be told hears of an edit in the other file', async () => {
  await writeFile(join(folder, 'rules.v6'), rulesFor(22));
  const client = await begin(PUSHED);
  const told = (isThere: boolean) =>
    client.publication(
      ({ uri, diagnostics }) => uri === uriOf('rules.v4') && diagnostics.some(({ code }) => code === CODE) === isThere,
    );
  await told(true);
  client.published.length = 0;
  await client.open(uriOf('rules.v6'), rulesFor(22, 8080));
  await told(false);
});
