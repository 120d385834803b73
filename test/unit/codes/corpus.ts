// Owns the texts that bring forth every code: the fixes' rows, the settled disagreements, the examples, and some more.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from '../../../server/src/check/codes/index.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { allRows } from '../fixes/rows.ts';

const root = join(import.meta.dirname, '..', '..', '..');

const inFilter = (...lines: readonly string[]) => `*filter\n${lines.join('\n')}\nCOMMIT\n`;
const chains = Array.from({ length: 16 }, (_, i) => `:C${i + 1} - [0:0]`);
const jumps = chains.map((_, i) => `-A ${i === 0 ? 'INPUT' : `C${i}`} -j C${i + 1}`);

/** A text for each code that nothing else shows. */
export const CASES: Partial<Readonly<Record<Code, string>>> = {
  'bad-chain-line': inFilter(':'),
  'conflicting-options': inFilter('-A INPUT -p tcp -m multiport --sports 1 --dports 2 -j ACCEPT'),
  'jump-too-deep': inFilter(...chains, ...jumps),
  'line-too-long': inFilter(`-A INPUT -m comment --comment "${'x'.repeat(11_000)}" -j ACCEPT`),
  'missing-option': inFilter('-A INPUT -m recent --set --reap -j ACCEPT'),
  'option-with-command': inFilter('-P INPUT ACCEPT -p tcp'),
  'rename-builtin': inFilter('-E INPUT OUTPUT'),
  'standard-taken': inFilter(':standard - [0:0]', '-A INPUT -j ACCEPT'),
  'too-many-words': inFilter(`-A INPUT ${'-s 192.0.2.1 '.repeat(200)}`),
  'unexpected-value': inFilter('-A INPUT -p tcp --syn=1 -j ACCEPT'),
  'word-too-long': inFilter(`-A INPUT -m comment --comment "${'x'.repeat(2000)}" -j ACCEPT`),
};

export function fileOf(text: string, family: Family = 4): RulesFile {
  return new RulesFile(text, { ...DEFAULT_SETTINGS, family });
}

/** Every text as a file. */
export function* corpus(): Generator<RulesFile> {
  for (const { text, family } of allRows()) yield fileOf(text, family);
  for (const line of readFileSync(join(root, 'test', 'corpus', 'settled.jsonl'), 'utf8').split('\n')) {
    if (line === '') continue;
    const { text, family }: { readonly text: string; readonly family: Family } = JSON.parse(line);
    yield fileOf(text, family);
  }
  const mistakes = join(root, 'examples', 'mistakes');
  for (const name of readdirSync(mistakes)) yield fileOf(readFileSync(join(mistakes, name), 'utf8'));
  for (const text of Object.values(CASES)) yield fileOf(text);
}
