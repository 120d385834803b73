// textDocument/references

import { referenceSteps } from '../../features/references.ts';
import type { Handler } from '../handler.ts';
import { inSlices } from '../slices.ts';

export const references: Handler = {
  capability: { referencesProvider: true },
  register({ connection, document }) {
    connection.onReferences(async ({ textDocument: { uri }, position, context }, token) => {
      const open = await document(uri);
      if (!open) return [];
      const work = inSlices(open, token, (rules) => referenceSteps(rules, position, context.includeDeclaration));
      return (await work).map((range) => ({ uri, range }));
    });
  },
};
