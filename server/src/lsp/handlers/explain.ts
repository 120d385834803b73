// iptables/explain: what the rules of a document let in and out, as Markdown.

import type { DocumentParams, ExplainAnswer } from '../../features/edits/protocol.ts';
import { explainSteps } from '../../features/explain/explanation.ts';
import { explanationMarkdown } from '../../features/explain/markdown.ts';
import type { Handler } from '../handler.ts';
import { inSlices } from '../slices.ts';

export const explain: Handler = {
  capability: {},
  register({ connection, document }) {
    connection.onRequest(
      'iptables/explain',
      async ({ textDocument }: DocumentParams, token): Promise<ExplainAnswer | null> => {
        const open = await document(textDocument.uri);
        if (!open) return null;
        return { markdown: explanationMarkdown(await inSlices(open, token, explainSteps), open.name) };
      },
    );
  },
};
