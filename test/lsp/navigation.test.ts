// The requests by which an editor finds its way in a rules file, over the connection.

import { describe, expect, test } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DeclarationRequest,
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SymbolKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { type Client, PULLS } from './client.ts';
import { servers } from './servers.ts';
import { replacement } from './text.ts';

const URI = 'file:///etc/iptables/rules.v4';
const OTHER = 'file:///etc/iptables/rules.v6';
const CLOSED = 'file:///etc/iptables/closed.v4';
const TEXT = [
  '*filter',
  ':INPUT DROP [0:0]',
  ':web - [0:0]',
  '# to web',
  '-A INPUT -p tcp --dport 80 -j web',
  '-A web -s 192.0.2.0/24 -j ACCEPT',
  'COMMIT',
  '',
].join('\n');
/** On the jump's "web". */
const JUMP: Position = { line: 4, character: 31 };
const MADE = columns(2, 1, 4);
const CALLED = columns(4, 30, 33);
const FILLED = columns(5, 3, 6);

const startServer = servers();

function columns(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** A client that has opened the file. */
async function opened(capabilities: Parameters<typeof Client.start>[1] = PULLS): Promise<Client> {
  const client = await startServer(capabilities);
  await client.open(URI, TEXT);
  return client;
}

const at = (uri: string, position: Position = JUMP) => ({ textDocument: { uri }, position });

test('says what it can do', async () => {
  const { result } = await opened();
  expect(result.capabilities).toMatchObject({
    definitionProvider: true,
    declarationProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    callHierarchyProvider: true,
    selectionRangeProvider: true,
    foldingRangeProvider: true,
  });
});

describe('definition', () => {
  test('as a place', async () => {
    const { connection } = await opened();
    const expected = [{ uri: URI, range: MADE }];
    expect(await connection.sendRequest(DefinitionRequest.type, at(URI))).toEqual(expected);
    expect(await connection.sendRequest(DeclarationRequest.type, at(URI))).toEqual(expected);
  });

  test('as a link, where the client takes links', async () => {
    const { connection } = await opened({ textDocument: { definition: { linkSupport: true } } });
    expect(await connection.sendRequest(DefinitionRequest.type, at(URI))).toEqual([
      {
        originSelectionRange: CALLED,
        targetUri: URI,
        targetRange: columns(2, 0, 12),
        targetSelectionRange: MADE,
      },
    ]);
  });
});

test('references and highlights', async () => {
  const { connection } = await opened();
  const references = (includeDeclaration: boolean) =>
    connection.sendRequest(ReferencesRequest.type, { ...at(URI), context: { includeDeclaration } });
  expect(await references(true)).toEqual([MADE, CALLED, FILLED].map((range) => ({ uri: URI, range })));
  expect(await references(false)).toEqual([CALLED, FILLED].map((range) => ({ uri: URI, range })));
  expect(await connection.sendRequest(DocumentHighlightRequest.type, at(URI))).toEqual([
    { range: MADE, kind: DocumentHighlightKind.Write },
    { range: CALLED, kind: DocumentHighlightKind.Read },
    { range: FILLED, kind: DocumentHighlightKind.Write },
  ]);
});

describe('rename', () => {
  const edits = [MADE, CALLED, FILLED].map((range) => ({ range, newText: 'http' }));

  test('as changes', async () => {
    const { connection } = await opened();
    expect(await connection.sendRequest(RenameRequest.type, { ...at(URI), newName: 'http' })).toEqual({
      changes: { [URI]: edits },
    });
  });

  test('of this version; comments only where the user is asked', async () => {
    const client = await opened({
      textDocument: { rename: { prepareSupport: true } },
      workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
    });
    const { connection, result } = client;
    expect(result.capabilities.renameProvider).toEqual({ prepareProvider: true });
    expect(await connection.sendRequest(PrepareRenameRequest.type, at(URI))).toEqual({
      range: CALLED,
      placeholder: 'web',
    });
    await client.type(URI, replacement(3, 0, 4, '# TO'));
    const inComment = { range: columns(3, 5, 8), newText: 'http', annotationId: 'comments' };
    expect(await connection.sendRequest(RenameRequest.type, { ...at(URI), newName: 'http' })).toEqual({
      documentChanges: [{ textDocument: { uri: URI, version: 2 }, edits: [...edits, inComment] }],
      changeAnnotations: { comments: expect.objectContaining({ needsConfirmation: true }) },
    });
  });

  test('a name that does not do is refused with the reason', async () => {
    const { connection } = await opened();
    const rename = (newName: string) => connection.sendRequest(RenameRequest.type, { ...at(URI), newName });
    await expect(rename('LOG')).rejects.toThrow('"LOG" is a target');
    await expect(rename('INPUT')).rejects.toThrow('"INPUT" is the name of a built-in chain.');
    const prepare = connection.sendRequest(PrepareRenameRequest.type, at(URI, { line: 5, character: 29 }));
    await expect(prepare).rejects.toThrow('"ACCEPT" is a verdict of iptables; its name cannot be changed.');
  });
});

describe('symbols', () => {
  test('as a tree', async () => {
    const { connection } = await opened({
      textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
    });
    const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } });
    expect(symbols).toMatchObject([
      {
        name: 'filter',
        kind: SymbolKind.Namespace,
        children: [
          { name: 'INPUT', children: [{ name: 'jump to web tcp 80 (http)', detail: 'to web' }] },
          { name: 'web', children: [{ name: 'accept from 192.0.2.0/24' }] },
        ],
      },
    ]);
  });

  test('flat, and over all open files', async () => {
    const client = await opened();
    const { connection } = client;
    const flat = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } });
    expect(flat?.map(({ name }) => name)).toEqual([
      'filter',
      'INPUT',
      'jump to web tcp 80 (http)',
      'web',
      'accept from 192.0.2.0/24',
    ]);
    await client.open(OTHER, '*filter\n:web6 - [0:0]\nCOMMIT\n');
    expect(await connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'WB' })).toMatchObject([
      { name: 'web', containerName: 'filter', location: { uri: URI, range: { start: { line: 2 } } } },
      { name: 'web6', containerName: 'filter', location: { uri: OTHER, range: { start: { line: 1 } } } },
    ]);
  });
});

