// textDocument/completion

import { completionsOf } from '../../features/completion.ts';
import type { Handler } from '../handler.ts';

/** What follows a blank, a dash, a list's comma, a joined value's sign; `*` and `:` begin lines, `/` a rate's unit. */
const TRIGGERS = [' ', '-', '*', ':', ',', '=', '/'];

export const completion: Handler = {
  capability: { completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: false } },
  register({ connection, document }) {
    connection.onCompletion(async ({ textDocument, position }) => {
      const open = await document(textDocument.uri);
      return open ? completionsOf(open.rules, position) : [];
    });
  },
};
