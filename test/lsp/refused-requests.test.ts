// What the server asks of its client may be refused, misunderstood, answered late or never: it goes on in every case.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { poll } from '../support/poll.ts';
import { bundledServer, forget } from './client.ts';
import { fieldOf, ignore, type Message, RawClient, type Reply, refuse } from './raw-client.ts';

const URI = 'file:///etc/iptables/rules.v4';
/** nft does not know QUEUE, legacy does: an error, a warning or nothing, as the back end is chosen. */
const QUEUE = '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -j QUEUE\nCOMMIT\n';
const CLEAN = QUEUE.replace('QUEUE', 'ACCEPT');

const ASKABLE = { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } };
const PULLS = { ...ASKABLE, textDocument: { diagnostic: { dynamicRegistration: false } } };
const REFRESHABLE = { ...PULLS, workspace: { ...ASKABLE.workspace, diagnostics: { refreshSupport: true } } };

let server = '';
const clients: RawClient[] = [];

beforeAll(async () => {
  server = await bundledServer();
});
afterEach(async () => {
  for (const client of clients.splice(0)) expect(await client.stop()).toBe(0);
});
afterAll(() => forget(server));

async function start(...rest: [Reply, Readonly<Record<string, unknown>>, unknown?]): Promise<RawClient> {
  const client = await RawClient.start(server, ...rest);
  clients.push(client);
  return client;
}

async function expectHover(client: RawClient): Promise<void> {
  const position = { line: 2, character: 4 };
  const { result } = await client.request('textDocument/hover', { textDocument: { uri: URI }, position });
  expect(JSON.stringify(result)).toContain('INPUT');
}

const severities = (message: Message): unknown => {
  const list = fieldOf(message.params, 'diagnostics');
  return Array.isArray(list) ? list.map((one: unknown) => fieldOf(one, 'severity')) : undefined;
};
const publication = ({ method }: Message) => method === 'textDocument/publishDiagnostics';
const WITH_BACKEND = (backend: string): Reply => {
  return ({ method }) => ({ result: method === 'workspace/configuration' ? [{ backend }] : null });
};

describe('a client that refuses', () => {
  test('everything, and sends its settings when it starts, gets its diagnostics', async () => {
    const client = await start(refuse, PULLS);
    client.notify('workspace/didChangeConfiguration', { settings: { iptables: { backend: 'nft' } } });
    client.open(URI, QUEUE);
    expect(await client.pull(URI)).toEqual(['verdict-not-everywhere']);
    await expectHover(client);
    const asked = client.received.flatMap(({ id, method }) =>
      method !== undefined && id !== undefined ? [method] : [],
    );
    expect(asked).toContain('client/registerCapability');
    expect(asked).not.toContain('workspace/diagnostic/refresh');
  });

  test('to refresh although it said that it can', async () => {
    const client = await start(refuse, REFRESHABLE);
    client.open(URI, QUEUE);
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.message(({ method }) => method === 'workspace/diagnostic/refresh');
    expect(await client.pull(URI)).toEqual(['verdict-not-everywhere']);
  });

  test('to say its settings: those that it sent by itself hold', async () => {
    const client = await start(refuse, ASKABLE, { backend: 'legacy' });
    client.open(URI, QUEUE);
    expect(severities(await client.message(publication))).toEqual([]);
    const before = client.received.length;
    client.notify('workspace/didChangeConfiguration', { settings: { iptables: { backend: 'nft' } } });
    expect(severities(await client.message(publication, before))).toEqual([1]);
  });
});

test('settings of no known shape are the default ones', async () => {
  const odd = { toString: 1, valueOf: 1 };
  const answers: readonly Message[] = [
    { result: 'none' },
    { result: null },
    { result: [] },
    { result: [[odd]] },
    { result: [{ family: odd, backend: [odd], version: odd, extensions: odd, template: odd, fragment: odd }] },
    {},
    { result: [null], error: { code: 0, message: '' } },
  ];
  const client = await start(ignore, ASKABLE);
  for (const [i, answer] of answers.entries()) {
    client.reply = () => answer;
    const uri = `${URI}.${i}`;
    const from = client.received.length;
    client.open(uri, QUEUE);
    expect(await client.published(uri, from), JSON.stringify(answer)).toEqual(['verdict-not-everywhere']);
  }
});

