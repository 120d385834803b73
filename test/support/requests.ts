// Owns one request of every kind that the server says it can answer, at a given place of a document.

interface Place {
  readonly line: number;
  readonly character: number;
}

/** Where to ask: two places of a document, in any order, which may lie past its end. */
export interface Asked {
  readonly uri: string;
  readonly from: Place;
  readonly to: Place;
}

export interface Request {
  readonly method: string;
  readonly params: (asked: Asked) => unknown;
}

const at = ({ uri, from }: Asked) => ({ textDocument: { uri }, position: from });
const whole = ({ uri }: Asked) => ({ textDocument: { uri } });
const within = ({ uri, from, to }: Asked) => ({ textDocument: { uri }, range: { start: from, end: to } });
/** A chain as it may have been there before the last edits. */
const itemAt = ({ uri, from }: Asked) => {
  const range = { start: from, end: from };
  return { uri, name: 'web', kind: 12, range, selectionRange: range };
};
const options = { tabSize: 8, insertSpaces: true };

/** By capability. A capability that is not here is one that nobody tries: the test says so. */
const REQUESTS: Readonly<Record<string, readonly Request[]>> = {
  callHierarchyProvider: [
    { method: 'textDocument/prepareCallHierarchy', params: at },
    { method: 'callHierarchy/incomingCalls', params: (asked) => ({ item: itemAt(asked) }) },
    { method: 'callHierarchy/outgoingCalls', params: (asked) => ({ item: itemAt(asked) }) },
  ],
  codeActionProvider: [
    { method: 'textDocument/codeAction', params: (asked) => ({ ...within(asked), context: { diagnostics: [] } }) },
    {
      method: 'textDocument/codeAction',
      params: (asked) => ({ ...within(asked), context: { diagnostics: [], only: ['source.fixAll'] } }),
    },
  ],
  codeLensProvider: [{ method: 'textDocument/codeLens', params: whole }],
  completionProvider: [{ method: 'textDocument/completion', params: at }],
  declarationProvider: [{ method: 'textDocument/declaration', params: at }],
  definitionProvider: [{ method: 'textDocument/definition', params: at }],
  diagnosticProvider: [{ method: 'textDocument/diagnostic', params: whole }],
  documentFormattingProvider: [
    { method: 'textDocument/formatting', params: (asked) => ({ ...whole(asked), options }) },
  ],
  documentHighlightProvider: [{ method: 'textDocument/documentHighlight', params: at }],
  documentLinkProvider: [{ method: 'textDocument/documentLink', params: whole }],
  documentOnTypeFormattingProvider: [
    { method: 'textDocument/onTypeFormatting', params: (asked) => ({ ...at(asked), ch: '\n', options }) },
  ],
  documentRangeFormattingProvider: [
    { method: 'textDocument/rangeFormatting', params: (asked) => ({ ...within(asked), options }) },
  ],
  documentSymbolProvider: [{ method: 'textDocument/documentSymbol', params: whole }],
  foldingRangeProvider: [{ method: 'textDocument/foldingRange', params: whole }],
  hoverProvider: [{ method: 'textDocument/hover', params: at }],
  inlayHintProvider: [{ method: 'textDocument/inlayHint', params: within }],
  referencesProvider: [
    { method: 'textDocument/references', params: (asked) => ({ ...at(asked), context: { includeDeclaration: true } }) },
  ],
  renameProvider: [
    { method: 'textDocument/prepareRename', params: at },
    { method: 'textDocument/rename', params: (asked) => ({ ...at(asked), newName: 'other' }) },
  ],
  selectionRangeProvider: [
    {
      method: 'textDocument/selectionRange',
      params: ({ uri, from, to }) => ({ textDocument: { uri }, positions: [from, to] }),
    },
  ],
  semanticTokensProvider: [
    { method: 'textDocument/semanticTokens/full', params: whole },
    { method: 'textDocument/semanticTokens/range', params: within },
    {
      method: 'textDocument/semanticTokens/full/delta',
      params: (asked) => ({ ...whole(asked), previousResultId: '1' }),
    },
  ],
  signatureHelpProvider: [{ method: 'textDocument/signatureHelp', params: at }],
  workspaceSymbolProvider: [{ method: 'workspace/symbol', params: () => ({ query: 'web' }) }],
};

/** Capabilities that are no requests at a place. */
const OTHERS: ReadonlySet<string> = new Set([
  'textDocumentSync',
  'positionEncoding',
  'executeCommandProvider',
  'workspace',
]);

/** One of each kind that the capabilities promise. Throws at a capability that nobody tries. */
export function requestsOf(capabilities: unknown): Request[] {
  return Object.entries(Object(capabilities)).flatMap(([name, value]) => {
    if (OTHERS.has(name) || value === false || value === undefined) return [];
    const requests = REQUESTS[name];
    if (!requests) throw new Error(`Nothing asks for what ${name} promises.`);
    return requests;
  });
}
