// textDocument/codeAction

import { CodeActionKind } from 'vscode-languageserver';
import { codeActionsOf, FIX_ALL } from '../../features/code-actions.ts';
import type { Handler } from './handler.ts';

export const codeAction: Handler = {
  capability: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL] },
  },
  register({ connection, document, commands }) {
    connection.onCodeAction(async ({ textDocument, range, context }) => {
      const open = await document(textDocument.uri);
      return open ? codeActionsOf(open.rules, { uri: textDocument.uri, range, only: context.only, commands }) : [];
    });
  },
};
