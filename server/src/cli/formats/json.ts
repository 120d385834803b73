// One JSON document; positions as in the language server protocol.

import type { Format } from './format.ts';

export const json: Format = () => {
  let before = '';
  return {
    start: '{"files":[',
    file({ path, family, findings }) {
      const diagnostics = findings.map(({ code, severity, message, line, start, end }) => ({
        code,
        severity,
        message,
        range: { start: { line, character: start }, end: { line, character: end } },
      }));
      const entry = JSON.stringify({ path, family, diagnostics });
      const said = before + entry;
      before = ',';
      return said;
    },
    end: () => ']}\n',
  };
};
