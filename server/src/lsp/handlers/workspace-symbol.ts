// workspace/symbol, over the documents that are open

import { LSPErrorCodes, ResponseError, type SymbolInformation } from 'vscode-languageserver';
import { MOST_SYMBOLS, workspaceSymbolSteps } from '../../features/workspace-symbols.ts';
import type { Handler } from '../handler.ts';
import { inSlices, throwIfCancelled } from '../slices.ts';

export const workspaceSymbol: Handler = {
  capability: { workspaceSymbolProvider: true },
  register({ connection, documents, document }) {
    connection.onWorkspaceSymbol(async ({ query }, token) => {
      const found: SymbolInformation[] = [];
      for (const uri of documents.keys()) {
        const open = await document(uri);
        throwIfCancelled(token);
        if (open)
          found.push(
            ...(await inSlices(open, token, (rules) => workspaceSymbolSteps(rules, uri, query)).catch(passOver)),
          );
        if (found.length >= MOST_SYMBOLS) break;
      }
      return found.slice(0, MOST_SYMBOLS);
    });
  },
};

/** A document that changes while it is searched has no answer of its own; the others have theirs. */
function passOver(error: unknown): SymbolInformation[] {
  if (error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified) return [];
  throw error;
}
