// GitLab's code quality report, a JSON list.

import { Fingerprints } from './fingerprints.ts';
import { type Format, separated } from './format.ts';

const SEVERITIES = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' } as const;

export const gitlab: Format = {
  entries(result) {
    const prints = new Fingerprints(result);
    return result.findings.map((finding) => {
      const { code, severity, message, line } = finding;
      const entry = {
        description: message,
        check_name: code,
        fingerprint: prints.of(finding),
        severity: SEVERITIES[severity],
        location: { path: result.path, lines: { begin: line + 1 } },
      };
      return { text: JSON.stringify(entry) };
    });
  },
  output: () => ({ start: '[', join: separated(',\n', '\n'), end: () => '\n]\n' }),
};
