// The language server as editors have it: a process that speaks the protocol over stdio.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DiagnosticSeverity,
  FoldingRangeRequest,
  HoverRequest,
  MarkupContent,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol/node';
import type {
  EditsAnswer,
  LoadCommandAnswer,
  ResetScriptAnswer,
  RestrictToSourceAnswer,
  ServicesAnswer,
} from '../../server/src/features/edits/protocol.ts';
import { type Client, PULLS, PUSHED } from './client.ts';
import { servers } from './servers.ts';
import { insertion, replacement } from './text.ts';

const URI = 'file:///etc/iptables/rules.v4';
const GOOD = '*mangle\n:INPUT ACCEPT [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n';
const FILTER = GOOD.replace('mangle', 'filter');
const BAD = GOOD.replace('--dport 22', '--dport 70000');

const start = servers();

test('says what it can do', async () => {
  const { result } = await start(PULLS);
  expect(result.serverInfo?.name).toBe('iptables-language-server');
  expect(result.capabilities).toMatchObject({
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: expect.arrayContaining([' ', '-', '*', ':', ',']) },
    codeActionProvider: { codeActionKinds: expect.arrayContaining(['quickfix', 'refactor.rewrite']) },
    foldingRangeProvider: true,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  });
  const other = await start(PUSHED);
  expect(other.result.capabilities.diagnosticProvider).toBeUndefined();
});

describe('diagnostics', () => {
  test('by pull: for the version that the client has, nothing published', async () => {
    const client = await start(PULLS);
    await client.open(URI, BAD);
    const [found, ...others] = await client.pull(URI);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'bad-value',
      severity: DiagnosticSeverity.Error,
      source: 'iptables',
      range: { start: { line: 3, character: 24 }, end: { line: 3, character: 29 } },
    });
    await client.type(URI, replacement(3, 24, 29, '443'));
    expect(await client.pull(URI)).toEqual([]);
    expect(client.published).toEqual([]);
  });

  test('by push: after opening and each change, the newest version only', async () => {
    const client = await start(PUSHED);
    await client.open(URI, GOOD);
    expect(await client.publication(({ version }) => version === 1)).toMatchObject({ uri: URI, diagnostics: [] });
    const before = client.published.length;
    const typed = [...'-A INPUT -j NOWHERE\n'].map((letter, i) => insertion(4, i, letter));
    await client.type(URI, ...typed);
    const last = await client.publication(({ version }) => version === client.version(URI), before);
    expect(last.diagnostics.map(({ code }) => code)).toEqual(['unknown-target']);
    const versions = client.published.map(({ version }) => version ?? 0);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
    expect(client.text(URI)).toContain('-A INPUT -j NOWHERE\nCOMMIT');
  });

  test('closing takes them away', async () => {
    const client = await start(PUSHED);
    await client.open(URI, BAD);
    await client.publication(({ diagnostics }) => diagnostics.length === 1);
    const before = client.published.length;
    await client.close(URI);
    expect(await client.publication(() => true, before)).toEqual({ uri: URI, diagnostics: [] });
  });

  test('a change of the back end is answered with new ones', async () => {
    const client = await start({
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
    });
    client.settings = { backend: 'legacy' };
    await client.open(URI, GOOD.replace('-j ACCEPT\nCOMMIT', '-j QUEUE\nCOMMIT'));
    expect((await client.publication(() => true)).diagnostics).toEqual([]);
    const before = client.published.length;
    await client.changeSettings({ backend: 'nft' });
    const { diagnostics } = await client.publication(() => true, before);
    expect(diagnostics).toMatchObject([{ severity: DiagnosticSeverity.Error, range: { start: { line: 3 } } }]);
  });

  test('settings may come with the start or in the notification', async () => {
    const client = await start(PUSHED, { family: '6' });
    await client.open('untitled:Untitled-1', '*mangle\n-A INPUT -s 192.0.2.1 -j ACCEPT\nCOMMIT\n');
    expect((await client.publication(() => true)).diagnostics).toHaveLength(1);
    const before = client.published.length;
    await client.changeSettings({}, { iptables: { family: '4' } });
    expect((await client.publication(() => true, before)).diagnostics).toEqual([]);
  });

  test('characters beyond Latin do not move them, nor do edits behind such', async () => {
    const client = await start(PULLS);
    const rule = '-A INPUT -m comment --comment "дом 🏠" -p tcp --dport 70000 -j ACCEPT';
    const port = rule.indexOf('70000');
    await client.open(URI, `# прывітанне 🔥\n*mangle\n${rule}\nCOMMIT\n`);
    const [found] = await client.pull(URI);
    expect(found?.range).toEqual({ start: { line: 2, character: port }, end: { line: 2, character: port + 5 } });
    await client.type(URI, insertion(2, rule.indexOf('🏠'), '字'), replacement(2, port + 1, port + 6, '22'));
    expect(client.text(URI)).toContain('"дом 字🏠" -p tcp --dport 22 -j');
    expect(await client.pull(URI)).toEqual([]);
  });

  test('lines that end in CR LF are said to, and edits keep them apart', async () => {
    const client = await start(PULLS);
    const uri = 'file:///srv/other.rules.v4';
    await client.open(uri, '*filter\r\n-A INPUT -j ACCEPT\r\nCOMMIT\r\n');
    const found = await client.pull(uri);
    expect(found.map(({ code }) => code)).toContain('carriage-return');
    await client.type(uri, replacement(1, 9, 11, '-g'));
    expect(client.text(uri)).toBe('*filter\r\n-A INPUT -g ACCEPT\r\nCOMMIT\r\n');
    const lines = (await client.pull(uri)).map(({ range }) => range.start.line);
    expect(lines).toContain(1);
    expect(Math.max(...lines)).toBeLessThanOrEqual(2);
  });
});

