// textDocument/codeAction and codeAction/resolve

import { type ClientCapabilities, type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { codeActionSteps, FIX_ALL, laterEdits, readLaterEdit } from '../../features/code-actions.ts';
import type { ClientSide } from '../../features/refactor/common/refactoring.ts';
import type { Handler, Session } from '../handler.ts';
import { inSlices } from '../slices.ts';

const KINDS = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  FIX_ALL,
];

export const codeAction: Handler = {
  capability: (client) => ({
    codeActionProvider: { codeActionKinds: KINDS, ...(resolves(client) ? { resolveProvider: true } : {}) },
  }),
  register(session) {
    const { connection, document } = session;
    connection.onCodeAction(async ({ textDocument, range, context }, token) => {
      const { uri } = textDocument;
      const open = await document(uri);
      if (!open) return [];
      const client = clientSide(session, uri);
      const request = { uri, range, only: context.only, client, resolves: resolves(session.client) };
      return inSlices(open, token, (rules) => codeActionSteps(rules, request));
    });
    connection.onCodeActionResolve(async (action): Promise<CodeAction> => {
      const later = readLaterEdit(action.data);
      const open = later && (await document(later.uri));
      if (!open) return action;
      const edits = laterEdits(open.rules, later, clientSide(session, later.uri));
      return { ...action, edit: { changes: { [later.uri]: [...edits] } } };
    });
  },
};

function resolves({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

function clientSide({ client, commands, documents }: Session, uri: string): ClientSide {
  const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {};
  return {
    uri,
    commands,
    createsFiles: documentChanges === true && resourceOperations?.includes('create') === true,
    open: () => documents.all().map((one) => ({ uri: one.uri, file: one.rules })),
  };
}
