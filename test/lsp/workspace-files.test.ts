// Symbols of rules files that are not open: read by the server itself, or by way of the client.

import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  CodeActionRequest,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentLinkRequest,
  FileChangeType,
  type Registration,
  RegistrationRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import type { FileRequests } from '../../server/src/features/files/protocol.ts';
import { isConfigurationName } from '../../server/src/vocabulary/file-names.ts';
import { type Client, PULLS } from './client.ts';
import { servers } from './servers.ts';

const startServer = servers();
const WATCHES = { ...PULLS, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iptables-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const rulesWith = (chain: string): string => `*filter\n:INPUT DROP [0:0]\n:${chain} - [0:0]\nCOMMIT\n`;
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

/** A chain's name and the file that has it, of each chain that is found. */
async function found({ connection }: Client, query: string): Promise<readonly string[]> {
  const symbols = (await connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? [];
  return symbols.map(
    ({ name, location }) => `${name} ${decodeURIComponent(location.uri.replace(/^.*?\/(?=[^/]*$)/, ''))}`,
  );
}

/** A client whose files are nowhere on the disk; answers which requests for rules files and set files came. */
function answering(client: Client, files: Readonly<Record<string, string>>): string[] {
  const asked: string[] = [];
  client.connection.onRequest(
    'iptables/findFiles',
    ({ folder: root }: FileRequests['iptables/findFiles']['params']): FileRequests['iptables/findFiles']['answer'] => {
      asked.push(root);
      return { files: Object.entries(files).map(([uri, text]) => ({ uri, size: text.length, changed: 1 })) };
    },
  );
  client.connection.onRequest('iptables/readFile', ({ uri }: FileRequests['iptables/readFile']['params']) => {
    if (!isConfigurationName(uri)) asked.push(uri);
    return { text: files[uri] ?? null };
  });
  return asked;
}

test('every rules file below the folders, and none of what others wrote', async () => {
  await write('rules.v4', rulesWith('web'));
  await write('hosts/a b/mail.iptables', rulesWith('webmail'));
  await write('node_modules/x/rules.v4', rulesWith('web-of-others'));
  await write('notes.txt', rulesWith('web-in-notes'));
  const client = await startServer(PULLS, undefined, [pathToFileURL(folder).href]);
  expect(await found(client, 'web')).toEqual(['web rules.v4', 'webmail mail.iptables']);
  expect(await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'webmail' })).toEqual([
    {
      name: 'webmail',
      kind: 12,
      containerName: 'filter',
      location: {
        uri: uriOf('hosts/a b/mail.iptables'),
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 16 } },
      },
    },
  ]);
});

test('an open document stands for its file, until it is closed', async () => {
  await write('rules.v4', rulesWith('web'));
  const client = await startServer(PULLS, undefined, [pathToFileURL(folder).href]);
  await client.open(uriOf('rules.v4'), rulesWith('webmail'));
  expect(await found(client, 'web')).toEqual(['webmail rules.v4']);
  await client.close(uriOf('rules.v4'));
  expect(await found(client, 'web')).toEqual(['web rules.v4']);
});

test('a file that changes is read again when the client says so', async () => {
  await write('rules.v4', rulesWith('web'));
  const client = await startServer(WATCHES, undefined, [pathToFileURL(folder).href]);
  const watched: Registration[] = [];
  client.connection.onRequest(RegistrationRequest.type, ({ registrations }) => void watched.push(...registrations));
  const ofRules = () => watched.filter(({ registerOptions }) => JSON.stringify(registerOptions).includes('ipset'));
  expect(ofRules()).toEqual([]);
  expect(await found(client, 'web')).toEqual(['web rules.v4']);
  expect(ofRules().map(({ method }) => method)).toEqual([DidChangeWatchedFilesNotification.method]);
  await write('rules.v4', rulesWith('wet'));
  await utimes(join(folder, 'rules.v4'), new Date(), new Date(Date.now() + 5000));
  await write('more/rules.v4', rulesWith('webmail'));
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf('rules.v4'), type: FileChangeType.Changed }],
  });
  expect(await found(client, 'we')).toEqual(['wet rules.v4', 'webmail rules.v4']);
});

const ASKS = '*filter\n-A INPUT -m set --match-set blocked src -j DROP\nCOMMIT\n';
const ON_SET = { start: { line: 1, character: 28 }, end: { line: 1, character: 35 } };
const LINKS = { textDocument: { documentLink: { tooltipSupport: true } } };

/** The links of a document. */
async function linksOf({ connection }: Client, uri: string) {
  return connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
}

test('a set leads to the line of the file beside it that creates it', async () => {
  await write('iptables/ipsets', 'create admins hash:ip\ncreate blocked hash:net\n');
  await write('other/ipset.conf', 'create blocked hash:net\n');
  const client = await startServer(LINKS, undefined, [pathToFileURL(folder).href]);
  expect(client.result.capabilities.documentLinkProvider).toEqual({});
  await client.open(uriOf('iptables/rules.v4'), ASKS);
  await client.open(uriOf('rules.v4'), ASKS);
  const target = `${uriOf('iptables/ipsets')}#L2`;
  const tooltip = 'Open the line of ipsets that creates the set "blocked"';
  expect(await linksOf(client, uriOf('iptables/rules.v4'))).toEqual([{ range: ON_SET, target, tooltip }]);
  expect(await linksOf(client, uriOf('rules.v4'))).toEqual([]);
  const outside = await startServer(PULLS, undefined, [uriOf('other')]);
  await outside.open(uriOf('iptables/rules.v4'), ASKS);
  expect(await linksOf(outside, uriOf('iptables/rules.v4'))).toEqual([]);
});

