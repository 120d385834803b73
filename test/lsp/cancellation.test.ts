// Long requests give way: what is cancelled ends, what a change overtook says so, what is short does not wait.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { codeActionSteps } from '../../server/src/features/code-actions.ts';
import { insertBaseline } from '../../server/src/features/edits/index.ts';
import { RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { complete } from '../../server/src/ruleset/steps.ts';
import { bundledServer, forget } from './client.ts';
import { fieldOf, type Message, RawClient, refuse } from './raw-client.ts';

const URI = 'file:///etc/iptables/rules.v4';
const REQUEST_CANCELLED = -32800;
const CONTENT_MODIFIED = -32801;

/** A file whose every rule has a mistake that is safe to fix: that of 1,000 rules takes some tenths of a second. */
const messy = (rules: number) =>
  [
    '*filter',
    ...Array.from({ length: rules }, (_, i) => `-A INPUT -p tcp --dport ${i + 1} \u2013j ACCEPT`),
    'COMMIT',
    '',
  ].join('\n');
const LONG = messy(1000);
/** Read for the baseline in some tenths of a second, and nothing is wrong with it. */
const LARGE = messy(20_000).replaceAll('\u2013', '-');

const textDocument = { uri: URI };
const FIX_ALL = {
  textDocument,
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  context: { diagnostics: [], only: ['source.fixAll'] },
};
const BASELINE = { textDocument, administration: { kind: 'console' } };
const HOVER = { textDocument, position: { line: 1, character: 4 } };

let server = '';
const clients: RawClient[] = [];

beforeAll(async () => {
  server = await bundledServer();
});
afterEach(async () => {
  for (const client of clients.splice(0)) expect(await client.stop()).toBe(0);
});
afterAll(() => forget(server));

async function start(text: string, capabilities = {}): Promise<RawClient> {
  const client = await RawClient.start(server, refuse, capabilities);
  clients.push(client);
  client.open(URI, text);
  return client;
}

/** The same once the server knows what holds for the document: until then a request waits, and is about the newest text. */
async function startKnown(text: string): Promise<RawClient> {
  const client = await start(text);
  await expectHover(client);
  return client;
}

/** A change of the last line, which matters to nothing. */
const change = (version: number): Message => ({
  method: 'textDocument/didChange',
  params: {
    textDocument: { uri: URI, version },
    contentChanges: [{ range: { start: { line: 1e9, character: 0 }, end: { line: 1e9, character: 0 } }, text: '#' }],
  },
});
const close: Message = { method: 'textDocument/didClose', params: { textDocument } };

/** Sends a request and what follows at its heels, in one piece. */
function ask(client: RawClient, method: string, params: unknown, ...behind: readonly (Message | 'cancel')[]) {
  const id = client.nextId();
  const cancel = { method: '$/cancelRequest', params: { id } };
  client.send({ id, method, params }, ...behind.map((one) => (one === 'cancel' ? cancel : one)));
  return client.answer(id);
}

async function expectHover(client: RawClient): Promise<void> {
  expect(await client.request('textDocument/hover', HOVER)).toMatchObject({ result: { range: {} } });
}

describe('every fix at once', () => {
  test('ends when it is cancelled, and comes when it is asked for again', async () => {
    const client = await start(LONG);
    const cancelled = await ask(client, 'textDocument/codeAction', FIX_ALL, 'cancel');
    expect(cancelled.error?.code).toBe(REQUEST_CANCELLED);
    await expectHover(client);
    const { result } = await client.request('textDocument/codeAction', FIX_ALL);
    const own = { uri: URI, commands: new Set<string>(), createsFiles: false, open: () => [] };
    const request = { uri: URI, range: FIX_ALL.range, only: FIX_ALL.context.only, client: own, resolves: false };
    expect(result).toEqual(complete(codeActionSteps(new RulesFile(LONG), request)));
    expect(JSON.stringify(result)).not.toContain('\u2013');
  });

  test('is of no use when the document changed or was closed meanwhile', async () => {
    const client = await startKnown(LONG);
    const overtaken = await ask(client, 'textDocument/codeAction', FIX_ALL, change(2));
    expect(overtaken.error?.code).toBe(CONTENT_MODIFIED);
    const closed = await ask(client, 'textDocument/codeAction', FIX_ALL, close);
    expect(closed.error?.code).toBe(CONTENT_MODIFIED);
    expect(await client.request('textDocument/codeAction', FIX_ALL)).toMatchObject({ result: [] });
  });

  test('lets shorter requests pass, and comes to the same with them', async () => {
    const client = await start(LONG);
    const hover = { id: client.nextId(), method: 'textDocument/hover', params: HOVER };
    const { id, result } = await ask(client, 'textDocument/codeAction', FIX_ALL, hover);
    const at = (wanted: unknown) => client.received.findIndex((message) => message.id === wanted);
    expect(at(hover.id)).toBeGreaterThan(0);
    expect(at(hover.id)).toBeLessThan(at(id));
    const undisturbed = await client.request('textDocument/codeAction', FIX_ALL);
    expect(result).toEqual(undisturbed.result);
  });
});

describe('the baseline', () => {
  test('ends when it is cancelled, and comes when it is asked for again', async () => {
    const client = await start(LARGE);
    const cancelled = await ask(client, 'iptables/insertBaseline', BASELINE, 'cancel');
    expect(cancelled.error?.code).toBe(REQUEST_CANCELLED);
    const { result } = await client.request('iptables/insertBaseline', BASELINE);
    const edits = insertBaseline(new RulesFile(LARGE), { kind: 'console' });
    expect(result).toEqual({ edits, summary: expect.stringContaining('set to DROP') });
  });

  test('says so when the document changed meanwhile', async () => {
    const client = await startKnown(LARGE);
    const overtaken = await ask(client, 'iptables/insertBaseline', BASELINE, change(2));
    expect(overtaken.result).toEqual({ edits: [], message: expect.stringContaining('Run the command again') });
    const services = { textDocument, services: [{ id: 'https' }], direction: 'default' };
    const cancelled = await ask(client, 'iptables/insertServiceRules', services, 'cancel');
    expect(cancelled.error?.code).toBe(REQUEST_CANCELLED);
  });
});

/** So many findings that each keystroke's diagnostics take longer than a slice. */
const HEAVY = messy(20_000);

describe('diagnostics that take long', () => {
  test('are published for the newest of the changes that came meanwhile, not for each', async () => {
    const client = await start(HEAVY);
    await client.published(URI, 0);
    const before = client.received.length;
    client.send(...Array.from({ length: 20 }, (_, i) => change(i + 2)));
    await client.message(({ params }) => fieldOf(params, 'version') === 21, before);
    expect(client.received.length - before).toBeLessThan(10);
  });

  test('are not made for a request that was cancelled', async () => {
    const client = await start(HEAVY, { textDocument: { diagnostic: {} } });
    const pull = { textDocument };
    expect(await client.pull(URI)).not.toEqual([]);
    client.send(change(2));
    const cancelled = await ask(client, 'textDocument/diagnostic', pull, 'cancel');
    expect(cancelled.error?.code).toBe(REQUEST_CANCELLED);
    expect(await client.pull(URI)).not.toEqual([]);
  });
});
