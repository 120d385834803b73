// Configuration files in the editor: the same findings as on the command line, faults in the file, changes taken in.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver-protocol/node';
import { Command } from '../support/command.ts';
import { bundledServer, Client, forget, PULLS } from './client.ts';

const RULES = `*filter
:INPUT ACCEPT [0:0]
:web - [0:0]
-A INPUT -m geoip --src-cc CN -j LOG
-A INPUT -p tcp --dport 22 -j ACCEPT
-A INPUT -i eth1 -p tcp --dport 8080 -m set --match-set office src -j ACCEPT
# iptables-lint-disable-next-line bare-flush -- only legacy
-F
COMMIT
*nat
-A PREROUTING -p tcp -j DNAT --to-destination 192.0.2.1:ssh
COMMIT
`;
const CONFIGURATION = `
preset: strict
rules: {unknown-extension: hint}
interfaces: [eth0]
sets: {}
overrides:
  - files: '*.v6'
    family: 6
    backend: nft
  - files: old/**
    version: "1.8.9"
    rules: {unknown-extension: off}
`;
const FILES = { 'rules.v4': RULES, 'rules.v6': RULES, 'old/rules.v4': RULES, 'iptables-lint.yaml': CONFIGURATION };

const command = new Command();
let server = '';
let client: Client | undefined;

beforeAll(async () => {
  server = await bundledServer();
  await command.prepare();
});

afterEach(async () => {
  await client?.stop();
  command.clear();
});

afterAll(async () => {
  await forget(server);
  command.end();
});

interface Shown {
  readonly code: string;
  readonly severity: string;
  readonly line: number;
  readonly message: string;
}

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

/** What the editor shows of a file. */
async function inEditor(name: string): Promise<Shown[]> {
  const uri = pathToFileURL(command.path(name)).href;
  await client?.open(uri, RULES);
  const found = (await client?.pull(uri)) ?? [];
  return found.map(({ code, severity = 0, message, range }) => ({
    code: String(code),
    severity: SEVERITIES[severity] ?? '',
    line: range.start.line,
    message: String(message),
  }));
}

/** What the command line says of it. */
function onCommandLine(name: string): Shown[] {
  const { files } = JSON.parse(command.run(['--format', 'json', name]).said);
  return files[0].diagnostics.map(
    ({ code, severity, message, range }: { range: { start: { line: number } } } & Shown) => ({
      code,
      severity,
      line: range.start.line,
      message,
    }),
  );
}

test('editor and command line find the same', async () => {
  command.write(FILES);
  client = await Client.start(server, PULLS);
  const seen = new Set<string>();
  for (const name of ['rules.v4', 'rules.v6', 'old/rules.v4']) {
    const shown = await inEditor(name);
    expect(shown).toEqual(onCommandLine(name));
    seen.add(JSON.stringify(shown.map(({ code, severity, message }) => [code, severity, message])));
  }
  expect(seen.size).toBe(3);
  expect([...seen].filter((one) => !/unknown-interface.*unknown-set/.test(one))).toEqual([]);
});

test('a trace in the editor knows what the configuration tells of the machine, as on the command line', async () => {
  const text =
    '*filter\n:INPUT DROP [0:0]\n-A INPUT -p tcp --dport 22 -m set --match-set office src -j ACCEPT\nCOMMIT\n';
  const configuration = { addresses: { eth0: ['198.51.100.7/24'] }, sets: { office: ['192.0.2.0/24'] } };
  command.write({ 'rules.v4': text, 'iptables-lint.json': JSON.stringify(configuration) });
  client = await Client.start(server, PULLS);
  const uri = pathToFileURL(command.path('rules.v4')).href;
  await client.open(uri, text);
  const words = 'in eth0 src 192.0.2.9 dst 198.51.100.7 tcp dport 22';
  const answer = await client.connection.sendRequest<{ readonly trace?: { readonly verdict: string } }>(
    'iptables/trace',
    { textDocument: { uri }, packet: words },
  );
  expect(answer.trace?.verdict).toBe('accept');
  const packet = {
    in: 'eth0',
    src: '192.0.2.9',
    dst: '198.51.100.7',
    proto: 'tcp',
    sport: 40000,
    dport: 22,
    flags: 'S',
  };
  const told = command.run(['trace', 'rules.v4', '--packets', '-', '--format', 'json'], {
    input: `${JSON.stringify(packet)}\n`,
  }).said;
  expect(JSON.parse(told)).toMatchObject({ verdict: 'accept', unknown: [] });
});

test('what is wrong with a configuration stands in its file, and goes when that is mended', async () => {
  const text = '{\n  "rules": {"bare-flsh": "off"}\n}\n';
  command.write({ 'rules.v4': RULES, 'iptables-lint.json': text });
  client = await Client.start(server, PULLS);
  await inEditor('rules.v4');
  const uri = pathToFileURL(command.path('iptables-lint.json')).href;
  const { diagnostics } = await client.publication((told) => told.uri === uri);
  expect(diagnostics.map(({ message, range }) => [range.start, message])).toEqual([
    [{ line: 1, character: 12 }, 'No rule is called "bare-flsh". Did you mean "bare-flush"?'],
  ]);
  command.write({ 'iptables-lint.json': '{"rules": {"unknown-extension": "off"}}' });
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: 2 }] });
  const rules = pathToFileURL(command.path('rules.v4')).href;
  const codes = (await client.pull(rules)).map(({ code }) => code);
  expect(codes).not.toContain('unknown-extension');
  await client.publication((told) => told.uri === uri && told.diagnostics.length === 0);
});

test('a document that is no file of the disk has none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
  writeFileSync(join(folder, 'iptables-lint.json'), '{"rules": {"unknown-extension": "off"}}');
  client = await Client.start(server, PULLS);
  const uri = `vscode-vfs://somewhere${folder}/rules.v4`;
  await client.open(uri, RULES);
  expect((await client.pull(uri)).map(({ code }) => code)).toContain('unknown-extension');
  rmSync(folder, { recursive: true });
});
