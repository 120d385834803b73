// iptables/explain: what the rules of a document let in and out, as Markdown.

import type { DocumentParams, ExplainAnswer } from '../../features/edits/protocol.ts';
import type { Handler } from '../handler.ts';
import { packets } from '../parts.ts';
import { inSlices } from '../slices.ts';

export const explain: Handler = {
  capability: {},
  register({ connection, document }) {
    connection.onRequest(
      'iptables/explain',
      async ({ textDocument }: DocumentParams, token): Promise<ExplainAnswer | null> => {
        const { explainSteps, explanationMarkdown } = await packets();
        const open = await document(textDocument.uri);
        if (!open) return null;
        return { markdown: explanationMarkdown(await inSlices(open, token, explainSteps), open.name) };
      },
    );
  },
};
