// textDocument/formatting, textDocument/rangeFormatting, textDocument/onTypeFormatting

import { documentFormatSteps, rangeFormatSteps, typedLineEdits } from '../../features/formatting.ts';
import type { Handler } from '../handler.ts';
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
      return open ? inSlices(open, token, (rules) => documentFormatSteps(rules, open.settings.format)) : null;
    });
    connection.onDocumentRangeFormatting(async ({ textDocument, range }, token) => {
      const open = await document(textDocument.uri);
      return open ? inSlices(open, token, (rules) => rangeFormatSteps(rules, open.settings.format, range)) : null;
    });
    connection.onDocumentOnTypeFormatting(async ({ textDocument, position }) => {
      const open = await document(textDocument.uri);
      return open ? typedLineEdits(open.rules, open.settings.format, position) : null;
    });
  },
};
