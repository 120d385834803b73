// textDocument/codeLens, codeLens/resolve

import { codeLensSteps, lensData, resolveLens } from '../../features/code-lens.ts';
import type { Handler } from '../handler.ts';
import { refreshLenses } from '../lenses.ts';
import { inSlices } from '../slices.ts';

export const codeLens: Handler = {
  capability: { codeLensProvider: { resolveProvider: true } },
  register({ connection, document, commands }) {
    connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
      const open = await document(uri);
      if (!open?.settings.hints.codeLens) return [];
      return inSlices(open, token, (rules) => codeLensSteps(rules, uri, commands));
    });
    connection.onCodeLensResolve(async (lens) => {
      const of = lensData(lens.data);
      const open = of && (await document(of.uri));
      return of && open ? resolveLens(open.rules, lens, of, commands) : lens;
    });
  },
  settingsChanged: refreshLenses,
};