test('hover explains the word under the mouse', async () => {
  const client = await start(PULLS);
  await client.open(URI, FILTER);
  const hover = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: URI },
    position: { line: 3, character: 25 },
  });
  expect(hover?.range).toEqual({ start: { line: 3, character: 24 }, end: { line: 3, character: 26 } });
  expect(hover && MarkupContent.is(hover.contents) && hover.contents.value).toContain('Port 22: `ssh`');
  const nothing = { textDocument: { uri: 'file:///not/open' }, position: { line: 0, character: 0 } };
  expect(await client.connection.sendRequest(HoverRequest.type, nothing)).toBeNull();
});

test('completion offers what may stand at the cursor, also while it is being typed', async () => {
  const client = await start(PULLS);
  await client.open(URI, FILTER);
  await client.type(URI, insertion(4, 0, '\n'), insertion(4, 0, '-A INPUT -j '));
  const offers = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: URI },
    position: { line: 4, character: 12 },
  });
  const items = Array.isArray(offers) ? offers : (offers?.items ?? []);
  expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['ACCEPT', 'DROP', 'LOG', 'REJECT']));
});

test('an offer is explained when it is looked at, where the client asks for that', async () => {
  const completion = {
    completionItem: { resolveSupport: { properties: ['documentation'] }, labelDetailsSupport: true },
  };
  const client = await start({ ...PULLS, textDocument: { ...PULLS.textDocument, completion } });
  await client.open(URI, '*filter\n-A INPUT -m \nCOMMIT\n');
  const offers = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: URI },
    position: { line: 1, character: 12 },
  });
  const [first] = Array.isArray(offers) ? offers : (offers?.items ?? []);
  expect(first).toMatchObject({ label: 'conntrack', labelDetails: { description: expect.stringMatching(/^Matches/) } });
  expect(first?.documentation).toBeUndefined();
  const whole = first && (await client.connection.sendRequest(CompletionResolveRequest.type, first));
  expect(whole?.documentation).toEqual(expect.stringMatching(/^Matches by the connection/));
});

test('folding goes from the table to its COMMIT', async () => {
  const client = await start(PULLS);
  await client.open(URI, FILTER);
  const ranges = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri: URI } });
  expect(ranges).toEqual([{ startLine: 0, endLine: 4, kind: 'region' }]);
});

test('the fixes make the introduction load: no error is left', async () => {
  const client = await start(PULLS);
  const uri = 'file:///examples/introduction/rules.v4';
  await client.open(
    uri,
    await readFile(join(import.meta.dirname, '..', '..', 'examples', 'introduction', 'rules.v4'), 'utf8'),
  );
  const at = (await client.pull(uri)).filter(({ severity }) => severity === DiagnosticSeverity.Error);
  expect(at.map(({ code }) => code)).toEqual(['trailing-comment']);
  for (let rounds = 0; rounds < 10; rounds++) {
    const [error] = (await client.pull(uri)).filter(({ severity }) => severity === DiagnosticSeverity.Error);
    if (!error) break;
    const context = { diagnostics: [error], only: ['quickfix'] };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: error.range,
      context,
    });
    const fix = (actions ?? []).find(
      (action): action is CodeAction => 'edit' in action && action.diagnostics?.[0]?.code === error.code,
    );
    await client.apply(uri, fix?.edit?.changes?.[uri] ?? []);
  }
  expect((await client.pull(uri)).filter(({ severity }) => severity === DiagnosticSeverity.Error)).toEqual([]);
  expect(client.text(uri)).toContain('# only if this machine is a name server\n-A INPUT -p udp');
});

