// textDocument/foldingRange

import { foldingRangesOf } from '../../features/folding.ts';
import type { Handler } from '../handler.ts';
import { atOnce } from '../slices.ts';

export const foldingRange: Handler = {
  capability: { foldingRangeProvider: true },
  register({ connection, document, client }) {
    const limit = client.textDocument?.foldingRange?.rangeLimit;
    connection.onFoldingRanges(async ({ textDocument }) => {
      const open = await document(textDocument.uri);
      return open ? atOnce(open, (rules) => foldingRangesOf(rules, limit)) : [];
    });
  },
};
