// textDocument/signatureHelp

import type { ClientCapabilities } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver-types';
import type { SignatureAbilities } from '../../features/signature-help.ts';
import type { Handler } from '../handler.ts';
import { words } from '../parts.ts';

/** What stands between the parts of values, and in front of the first. */
const TRIGGERS = [' ', '=', ',', ':', '/', '-'];

export const signatureHelp: Handler = {
  capability: { signatureHelpProvider: { triggerCharacters: TRIGGERS } },
  register({ connection, document, client }) {
    const abilities = abilitiesOf(client);
    connection.onSignatureHelp(async ({ textDocument, position }) => {
      const { signatureHelpOf } = await words();
      const open = await document(textDocument.uri);
      return open ? signatureHelpOf(open.rules, position, abilities) : null;
    });
  },
};

function abilitiesOf(client: ClientCapabilities): SignatureAbilities {
  const information = client.textDocument?.signatureHelp?.signatureInformation;
  return {
    markdown: information?.documentationFormat?.includes(MarkupKind.Markdown) ?? false,
    offsets: information?.parameterInformation?.labelOffsetSupport ?? false,
  };
}