test('a set of a file that only the client can read; nothing is asked for where no set is', async () => {
  const client = await startServer(PULLS, { files: true }, ['memory:/project']);
  const asked = answering(client, { 'memory:/project/ipsets': 'create blocked hash:net\n' });
  await client.open('memory:/project/firewall.rules', ASKS.replace('-m set --match-set blocked src', '-i lo'));
  expect(await linksOf(client, 'memory:/project/firewall.rules')).toEqual([]);
  expect(asked).toEqual([]);
  await client.open('memory:/project/rules.v6', ASKS);
  expect(await linksOf(client, 'memory:/project/rules.v6')).toEqual([
    { range: ON_SET, target: 'memory:/project/ipsets#L1' },
  ]);
});

const CREATES = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } } };

test('a rule for the other family goes into the file that is there, open or not', async () => {
  const rule = '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT';
  const rules = (...lines: readonly string[]) => ['*filter', ':INPUT DROP [0:0]', ...lines, 'COMMIT', ''].join('\n');
  await write('rules.v6', rules('-A INPUT -i lo -j ACCEPT'));
  const client = await startServer({ ...PULLS, ...CREATES }, undefined, [pathToFileURL(folder).href]);
  const offer = async (name: string) => {
    await client.open(uriOf(name), rules(rule));
    const place = { line: 2, character: 0 };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf(name) },
      range: { start: place, end: place },
      context: { diagnostics: [] },
    });
    return actions?.find(({ title }) => title.startsWith('Add the same rule'));
  };
  const edits = { [uriOf('rules.v6')]: [expect.objectContaining({ newText: expect.stringContaining(rule) })] };
  expect(await offer('rules.v4')).toMatchObject({
    title: 'Add the same rule for IPv6 to rules.v6',
    edit: { changes: edits },
  });
  await write('large/rules.v6', `${'# much\n'.repeat(50_000)}${rules()}`);
  expect(await offer('large/rules.v4')).toBeUndefined();
  expect(await offer('alone/rules.v4')).toMatchObject({ title: 'Add the same rule for IPv6 to rules.v6, a new file' });
});

test('folders come and go', async () => {
  await write('one/rules.v4', rulesWith('web'));
  await write('two/rules.v6', rulesWith('web'));
  const client = await startServer(PULLS, undefined, [uriOf('one')]);
  expect(await found(client, 'web')).toEqual(['web rules.v4']);
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [{ uri: uriOf('two'), name: 'two' }], removed: [{ uri: uriOf('one'), name: 'one' }] },
  });
  expect(await found(client, 'web')).toEqual(['web rules.v6']);
});

test('files that only the client can read come by way of it, each once', async () => {
  const client = await startServer(WATCHES, { files: true }, ['memory:/project']);
  const asked = answering(client, { 'memory:/project/rules.v4': rulesWith('web') });
  expect(await found(client, 'web')).toEqual(['web rules.v4']);
  expect(await found(client, 'INPUT')).toEqual(['INPUT rules.v4']);
  expect(asked).toEqual(['memory:/project', 'memory:/project/rules.v4']);
});

test('a client that does not offer it is not asked', async () => {
  const client = await startServer(WATCHES, undefined, ['memory:/project']);
  const asked = answering(client, { 'memory:/project/rules.v4': rulesWith('web') });
  expect(await found(client, 'web')).toEqual([]);
  expect(asked).toEqual([]);
});

test('a client that does not answer leaves the open documents, and a cancelled request ends', async () => {
  const client = await startServer(PULLS, { files: true }, ['memory:/project']);
  await client.open('memory:/project/rules.v4', rulesWith('web'));
  client.connection.onRequest('iptables/findFiles', () => new Promise(() => {}));
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'web' }, source.token);
  setTimeout(() => source.cancel(), 100);
  await expect(answer).rejects.toMatchObject({ code: -32800 });
  client.connection.onRequest('iptables/findFiles', () => {
    throw new Error('no such folder');
  });
  expect(await found(client, 'web')).toEqual(['web rules.v4']);
});

test('a large file is read in pieces, and a cancelled request does not wait for it', async () => {
  const many = Array.from({ length: 60_000 }, (_, i) => `-A chain${i} -s 192.0.2.${i % 250} -j ACCEPT\n`).join('');
  for (const name of ['a', 'b', 'c', 'd']) await write(`${name}/rules.v4`, `*filter\n${many}COMMIT\n`);
  const client = await startServer(PULLS, undefined, [pathToFileURL(folder).href]);
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'chain59999' }, source.token);
  setTimeout(() => source.cancel(), 5);
  await expect(answer).rejects.toMatchObject({ code: -32800 });
  expect(await found(client, 'chain59999')).not.toEqual([]);
});
