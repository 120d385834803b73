// workspace/symbol, over the documents that are open and the other rules files of the workspace

import { type CancellationToken, LSPErrorCodes, ResponseError, type SymbolInformation } from 'vscode-languageserver';
import { MOST_SYMBOLS, symbolsNamed, workspaceSymbolSteps } from '../../features/workspace-symbols.ts';
import { SymbolIndex } from '../files/symbol-index.ts';
import { keyOf } from '../files/workspace-files.ts';
import type { Handler, Session } from '../handler.ts';
import { inSlices, throwIfCancelled } from '../slices.ts';

export const workspaceSymbol: Handler = {
  capability: { workspaceSymbolProvider: true },
  register(session) {
    const index = new SymbolIndex(session.files);
    session.connection.onWorkspaceSymbol(async ({ query }, token) => {
      const found = await inOpenDocuments(session, query, token);
      if (found.length >= MOST_SYMBOLS) return found.slice(0, MOST_SYMBOLS);
      const open = new Set(session.documents.keys().map(keyOf));
      for (const { uri, names } of await index.names((key) => open.has(key), token))
        found.push(...symbolsNamed(names, uri, query, MOST_SYMBOLS - found.length));
      return found;
    });
  },
};

async function inOpenDocuments(
  { documents, document }: Session,
  query: string,
  token: CancellationToken,
): Promise<SymbolInformation[]> {
  const found: SymbolInformation[] = [];
  for (const uri of documents.keys()) {
    const open = await document(uri);
    throwIfCancelled(token);
    if (open)
      found.push(...(await inSlices(open, token, (rules) => workspaceSymbolSteps(rules, uri, query)).catch(passOver)));
    if (found.length >= MOST_SYMBOLS) break;
  }
  return found;
}

/** A document that changes while it is searched has no answer of its own; the others have theirs. */
function passOver(error: unknown): SymbolInformation[] {
  if (error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified) return [];
  throw error;
}
