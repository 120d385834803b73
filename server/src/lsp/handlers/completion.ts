// textDocument/completion, completionItem/resolve

import type { ClientCapabilities, CompletionList } from 'vscode-languageserver';
import type { Abilities } from '../../features/completion.ts';
import type { Handler } from '../handler.ts';
import { words } from '../parts.ts';

/** What follows a blank, a dash, a list's comma, a joined value's sign; `*`, `:` and `[` begin lines, `/` a rate's unit. */
const TRIGGERS = [' ', '-', '*', ':', '[', ',', '=', '/'];
const NOTHING: CompletionList = { isIncomplete: false, items: [] };

export const completion: Handler = {
  capability: { completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true } },
  register({ connection, document, client }) {
    const abilities = abilitiesOf(client);
    connection.onCompletion(async ({ textDocument, position }) => {
      const { completionListOf } = await words();
      const open = await document(textDocument.uri);
      return open ? completionListOf(open.rules, position, abilities) : NOTHING;
    });
    connection.onCompletionResolve(async (item) => (await words()).withDocumentation(item, abilities));
  },
};

function abilitiesOf({ textDocument }: ClientCapabilities): Abilities {
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    markdown: item?.documentationFormat?.includes('markdown') === true,
    labelDetails: item?.labelDetailsSupport === true,
    resolves: item?.resolveSupport?.properties.includes('documentation') === true,
  };
}
