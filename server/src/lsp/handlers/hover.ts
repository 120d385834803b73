// textDocument/hover

import type { Handler } from '../handler.ts';
import { words } from '../parts.ts';

export const hover: Handler = {
  capability: { hoverProvider: true },
  register({ connection, document }) {
    connection.onHover(async ({ textDocument, position }) => {
      const { hoverOf } = await words();
      const open = await document(textDocument.uri);
      return open ? hoverOf(open.rules, position) : null;
    });
  },
};
