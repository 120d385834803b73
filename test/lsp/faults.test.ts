// A fault of our own in one answer costs that answer: no document goes deaf, no text goes astray, the server lives on.

import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  HoverRequest,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import * as diagnostics from '../../server/src/features/diagnostics.ts';
import * as hover from '../../server/src/features/hover.ts';
import { serve } from '../../server/src/lsp/server.ts';
import { RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { poll } from '../support/poll.ts';

// Wrapped, so that a test can make them fail once.
vi.mock('../../server/src/features/diagnostics.ts', { spy: true });
vi.mock('../../server/src/features/hover.ts', { spy: true });

const uri = 'file:///etc/iptables/rules.v4';
const TEXT = '*mangle\n-A INPUT -j NOWHERE\nCOMMIT\n';

const until = (what: string, holds: () => boolean) => poll(what, () => holds() || undefined);

let client: ProtocolConnection;
let published: PublishDiagnosticsParams[];
let logged: string[];
const ends: { dispose(): void }[] = [];

beforeEach(async () => {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  serve(connection);
  client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  ends.push(client, connection);
  published = [];
  logged = [];
  client.onNotification(PublishDiagnosticsNotification.type, (params) => void published.push(params));
  client.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'iptables', version: 1, text: TEXT },
  });
  await until('the first diagnostics', () => published.length > 0);
});
afterEach(() => {
  for (const end of ends.splice(0)) end.dispose();
  vi.restoreAllMocks();
});

/** Puts text in front of a line. */
async function type(version: number, line: number, text: string): Promise<void> {
  const place = { line, character: 0 };
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: { start: place, end: place }, text }],
  });
}

test('where diagnostics fail once, the next change has its own', async () => {
  vi.mocked(diagnostics.diagnosticsOf).mockImplementationOnce(() => {
    throw new Error('a fault in a check');
  });
  await type(2, 1, '# first\n');
  await until('a word about the fault', () => logged.length > 0);
  expect(logged[0]).toContain('a fault in a check');
  await type(3, 1, '# second\n');
  await until('those of version 3', () => published.some(({ version }) => version === 3));
  expect(published.at(-1)?.diagnostics).toMatchObject([{ code: 'unknown-target', range: { start: { line: 3 } } }]);
});

test('where a request fails, it is answered with an error and the next with its answer', async () => {
  vi.mocked(hover.hoverOf).mockImplementationOnce(() => {
    throw new Error('a fault in a page');
  });
  const params = { textDocument: { uri }, position: { line: 1, character: 4 } };
  await expect(client.sendRequest(HoverRequest.type, params)).rejects.toThrow('a fault in a page');
  await until('a word about the fault', () => logged.length > 0);
  expect(logged).toEqual([expect.stringMatching(/^onHover failed with .*rules\.v4.*a fault in a page/)]);
  expect(await client.sendRequest(HoverRequest.type, params)).toMatchObject({ range: { start: { character: 3 } } });
});

test('a fault of our own is not told as a parameter that the request lacks', async () => {
  vi.mocked(hover.hoverOf).mockImplementationOnce(() => {
    throw new TypeError("Cannot read properties of undefined (reading 'start')");
  });
  const params = { textDocument: { uri }, position: { line: 1, character: 4 } };
  await expect(client.sendRequest(HoverRequest.type, params)).rejects.toThrow('The server failed');
  await until('a word about the fault', () => logged.length > 0);
  expect(logged).toEqual([expect.stringContaining("reading 'start'")]);
});

test('where taking in a change fails, the file is read again and no line is another one', async () => {
  const edit = vi.spyOn(RulesFile.prototype, 'edit').mockImplementationOnce(function (this: RulesFile, range, text) {
    this.lines.replace(range, text);
    throw new Error('a fault in the reading');
  });
  await type(2, 1, '# first\n# second\n');
  await until('those of version 2', () => published.some(({ version }) => version === 2));
  expect(edit).toHaveBeenCalledOnce();
  expect(published.at(-1)?.diagnostics).toMatchObject([{ code: 'unknown-target', range: { start: { line: 3 } } }]);
});
