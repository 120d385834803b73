// textDocument/formatting, textDocument/rangeFormatting, textDocument/onTypeFormatting

import type { Handler } from '../handler.ts';
import { changes } from '../parts.ts';
import { inSlices } from '../slices.ts';

export const formatting: Handler = {
  capability: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  },
  register({ connection, document }) {
    connection.onDocumentFormatting(async ({ textDocument }, token) => {
      const { documentFormatSteps } = await changes();
      const open = await document(textDocument.uri);
      return open ? inSlices(open, token, (rules) => documentFormatSteps(rules, open.settings.format)) : null;
    });
    connection.onDocumentRangeFormatting(async ({ textDocument, range }, token) => {
      const { rangeFormatSteps } = await changes();
      const open = await document(textDocument.uri);
      return open ? inSlices(open, token, (rules) => rangeFormatSteps(rules, open.settings.format, range)) : null;
    });
    connection.onDocumentOnTypeFormatting(async ({ textDocument, position }) => {
      const { typedLineEdits } = await changes();
      const open = await document(textDocument.uri);
      return open ? typedLineEdits(open.rules, open.settings.format, position) : null;
    });
  },
};