describe('a client that answers', () => {
  test('nothing is waited for a second, and only once', async () => {
    const client = await start(ignore, ASKABLE, { backend: 'nft' });
    client.open(URI, QUEUE);
    await expectHover(client);
    expect(severities(await client.message(publication))).toEqual([1]);
    const before = performance.now();
    for (const uri of ['a', 'b', 'c', 'd'].map((name) => `${URI}.${name}`)) {
      const from = client.received.length;
      client.open(uri, QUEUE);
      expect(await client.published(uri, from)).toEqual(['verdict-not-everywhere']);
    }
    // A second for each would be four.
    expect(performance.now() - before).toBeLessThan(3000);
    client.change(URI, CLEAN, 2);
    await client.message(({ params }) => fieldOf(params, 'version') === 2);
  });

  test('late has its settings taken in then, and the diagnostics published anew', async () => {
    const client = await start(ignore, ASKABLE);
    client.open(URI, QUEUE);
    expect(severities(await client.message(publication))).toEqual([2]);
    const question = await client.message(({ method }) => method === 'workspace/configuration');
    const before = client.received.length;
    client.send({ id: question.id ?? 0, result: [{ backend: 'nft' }] });
    expect(severities(await client.message(publication, before))).toEqual([1]);
  });

  test('late and pulls is told to pull again', async () => {
    const client = await start(ignore, REFRESHABLE, { backend: 'legacy' });
    client.open(URI, QUEUE);
    expect(await client.pull(URI)).toEqual([]);
    const question = await client.message(({ method }) => method === 'workspace/configuration');
    client.send({ id: question.id ?? 0, result: [{ backend: 'nft' }] });
    await client.message(({ method }) => method === 'workspace/diagnostic/refresh');
    expect(await client.pull(URI)).toEqual(['verdict-not-everywhere']);
  });

  test('no longer keeps the settings that it gave last', async () => {
    const client = await start(WITH_BACKEND('legacy'), ASKABLE);
    client.open(URI, QUEUE);
    expect(severities(await client.message(publication))).toEqual([]);
    client.reply = ignore;
    const before = client.received.length;
    client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(severities(await client.message(publication, before))).toEqual([]);
  });

  test('an older question after a newer one does not bring the older settings back', async () => {
    const client = await start(ignore, ASKABLE);
    client.open(URI, QUEUE);
    const isQuestion = ({ method }: Message) => method === 'workspace/configuration';
    const older = await client.message(isQuestion);
    const before = client.received.length;
    client.reply = WITH_BACKEND('nft');
    client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(severities(await client.message(publication, before))).toEqual([1]);
    client.send({ id: older.id ?? 0, result: [{ backend: 'legacy' }] });
    client.change(URI, `${QUEUE}\n`, 2);
    expect(severities(await client.message(({ params }) => fieldOf(params, 'version') === 2))).toEqual([1]);
  });
});

test('a document that is opened again while its settings are awaited is not forgotten', async () => {
  const client = await start(ignore, ASKABLE);
  client.open(URI, CLEAN);
  await client.message(({ method }) => method === 'workspace/configuration');
  client.notify('textDocument/didClose', { textDocument: { uri: URI } });
  client.reply = WITH_BACKEND('nft');
  client.open(URI, QUEUE, 7);
  const { params } = await client.message(
    (message) => publication(message) && fieldOf(message.params, 'version') === 7,
  );
  expect(fieldOf(params, 'diagnostics')).toMatchObject([{ code: 'verdict-not-everywhere' }]);
});

describe('a client with other manners', () => {
  test('changes and closes what it never opened, and means the whole text by an empty range', async () => {
    const client = await start(refuse, {});
    client.change(URI, QUEUE, 2);
    client.notify('textDocument/didClose', { textDocument: { uri: URI } });
    client.open(URI, CLEAN, 3);
    expect(await client.published(URI, 0)).toEqual([]);
    client.notify('textDocument/didChange', {
      textDocument: { uri: URI, version: 4 },
      contentChanges: [{ range: null, text: QUEUE }],
    });
    const { params } = await client.message((message) => fieldOf(message.params, 'version') === 4);
    expect(fieldOf(params, 'diagnostics')).toMatchObject([{ code: 'verdict-not-everywhere' }]);
  });

  test('opens documents of any scheme, and names that are no names', async () => {
    const client = await start(refuse, {});
    for (const uri of [
      'untitled:Untitled-1',
      'vscode-vfs://github/a/b%',
      'git:/x?{"ref":""}',
      'C:\\rules',
      '%E0%A4',
      '',
    ]) {
      const from = client.received.length;
      client.open(uri, QUEUE);
      expect(await client.published(uri, from), uri).toEqual(['verdict-not-everywhere']);
    }
  });

  test('asks for what makes no sense and is answered with an error', async () => {
    const client = await start(refuse, {});
    client.open(URI, QUEUE);
    expect(await client.request('textDocument/hover', {})).toMatchObject({ error: { code: -32602 } });
    expect(await client.request('iptables/insertBaseline', {})).toMatchObject({ error: { code: -32602 } });
    await expectHover(client);
  });

  test('leaves without a word, or while it owes an answer', async () => {
    const rude = await RawClient.start(server, ignore, {});
    rude.notify('exit', undefined);
    expect(await rude.ended).toBe(1);
    const gone = await RawClient.start(server, ignore, ASKABLE);
    gone.open(URI, QUEUE);
    expect(await gone.hangUp()).toBe(1);
    const busy = await RawClient.start(server, ignore, ASKABLE);
    busy.open(URI, QUEUE);
    await busy.message(({ method }) => method === 'workspace/configuration');
    expect(await busy.stop()).toBe(0);
  });
});

test('a promise that nothing waits for is written down, and the server lives on', async () => {
  const forgotten = 'setTimeout(() => void Promise.reject(new Error("nobody waits for this")))';
  const client = new RawClient(server, ignore, ['--import', `data:text/javascript,${forgotten}`]);
  clients.push(client);
  await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  await poll('a word about it', () => client.errors.includes('nobody waits for this') || undefined);
  client.open(URI, QUEUE);
  await expectHover(client);
});
