// Owns the proof that each declared code is one that a text brings forth, and that no other can be written.
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../server/src/check/check-file.ts';
import { CODES, SUBJECTS, told } from '../../../server/src/check/codes/index.ts';
import type { Finding } from '../../../server/src/check/finding.ts';
import { CASES, corpus, fileOf } from './corpus.ts';

describe('the codes', () => {
  it.each(Object.entries(CASES))('%s is found', (code, text) => {
    expect(checkFile(fileOf(text)).map((finding) => finding.code)).toContain(code);
  });

  it('are each found in some text', () => {
    const found = new Set<string>();
    for (const file of corpus()) for (const { code } of checkFile(file)) found.add(code);
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
