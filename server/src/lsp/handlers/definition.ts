// textDocument/definition and textDocument/declaration, which are one here: what makes a chain declares it.

import type { CancellationToken, Location, LocationLink, TextDocumentPositionParams } from 'vscode-languageserver';
import { type Definition, definitionSteps } from '../../features/definition.ts';
import type { Handler, Session } from '../handler.ts';
import { inSlices } from '../slices.ts';

export const definition: Handler = {
  capability: { definitionProvider: true, declarationProvider: true },
  register(session) {
    const { connection, client } = session;
    const find = async (params: TextDocumentPositionParams, token: CancellationToken) =>
      definitionAt(session, params, token);
    connection.onDefinition(async (params, token) => {
      const { uri } = params.textDocument;
      const found = await find(params, token);
      return client.textDocument?.definition?.linkSupport ? links(uri, found) : locations(uri, found);
    });
    connection.onDeclaration(async (params, token) => {
      const { uri } = params.textDocument;
      const found = await find(params, token);
      return client.textDocument?.declaration?.linkSupport ? links(uri, found) : locations(uri, found);
    });
  },
};

async function definitionAt(
  { document }: Session,
  { textDocument, position }: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<Definition | undefined> {
  const open = await document(textDocument.uri);
  return open && inSlices(open, token, (rules) => definitionSteps(rules, position));
}

function links(targetUri: string, found: Definition | undefined): LocationLink[] | null {
  if (!found) return null;
  const { origin, targets } = found;
  return targets.map(({ name, line }) => ({
    originSelectionRange: origin,
    targetUri,
    targetRange: line,
    targetSelectionRange: name,
  }));
}

function locations(uri: string, found: Definition | undefined): Location[] | null {
  return found ? found.targets.map(({ name }) => ({ uri, range: name })) : null;
}
