// Writes docs/codes.md: all codes of the checks and what each means, from their declarations.
// Run: node scripts/generate-codes.ts [--check]

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Declaration } from '../server/src/check/codes/declaration.ts';
import { SUBJECTS } from '../server/src/check/codes/index.ts';

const place = 'docs/codes.md';
const file = join(import.meta.dirname, '..', place);

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
const text = `${lines.join('\n')}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error(`${place} is stale: run \`npm run generate\`.`);
  process.exitCode = 1;
}