describe('refactorings', () => {
  const text =
    '*filter\n:f2b - [0:0]\n:f2b-ssh - [0:0]\n-A INPUT -p tcp --dport 22 -j ACCEPT\n-A INPUT -p tcp --dport 80 -j ACCEPT\nCOMMIT\n';
  const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });
  const ask = async (client: Client, line: number) => {
    const context = { diagnostics: [], only: ['refactor'] };
    const params = { textDocument: { uri: URI }, range: at(line), context };
    const actions = (await client.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
    return actions.filter((action): action is CodeAction => 'kind' in action);
  };

  test('are edits for every client', async () => {
    const client = await start(PUSHED);
    await client.open(URI, text);
    const merge = (await ask(client, 3)).find(({ title }) => title.startsWith('Merge'));
    expect(merge?.kind).toBe('refactor.rewrite');
    await client.apply(URI, merge?.edit?.changes?.[URI] ?? []);
    expect(client.text(URI)).toContain('\n-A INPUT -p tcp -m multiport --dports 22,80 -j ACCEPT\nCOMMIT');
    const strip = (await ask(client, 2)).find(({ title }) => title.startsWith('Remove'));
    expect(strip?.edit?.changes?.[URI]).toHaveLength(1);
  });

  test('are worked out once they are chosen, where the client asks for that', async () => {
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    const client = await start({ textDocument: { ...PULLS.textDocument, codeAction } });
    expect(client.result.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
    await client.open(URI, text);
    const strip = (await ask(client, 2)).find(({ title }) => title.startsWith('Remove'));
    expect(strip?.edit).toBeUndefined();
    if (!strip) throw new Error('There is no such action.');
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, strip);
    await client.apply(URI, resolved.edit?.changes?.[URI] ?? []);
    expect(client.text(URI)).not.toContain('f2b-ssh');
    const again = await client.connection.sendRequest(CodeActionResolveRequest.type, strip);
    expect(again.edit?.changes?.[URI]).toEqual([]);
    const strange = { title: 'Not ours', data: { uri: 7 } };
    expect(await client.connection.sendRequest(CodeActionResolveRequest.type, strange)).toEqual(strange);
  });
});

describe("the editor's commands", () => {
  const textDocument = { uri: URI, version: 1 };

  test('insert the baseline into an empty file; a second time there is nothing to do', async () => {
    const client = await start(PULLS);
    await client.open(URI, '');
    const params = { textDocument, administration: { kind: 'ssh', port: 22, sources: ['192.0.2.0/24'] } };
    const answer = await client.connection.sendRequest<EditsAnswer>('iptables/insertBaseline', params);
    await client.apply(URI, answer.edits);
    expect(client.text(URI)).toContain(':INPUT DROP [0:0]');
    expect(client.text(URI)).toContain('192.0.2.0/24');
    const errors = (await client.pull(URI)).filter(({ severity }) => severity === DiagnosticSeverity.Error);
    expect(errors).toEqual([]);
    const again = await client.connection.sendRequest<EditsAnswer>('iptables/insertBaseline', params);
    expect(again).toMatchObject({ edits: [], message: expect.stringContaining('.') });
  });

  test('list services and insert their rules', async () => {
    const client = await start(PULLS);
    await client.open(URI, FILTER);
    const { family, services } = await client.connection.sendRequest<ServicesAnswer>('iptables/services', {
      textDocument,
    });
    expect(family).toBe(4);
    const [first] = services;
    const params = { textDocument, services: [{ id: first?.id }], direction: 'default' };
    const { edits } = await client.connection.sendRequest<EditsAnswer>('iptables/insertServiceRules', params);
    await client.apply(URI, edits);
    expect((await client.pull(URI)).map(({ code }) => code)).toEqual(['default-accept']);
  });

  test('restrict a rule, say how to load, write the reset script', async () => {
    const client = await start(PULLS);
    await client.open(URI, GOOD);
    const params = { textDocument, line: 3, source: '198.51.100.7' };
    const { edits } = await client.connection.sendRequest<RestrictToSourceAnswer>('iptables/restrictToSource', params);
    await client.apply(URI, edits);
    expect(client.text(URI)).toMatch(/-A INPUT -s 198\.51\.100\.7\S* -p tcp --dport 22/);
    const load = await client.connection.sendRequest<LoadCommandAnswer>('iptables/loadCommand', {
      textDocument,
      path: '/etc/iptables/rules.v4',
    });
    expect(load.command).toContain('iptables-restore --test');
    const script = await client.connection.sendRequest<ResetScriptAnswer>('iptables/resetScript', {});
    expect(script.text.indexOf('ACCEPT')).toBeLessThan(script.text.indexOf('-F'));
    const closed = await client.connection.sendRequest<EditsAnswer>('iptables/insertBaseline', {
      textDocument: { uri: 'file:///closed', version: 1 },
      administration: { kind: 'console' },
    });
    expect(closed).toMatchObject({ edits: [], message: expect.stringContaining('not open') });
  });
});