test('the call hierarchy goes up and down', async () => {
  const { connection } = await opened();
  const [web] = (await connection.sendRequest(CallHierarchyPrepareRequest.type, at(URI))) ?? [];
  if (!web) throw new Error('No item');
  const [call] = (await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: web })) ?? [];
  expect(call).toMatchObject({ from: { name: 'INPUT' }, fromRanges: [CALLED] });
  if (!call) throw new Error('No call');
  const down = await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: call.from });
  expect(down).toEqual([{ to: web, fromRanges: [CALLED] }]);
});

test('selections grow and lines fold', async () => {
  const client = await opened();
  const { connection } = client;
  const textDocument = { uri: URI };
  const found = await connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [JUMP, JUMP] });
  expect(found).toHaveLength(2);
  expect(found?.[0]).toMatchObject({ range: CALLED, parent: { range: columns(4, 27, 33) } });
  expect(await connection.sendRequest(FoldingRangeRequest.type, { textDocument })).toEqual([
    { startLine: 0, endLine: 6, kind: 'region' },
  ]);
});

test('of a file that is not open nothing is said', async () => {
  const { connection } = await opened();
  const item = { uri: CLOSED, name: 'web', kind: SymbolKind.Function, range: MADE, selectionRange: MADE };
  const textDocument = { uri: CLOSED };
  const context = { includeDeclaration: true };
  expect(await connection.sendRequest(DefinitionRequest.type, at(CLOSED))).toBeNull();
  expect(await connection.sendRequest(ReferencesRequest.type, { ...at(CLOSED), context })).toEqual([]);
  expect(await connection.sendRequest(DocumentHighlightRequest.type, at(CLOSED))).toEqual([]);
  expect(await connection.sendRequest(PrepareRenameRequest.type, at(CLOSED))).toBeNull();
  expect(await connection.sendRequest(RenameRequest.type, { ...at(CLOSED), newName: 'x' })).toBeNull();
  expect(await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).toBeNull();
  expect(await connection.sendRequest(CallHierarchyPrepareRequest.type, at(CLOSED))).toBeNull();
  expect(await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item })).toBeNull();
  expect(await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item })).toBeNull();
  expect(await connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [JUMP] })).toBeNull();
});
