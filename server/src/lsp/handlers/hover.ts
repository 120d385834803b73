// textDocument/hover

import { hoverOf } from '../../features/hover.ts';
import type { Handler } from '../handler.ts';

export const hover: Handler = {
  capability: { hoverProvider: true },
  register({ connection, document }) {
    connection.onHover(async ({ textDocument, position }) => {
      const open = await document(textDocument.uri);
      return open ? hoverOf(open.rules, position) : null;
    });
  },
};
