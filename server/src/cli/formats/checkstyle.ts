// Checkstyle's XML, which many services and editors read.

import type { Format } from './format.ts';
import { attributes } from './xml.ts';

const SEVERITIES = { error: 'error', warning: 'warning', information: 'info', hint: 'info' } as const;

export const checkstyle: Format = {
  entries({ path, findings }) {
    const errors = findings.map(({ line, start, severity, message, code }) => {
      const place = { line: line + 1, column: start + 1, severity: SEVERITIES[severity] };
      return `    <error${attributes({ ...place, message, source: `iptables-lint.${code}` })}/>\n`;
    });
    return [{ text: `  <file${attributes({ name: path })}>\n${errors.join('')}  </file>\n` }];
  },
  output: () => ({
    start: '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
    end: () => '</checkstyle>\n',
  }),
};
