// textDocument/semanticTokens/full, its delta, and of a range

import { LEGEND, tokenDeltaSteps, tokenSteps, tokensIn } from '../../features/semantic-tokens.ts';
import { attempt } from '../attempt.ts';
import type { Handler } from '../handler.ts';
import { inSlices } from '../slices.ts';

const NONE = { data: [] };

export const semanticTokens: Handler = {
  capability: { semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true } },
  register({ connection, document, takesWritten }) {
    const { semanticTokens: requests } = connection.languages;
    requests.on(async ({ textDocument }, token) => {
      const open = await document(textDocument.uri);
      return open ? inSlices(open, token, (rules) => tokenSteps(rules, takesWritten)) : NONE;
    });
    requests.onDelta(async ({ textDocument, previousResultId }, token) => {
      const open = await document(textDocument.uri);
      return open ? inSlices(open, token, (rules) => tokenDeltaSteps(rules, previousResultId, takesWritten)) : NONE;
    });
    requests.onRange(async ({ textDocument, range }) => {
      const open = await document(textDocument.uri);
      return open ? tokensIn(open.rules, range) : NONE;
    });
  },
  settingsChanged({ connection, client }) {
    if (!client.workspace?.semanticTokens?.refreshSupport) return;
    void attempt(async () => connection.languages.semanticTokens.refresh());
  },
};
