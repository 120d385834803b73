// textDocument/selectionRange

import { selectionRangesOf } from '../../features/selection-ranges.ts';
import type { Handler } from '../handler.ts';

export const selectionRange: Handler = {
  capability: { selectionRangeProvider: true },
  register({ connection, document }) {
    connection.onSelectionRanges(async ({ textDocument, positions }) => {
      const open = await document(textDocument.uri);
      return open ? selectionRangesOf(open.rules, positions) : null;
    });
  },
};
