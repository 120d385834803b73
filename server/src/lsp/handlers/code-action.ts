// textDocument/codeAction and codeAction/resolve

import type { ClientCapabilities } from 'vscode-languageserver';
import { type CodeAction, type CodeActionContext, CodeActionKind } from 'vscode-languageserver-types';
import { FIX_ALL } from '../../features/action-kinds.ts';
import type { ClientSide } from '../../features/refactor/common/refactoring.ts';
import { type TwinFile, TwinFiles } from '../files/twin-file.ts';
import type { Handler, Session } from '../handler.ts';
import { changes, partFor } from '../parts.ts';
import { inSlices, throwIfCancelled } from '../slices.ts';

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
    const twins = new TwinFiles(session.files);
    connection.onCodeAction(async ({ textDocument, range, context }, token) => {
      const { uri } = textDocument;
      const open = await document(uri);
      if (!open) return [];
      const { codeActionSteps } = await partFor(open, changes);
      const twin = refactors(context) ? await twins.of(uri, token) : undefined;
      throwIfCancelled(token);
      const client = clientSide(session, uri, twin);
      const request = { uri, range, only: context.only, client, resolves: resolves(session.client) };
      return inSlices(open, token, (rules) => codeActionSteps(rules, request));
    });
    connection.onCodeActionResolve(async (action): Promise<CodeAction> => {
      const { laterEdits, readLaterEdit } = await changes();
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

/** Whether the client wants refactorings, too. */
function refactors({ only }: CodeActionContext): boolean {
  return only?.every((kind) => !kind.startsWith('refactor')) !== true;
}

/** `twin`: the file for the other family where it is there, so that none is made in its place. */
function clientSide({ client, commands, documents }: Session, uri: string, twin?: TwinFile): ClientSide {
  const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {};
  const open = () => documents.all().map((one) => ({ uri: one.uri, file: one.rules }));
  const closed = twin?.file && !documents.get(twin.uri) ? [{ uri: twin.uri, file: twin.file }] : [];
  return {
    uri,
    commands,
    createsFiles: !twin && documentChanges === true && resourceOperations?.includes('create') === true,
    open: () => [...open(), ...closed],
  };
}
