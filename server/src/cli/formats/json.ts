// One JSON document; positions as in the language server protocol.

import { type Format, separated } from './format.ts';

export const json: Format = {
  entries({ path, family, findings }) {
    const diagnostics = findings.map(({ code, severity, message, line, start, end }) => ({
      code,
      severity,
      message,
      range: { start: { line, character: start }, end: { line, character: end } },
    }));
    return [{ text: JSON.stringify({ path, family, diagnostics }) }];
  },
  output: () => ({ start: '{"files":[', join: separated(','), end: () => ']}\n' }),
};
