// textDocument/foldingRange

import { foldingRangesOf } from '../../features/folding.ts';
import type { Handler } from '../handler.ts';

export const foldingRange: Handler = {
  capability: { foldingRangeProvider: true },
  register({ connection, document }) {
    connection.onFoldingRanges(async ({ textDocument }) => {
      const open = await document(textDocument.uri);
      return open ? foldingRangesOf(open.rules) : [];
    });
  },
};
