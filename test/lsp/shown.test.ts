// What an editor shows beside the text, over the connection: tokens and their differences, hints, lenses, signatures.

import { describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  HoverRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  type SemanticTokens,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
} from 'vscode-languageserver-protocol/node';
import { type Client, PULLS } from './client.ts';
import { servers } from './servers.ts';
import { insertion } from './text.ts';

const URI = 'file:///etc/iptables/rules.v4';
const LINES = [
  '*filter',
  ':INPUT DROP [0:0]',
  ':FORWARD DROP [0:0]',
  ':OUTPUT ACCEPT [0:0]',
  ':services - [0:0]',
  '-A INPUT -s 10.0.0.0/8 -p tcp --dport 22 -j ACCEPT',
  '-A INPUT -j services',
  '-A services -p tcp -m tcp --dport 443 -j ACCEPT',
  'COMMIT',
  '',
];
const TEXT = LINES.join('\n');
const SIGNATURES: ClientCapabilities = {
  ...PULLS,
  textDocument: {
    ...PULLS.textDocument,
    signatureHelp: {
      signatureInformation: { documentationFormat: ['markdown'], parameterInformation: { labelOffsetSupport: true } },
    },
  },
};
const REFRESHED: ClientCapabilities = {
  ...PULLS,
  workspace: {
    configuration: true,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};

const startServer = servers();

async function start(capabilities: ClientCapabilities, options?: unknown): Promise<Client> {
  const client = await startServer(capabilities, options);
  await client.open(URI, TEXT);
  return client;
}

const textDocument = { uri: URI };
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: LINES.length, character: 0 } };

describe('semantic tokens', () => {
  /** The words that the tokens mark, with the name of their type and its modifiers. */
  function words(client: Client, { data }: SemanticTokens): string[] {
    const legend = client.result.capabilities.semanticTokensProvider?.legend;
    const lines = client.text(URI).split('\n');
    const found: string[] = [];
    let line = 0;
    let start = 0;
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
      line += down;
      start = down === 0 ? start + right : right;
      const on = legend?.tokenModifiers.filter((_, bit) => modifiers & (1 << bit)) ?? [];
      const kind = [legend?.tokenTypes[type], ...on].join('.');
      found.push(`${line} ${lines[line]?.slice(start, start + length)} ${kind}`);
    }
    return found;
  }

  test('of the whole file and of a few lines say the same', async () => {
    const client = await start(PULLS);
    const full = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    const range = { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } };
    const some = await client.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    if (!full || !some) expect.fail('There are no tokens.');
    const all = words(client, full);
    expect(words(client, some)).toEqual(all.filter((word) => /^[56] /.test(word)));
    const services = all.filter((word) => word.includes(' services ')).map((word) => word.split(' ')[2]);
    expect(services).toEqual(['function.declaration', 'function', 'function']);
    expect(new Set(all.filter((word) => word.includes(' ACCEPT ')).map((word) => word.split(' ')[2])).size).toBe(1);
  });

  test('after a keystroke come as a difference, which makes the whole', async () => {
    const client = await start(PULLS);
    const before = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    await client.type(URI, insertion(6, 0, '-A INPUT -i lo -j ACCEPT\n'), insertion(5, 40, '2'));
    const changes = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId: before?.resultId ?? '',
    });
    const after = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    if (!before || !changes || !('edits' in changes)) expect.fail('There is no difference.');
    const data = [...before.data];
    for (const { start: at, deleteCount, data: fresh = [] } of changes.edits) data.splice(at, deleteCount, ...fresh);
    expect(changes.edits.flatMap((edit) => edit.data ?? []).length).toBeLessThan(before.data.length);
    expect(data).toEqual(after?.data);
  });
});

test('inlay hints: service, ends of a network, what -p loads; none of another line', async () => {
  const client = await start(PULLS);
  const labels = async (range = EVERYTHING) => {
    const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
    return hints?.map(({ label, position }) => [position.line, String(label).trim()]);
  };
  const all = await labels();
  expect(all).toEqual(
    expect.arrayContaining([
      [5, 'ssh'],
      [7, 'https'],
    ]),
  );
  expect(all?.some(([line, label]) => line === 5 && String(label).includes('10.255.255.255'))).toBe(true);
  expect(all?.some(([line, label]) => line === 5 && String(label).includes('-m tcp'))).toBe(true);
  expect(await labels({ start: { line: 7, character: 0 }, end: { line: 7, character: 99 } })).toEqual([[7, 'https']]);
});

test('a lens over each chain tells its policy, rules, references and hooks', async () => {
  const client = await start(PULLS, { commands: ['iptables.showReferences'] });
  const lenses = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
  const resolved = await Promise.all(
    lenses.map((lens) =>
      lens.command ? Promise.resolve(lens) : client.connection.sendRequest(CodeLensResolveRequest.type, lens),
    ),
  );
  const titles = resolved.map(({ range, command }) => [range.start.line, command?.title]);
  expect(titles[0]).toEqual([1, expect.stringMatching(/policy DROP · 2 rules/)]);
  expect(titles).toContainEqual([4, expect.stringMatching(/1 rule · 1 reference · reached from INPUT/)]);
  for (const { command } of resolved) expect(typeof command?.command).toBe('string');
});

test('the part of a value that is being typed', async () => {
  const client = await start(SIGNATURES);
  await client.type(URI, insertion(6, 0, '-A INPUT -p tcp --tcp-flags SYN,ACK \n'));
  const position = { line: 6, character: 36 };
  const help = await client.connection.sendRequest(SignatureHelpRequest.type, { textDocument, position });
  expect(help).toMatchObject({ activeParameter: 1, signatures: [{ label: '--tcp-flags mask set' }] });
  expect(help?.signatures[0]?.parameters?.[1]?.label).toEqual([17, 20]);
  const nowhere = { textDocument, position: { line: 0, character: 3 } };
  expect(await client.connection.sendRequest(SignatureHelpRequest.type, nowhere)).toBeNull();
});

test('the letter of a command tells the rule in plain words', async () => {
  const client = await start(PULLS);
  const found = await client.connection.sendRequest(HoverRequest.type, {
    textDocument,
    position: { line: 5, character: 1 },
  });
  const says = 'Accepts TCP packets to port `22` (ssh) from `10.0.0.0/8`.';
  expect(found?.contents).toMatchObject({ value: expect.stringContaining(says) });
});

test('other settings have the client ask again, and are heeded', async () => {
  const client = await start(REFRESHED);
  const asked = Promise.all(
    [CodeLensRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest].map(
      ({ method }) => new Promise<void>((resolve) => client.connection.onRequest(method, () => resolve())),
    ),
  );
  await client.changeSettings({ codeLens: { enabled: false }, inlayHints: { services: false, networks: false } });
  await asked;
  expect(await client.connection.sendRequest(CodeLensRequest.type, { textDocument })).toEqual([]);
  const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: EVERYTHING });
  expect(hints?.map(({ label }) => String(label).trim())).toEqual(['-m tcp']);
});
