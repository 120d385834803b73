// textDocument/rename and textDocument/prepareRename

import {
  type AnnotatedTextEdit,
  type ClientCapabilities,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type Renaming, renamableAt, renameSteps } from '../../features/rename.ts';
import type { RulesDocument } from '../documents.ts';
import type { Handler } from '../handler.ts';
import { inSlices } from '../slices.ts';

export const rename: Handler = {
  capability: (client) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  register({ connection, document, client }) {
    connection.onPrepareRename(async ({ textDocument, position }) => {
      const open = await document(textDocument.uri);
      const found = open && renamableAt(open.rules, position);
      if (!found) return null;
      if ('refusal' in found) throw refused(found.refusal);
      return { range: found.range, placeholder: found.name };
    });
    connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
      const open = await document(textDocument.uri);
      if (!open) return null;
      const asks = asksBeforeEdits(client);
      const found = await inSlices(open, token, (rules) => renameSteps(rules, position, newName, asks));
      if (!found) return null;
      if ('refusal' in found) throw refused(found.refusal);
      return editOf(open, found, client);
    });
  },
};

/** An error whose message editors show. */
function refused(sentence: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}

/** The client shows some edits to the user first and makes them only where the user agrees. */
function asksBeforeEdits({ workspace }: ClientCapabilities): boolean {
  const edit = workspace?.workspaceEdit;
  return edit?.documentChanges === true && edit.changeAnnotationSupport !== undefined;
}

const COMMENTS = 'comments';

function editOf(
  { uri, version }: RulesDocument,
  { edits, inComments }: Renaming,
  client: ClientCapabilities,
): WorkspaceEdit {
  if (!client.workspace?.workspaceEdit?.documentChanges) return { changes: { [uri]: [...edits] } };
  const textDocument = { uri, version };
  if (inComments.length === 0) return { documentChanges: [{ textDocument, edits: [...edits] }] };
  const annotated = inComments.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId: COMMENTS }));
  return {
    documentChanges: [{ textDocument, edits: [...edits, ...annotated] }],
    changeAnnotations: {
      [COMMENTS]: {
        label: 'Mentions in comments',
        description: 'The word may mean something else there',
        needsConfirmation: true,
      },
    },
  };
}
