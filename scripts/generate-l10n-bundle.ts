// Writes l10n/bundle.l10n.json: every text that the client shows by `l10n.t`, for translators to begin with.
// Run: node scripts/generate-l10n-bundle.ts [--check]

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOutputs } from './generate/outputs.ts';

const FILE = 'l10n/bundle.l10n.json';
const root = join(import.meta.dirname, '..');
const source = join(root, 'client', 'src');

const CALL = /\bl10n\.t\(/g;
const CALL_WITH_TEXT = /\bl10n\.t\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g;

/** The text of a literal of TypeScript in single or double quotes. */
function textOf(literal: string): string {
  const inner = literal
    .slice(1, -1)
    .replace(/\\'/g, "'")
    .replace(/(?<!\\)"/g, '\\"');
  return JSON.parse(`"${inner}"`);
}

const texts = new Set<string>();
for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts'))) {
  const code = readFileSync(join(source, name), 'utf8');
  const found = [...code.matchAll(CALL_WITH_TEXT)];
  if (found.length !== [...code.matchAll(CALL)].length) {
    throw new Error(`${name}: the first argument of l10n.t must be one text in quotes, or no translator finds it.`);
  }
  for (const [, literal = ''] of found) texts.add(textOf(literal));
}

const sorted = [...texts].sort();
const bundle = `${JSON.stringify(Object.fromEntries(sorted.map((text) => [text, text])), null, 2)}\n`;

writeOutputs({ file: FILE, text: bundle });
