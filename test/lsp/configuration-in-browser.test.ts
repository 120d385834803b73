// Configuration files in the browser: the same findings as in Node, from files that only the client can read.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
} from 'vscode-languageserver-protocol/node';
import { poll } from '../support/poll.ts';
import { PULLS } from './client.ts';
import { servers } from './servers.ts';
import { browserBundle, WorkerClient } from './worker.ts';

const ROOT = 'memfs:/my%20work';
const WATCHES = { ...PULLS, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
const RULES = `*filter
:INPUT ACCEPT [0:0]
-A INPUT -m geoip --src-cc CN -j LOG
-A INPUT -i eth1 -p tcp --dport 8080 -m set --match-set office src -j ACCEPT
-F
COMMIT
`;
const FILES = {
  'rules.v4': RULES,
  'rules.v6': RULES,
  'old/site/rules.v4': RULES,
  'other/rules.v4': RULES,
  'iptables-lint.yaml': `
preset: strict
rules: {unknown-extension: hint}
interfaces: [eth0]
sets: {}
overrides:
  - files: '*.v6'
    family: 6
    backend: nft
  - files: old/**
    rules: {unknown-extension: off}
`,
  'other/iptables-lint.jsonc': '{ "rules": { "unknown-extension": "off", }, /* alone */ }',
  'other/iptables-lint.yaml': 'rules: {bare-flush: off}',
};
const EXTENSION_OFF = '{"rules": {"unknown-extension": "off"}}';

const startInNode = servers();
let bundle = '';
let client: WorkerClient | undefined;
beforeAll(async () => {
  bundle = await browserBundle();
});
afterEach(() => client?.stop());

const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Opens the rules file at an address and asks what is found. */
async function found(
  asked: { open(uri: string, text: string): Promise<void>; pull(uri: string): Promise<readonly Diagnostic[]> },
  uri: string,
): Promise<readonly Diagnostic[]> {
  await asked.open(uri, RULES);
  return asked.pull(uri);
}

/** Starts the server for browsers with files below a workspace folder. */
async function start(
  files: Readonly<Record<string, string>>,
  folders: readonly string[] = [ROOT],
): Promise<WorkerClient> {
  const byUri = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${ROOT}/${name}`, text]));
  client = await WorkerClient.start(bundle, WATCHES, folders, byUri);
  return client;
}

test('Node and the browser find the same', async () => {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const root = pathToFileURL(folder).href;
  const node = await startInNode(WATCHES, undefined, [root]);
  const browser = await start(FILES);
  const seen = new Set<string>();
  for (const name of Object.keys(FILES).filter((one) => /rules\.v[46]$/.test(one))) {
    const here = await found(browser, `${ROOT}/${name}`);
    expect(here).toEqual(JSON.parse(JSON.stringify(await found(node, `${root}/${name}`)).replaceAll(root, ROOT)));
    seen.add(JSON.stringify(here.map(({ code, severity }) => [code, severity])));
  }
  expect(seen.size).toBe(4);
});

test('nothing is asked for that is above the workspace folder, or of a document in none', async () => {
  const browser = await start(FILES, [`${ROOT}/old`]);
  await found(browser, `${ROOT}/old/site/rules.v4`);
  expect(new Set(browser.asked.map((uri) => dirname(uri)))).toEqual(new Set([`${ROOT}/old/site`, `${ROOT}/old`]));
  browser.asked.length = 0;
  expect((await found(browser, `${ROOT}/rules.v4`)).map(({ code }) => code)).toContain('unknown-extension');
  expect(browser.asked).toEqual([]);
});

test('a folder that comes brings its configuration', async () => {
  const browser = await start({ 'iptables-lint.json': EXTENSION_OFF }, []);
  const uri = `${ROOT}/rules.v4`;
  expect((await found(browser, uri)).map(({ code }) => code)).toContain('unknown-extension');
  const event = { added: [{ uri: ROOT, name: 'work' }], removed: [] };
  await browser.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
  expect((await browser.pull(uri)).map(({ code }) => code)).not.toContain('unknown-extension');
});

test('what is wrong stands in the configuration, and goes when the client says that it changed', async () => {
  const browser = await start({ 'iptables-lint.json': '{\n  "rules": {"bare-flsh": "off"}\n}\n' });
  const [rules, uri] = [`${ROOT}/rules.v4`, `${ROOT}/iptables-lint.json`];
  expect((await found(browser, rules)).map(({ code }) => code)).toContain('unknown-extension');
  const told = () => browser.published.findLast((one) => one.uri === uri)?.diagnostics;
  expect((await poll('the fault', told)).map(({ message, range }) => [range.start, message])).toEqual([
    [{ line: 1, character: 12 }, 'No rule is called "bare-flsh". Did you mean "bare-flush"?'],
  ]);
  browser.files.set(uri, EXTENSION_OFF);
  await browser.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: 2 }] });
  expect((await browser.pull(rules)).map(({ code }) => code)).not.toContain('unknown-extension');
  await poll('no fault', () => (told()?.length === 0 ? true : undefined));
});

test('a client that does not answer leaves what held before', async () => {
  const browser = await start({ 'iptables-lint.json': EXTENSION_OFF });
  const uri = `${ROOT}/rules.v4`;
  expect((await found(browser, uri)).map(({ code }) => code)).not.toContain('unknown-extension');
  browser.isSilent = true;
  const changes = [{ uri: `${ROOT}/iptables-lint.json`, type: 2 as const }];
  await browser.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  expect((await browser.pull(uri)).map(({ code }) => code)).not.toContain('unknown-extension');
  const other = `${ROOT}/other/rules.v4`;
  expect((await found(browser, other)).map(({ code }) => code)).toContain('unknown-extension');
});
