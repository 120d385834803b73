// Owns the proof that each declared code is one that a text brings forth, and that no other can be written.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../server/src/check/check-file.ts';
import { CODES, type Code, SUBJECTS, told } from '../../../server/src/check/codes/index.ts';
import type { Finding } from '../../../server/src/check/finding.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { allRows } from '../fixes/rows.ts';

const root = join(import.meta.dirname, '..', '..', '..');

function codesOf(text: string, settings: Partial<FileSettings>): readonly Code[] {
  return checkFile(new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings })).map(({ code }) => code);
}

/** What the fixes' rows, the settled disagreements and the examples have wrong. */
function* codesOfCorpus(): Generator<Code> {
  for (const { text, family } of allRows()) yield* codesOf(text, { family });
  for (const line of readFileSync(join(root, 'test', 'corpus', 'settled.jsonl'), 'utf8').split('\n')) {
    if (line === '') continue;
    const { text, family }: Pick<FileSettings, 'family'> & { text: string } = JSON.parse(line);
    yield* codesOf(text, { family });
  }
  const mistakes = join(root, 'examples', 'mistakes');
  for (const name of readdirSync(mistakes)) yield* codesOf(readFileSync(join(mistakes, name), 'utf8'), {});
}

const inFilter = (...lines: readonly string[]) => `*filter\n${lines.join('\n')}\nCOMMIT\n`;
const chains = Array.from({ length: 16 }, (_, i) => `:C${i + 1} - [0:0]`);
const jumps = chains.map((_, i) => `-A ${i === 0 ? 'INPUT' : `C${i}`} -j C${i + 1}`);

/** A text for each code that nothing else shows. */
const CASES: Partial<Readonly<Record<Code, string>>> = {
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

describe('the codes', () => {
  it.each(Object.entries(CASES))('%s is found', (code, text) => {
    expect(codesOf(text, {})).toContain(code);
  });

  it('are each found in some text', () => {
    const found = new Set<string>([...codesOfCorpus(), ...Object.keys(CASES)]);
    expect(Object.keys(CODES).filter((code) => !found.has(code))).toEqual([]);
  });

  it('are declared once', () => {
    const names = Object.values(SUBJECTS).flatMap((codes) => Object.keys(codes));
    expect(names.sort()).toEqual(Object.keys(CODES).sort());
  });

  it('mean something each, in one sentence', () => {
    for (const [code, { means }] of Object.entries(CODES)) expect(means, code).toMatch(/^[A-Z-].*\S\.$/);
  });

  it('that nobody declared do not compile', () => {
    const place = { line: 0, start: 0, end: 0 };
    // @ts-expect-error
    const undeclared: Finding = { code: 'no-such-code', severity: 'error', message: '', ...place };
    // @ts-expect-error
    const unsaid = () => told('rename-builtin', ({ says }) => says.nothing());
    expect([undeclared.line, unsaid]).toHaveLength(2);
  });
});
