// Owns the one voice of what we say in plain text: findings, titles of fixes, and the texts of the extension's manifest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../../server/src/check/codes/index.ts';
import { findingsOf } from '../../../server/src/lint/lint-file.ts';
import { LINT_RULES } from '../../../server/src/lint/registry.ts';
import { wordingFault } from '../../support/wording.ts';
import { corpus } from './corpus.ts';

const faults = (texts: Iterable<string>) => [...texts].flatMap((text) => wordingFault(text) ?? []);

/** All strings below a value of JSON whose key is one that people read. */
function* readableIn(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string' && /[dD]escriptions?$|Message$|^contents$/.test(key)) yield value;
  if (Array.isArray(value)) for (const one of value) yield* readableIn(one, key);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) yield* readableIn(one, name);
}

describe('plain words, names in double quotes', () => {
  it('in what is found in the corpus', () => {
    const messages = new Set<string>();
    for (const file of corpus()) for (const { message } of findingsOf(file)) messages.add(message);
    expect(messages.size).toBeGreaterThan(200);
    expect(faults(messages)).toEqual([]);
  });

  it('in what codes mean', () => {
    expect(faults(Object.values(CODES).map(({ means }) => means.replace(/^-./, 'It')))).toEqual([]);
  });

  it('in what lint rules and settings are, in Markdown', () => {
    const manifest: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8'),
    );
    const texts = [...readableIn(manifest), ...LINT_RULES.map(({ finds }) => finds)];
    expect(texts.length).toBeGreaterThan(20);
    expect(faults(texts.map((text) => text.replace(/`[^`]*`/g, 'It')))).toEqual([]);
  });
});
