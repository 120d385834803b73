// Writes docs/codes.md: all codes of the checks and what each means, from their declarations.
// Run: node scripts/generate-codes.ts [--check]

import type { Declaration } from '../server/src/check/codes/declaration.ts';
import { SUBJECTS } from '../server/src/check/codes/index.ts';
import { writeOutputs } from './generate/outputs.ts';

function row([code, { means, fixes }]: [string, Declaration]): string {
  return `| \`${code}\` | ${means.replaceAll('|', '\\|')} | ${fixes ? 'yes' : ''} |`;
}

const lines = [
  '# The codes of the checks',
  '',
  'What the loaders refuse, or read differently from what it says. A finding shows its code in the editor, on the command',
  'line and in JSON; codes never change their meaning. The [lint rules](rules/README.md) find what loads but is likely a',
  'mistake. Generated from `server/src/check/codes` by `npm run generate`.',
];
for (const [subject, codes] of Object.entries(SUBJECTS)) {
  const rows = Object.entries<Declaration>(codes).map(row);
  lines.push('', `## ${subject}`, '', '| code | means | fix |', '|---|---|---|', ...rows);
}

writeOutputs({ file: 'docs/codes.md', text: `${lines.join('\n')}\n` });
