// Owns the one voice of what we say in plain text: findings, titles of fixes, and the texts of the extension's manifest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../../server/src/check/codes/index.ts';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { LINT_RULES } from '../../../server/src/lint/registry.ts';
import { wordingFault } from '../../support/wording.ts';
import { corpus } from './corpus.ts';

const faults = (texts: Iterable<string>) => [...texts].flatMap((text) => wordingFault(text) ?? []);

/** The texts of the manifest that are sentences. */
function manifestTexts(): string[] {
  const file = join(import.meta.dirname, '..', '..', '..', 'package.nls.json');
  const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(texts).flatMap(([key, text]) => (/description|message/i.test(key) ? [text] : []));
}

describe('plain words, names in double quotes', () => {
  it('in what is found in the corpus', () => {
    const messages = new Set<string>();
    for (const file of corpus()) for (const { message } of allFindingsOf(file)) messages.add(message);
    expect(messages.size).toBeGreaterThan(200);
    expect(faults(messages)).toEqual([]);
  });

  it('in what codes mean', () => {
    expect(faults(Object.values(CODES).map(({ means }) => means.replace(/^-./, 'It')))).toEqual([]);
  });

  it('in what lint rules and settings are, in Markdown', () => {
    const texts = [...manifestTexts(), ...LINT_RULES.map(({ finds }) => finds)];
    expect(texts.length).toBeGreaterThan(20);
    const bare = texts.map((text) => text.replace(/`[^`]*`/g, 'It').replace(/\n\[.*\]\(.*\)/g, ''));
    expect(faults(bare)).toEqual([]);
  });
});
