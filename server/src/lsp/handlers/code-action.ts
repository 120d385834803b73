// textDocument/codeAction

import { CodeActionKind } from 'vscode-languageserver';
import { codeActionsOf } from '../../features/code-actions.ts';
import type { Handler } from './handler.ts';

export const codeAction: Handler = {
  capability: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] } },
  register({ connection, document }) {
    connection.onCodeAction(async ({ textDocument, range, context }) => {
      const open = await document(textDocument.uri);
      return open ? codeActionsOf(open.rules, textDocument.uri, range, context.only) : [];
    });
  },
};
