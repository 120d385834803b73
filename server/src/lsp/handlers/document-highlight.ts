// textDocument/documentHighlight

import { highlightSteps } from '../../features/document-highlights.ts';
import type { Handler } from '../handler.ts';
import { inSlices } from '../slices.ts';

export const documentHighlight: Handler = {
  capability: { documentHighlightProvider: true },
  register({ connection, document }) {
    connection.onDocumentHighlight(async ({ textDocument, position }, token) => {
      const open = await document(textDocument.uri);
      return open ? inSlices(open, token, (rules) => highlightSteps(rules, position)) : [];
    });
  },
};
