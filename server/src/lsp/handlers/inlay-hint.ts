// textDocument/inlayHint

import { inlayHintsOf } from '../../features/inlay-hints.ts';
import { attempt } from '../attempt.ts';
import type { Handler } from '../handler.ts';

export const inlayHint: Handler = {
  capability: { inlayHintProvider: true },
  register({ connection, document }) {
    connection.languages.inlayHint.on(async ({ textDocument, range }) => {
      const open = await document(textDocument.uri);
      return open ? inlayHintsOf(open.rules, range, open.settings.hints) : [];
    });
  },
  settingsChanged({ connection, client }) {
    if (!client.workspace?.inlayHint?.refreshSupport) return;
    void attempt(async () => connection.languages.inlayHint.refresh());
  },
};
