// textDocument/formatting, textDocument/rangeFormatting, textDocument/onTypeFormatting

import type { Handler } from '../handler.ts';
import { changes, partFor } from '../parts.ts';
import { inSlices } from '../slices.ts';

export const formatting: Handler = {
  capability: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  },
  register({ connection, document }) {
    connection.onDocumentFormatting(async ({ textDocument }, token) => {
      const open = await document(textDocument.uri);
      if (!open) return null;
      const { documentFormatSteps } = await partFor(open, changes);
      return inSlices(open, token, (rules) => documentFormatSteps(rules, open.settings.format));
    });
    connection.onDocumentRangeFormatting(async ({ textDocument, range }, token) => {
      const open = await document(textDocument.uri);
      if (!open) return null;
      const { rangeFormatSteps } = await partFor(open, changes);
      return inSlices(open, token, (rules) => rangeFormatSteps(rules, open.settings.format, range));
    });
    connection.onDocumentOnTypeFormatting(async ({ textDocument, position }) => {
      const open = await document(textDocument.uri);
      if (!open) return null;
      const { typedLineEdits } = await partFor(open, changes);
      return typedLineEdits(open.rules, open.settings.format, position);
    });
  },
};
