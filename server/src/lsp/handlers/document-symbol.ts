// textDocument/documentSymbol

import { documentSymbolSteps, flatSymbolSteps } from '../../features/document-symbols.ts';
import type { Handler } from '../handler.ts';
import { inSlices } from '../slices.ts';

export const documentSymbol: Handler = {
  capability: { documentSymbolProvider: true },
  register({ connection, document, client }) {
    const trees = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
    connection.onDocumentSymbol(async ({ textDocument: { uri } }, token) => {
      const open = await document(uri);
      if (!open) return null;
      return trees
        ? inSlices(open, token, documentSymbolSteps)
        : inSlices(open, token, (rules) => flatSymbolSteps(rules, uri));
    });
  },
};
