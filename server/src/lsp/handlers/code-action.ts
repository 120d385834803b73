// textDocument/codeAction

import { CodeActionKind } from 'vscode-languageserver';
import { codeActionSteps, FIX_ALL } from '../../features/code-actions.ts';
import type { Handler } from '../handler.ts';
import { inSlices } from '../slices.ts';

export const codeAction: Handler = {
  capability: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL] },
  },
  register({ connection, document, commands }) {
    connection.onCodeAction(async ({ textDocument, range, context }, token) => {
      const open = await document(textDocument.uri);
      if (!open) return [];
      const request = { uri: textDocument.uri, range, only: context.only, commands };
      return inSlices(open, token, (rules) => codeActionSteps(rules, request));
    });
  },
};
