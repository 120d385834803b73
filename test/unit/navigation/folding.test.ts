// What folds: the text marks where each fold begins and ends.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldingRangesOf } from '../../../server/src/features/folding.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import * as made from '../../support/edited-files.ts';
import { marked } from './marks.ts';

describe('from mark to mark', () => {
  const rows: readonly (readonly [what: string, text: string])[] = [
    ['a table', '«*filter\n-A INPUT -j DROP\nCOMMIT»\n'],
    ['a table without COMMIT', '«*filter\n-A INPUT -j DROP\n»'],
    ['comments', '«# a\n# b»\n\n# c\n'],
    ['chain lines', '«*filter\n«:INPUT DROP\n:OUTPUT DROP\n\n# c\n:web -»\n\n-A web -j DROP\nCOMMIT»\n'],
    ['two lines are no run', '«*filter\n:INPUT DROP\n:OUTPUT DROP\n-A INPUT -j DROP\n-A INPUT -j DROP\nCOMMIT»\n'],
    [
      'rules of one chain',
      '«*filter\n-A OUTPUT -j DROP\n«-A INPUT -i lo\n\n# c\n-A INPUT -i lo\n-A INPUT -j DROP»\n# d\n-A OUTPUT -j DROP\nCOMMIT»\n',
    ],
    ['an insertion ends it', '«*filter\n-A INPUT -i lo\n-I INPUT -j DROP\n-A INPUT -i lo\n-A INPUT -i lo\nCOMMIT»\n'],
    ['comments within a run', '«*filter\n«-A INPUT -i lo\n«# c\n# d»\n-A INPUT -i lo\n-A INPUT -j DROP»\nCOMMIT»\n'],
    ['a region', '«# region a\n\n«#region b\n# c\n#endregion»\n# endregion»\n# endregion\n'],
    ['a region that is not closed', '# region a\n«# b\n# c»\n'],
    [
      'a region in a run parts it',
      '«*filter\n-A INPUT -i lo\n-A INPUT -i lo\n«# region\n«-A INPUT -i lo\n-A INPUT -i lo\n-A INPUT -i lo»\n# endregion»\nCOMMIT»\n',
    ],
  ];
  test.each(rows)('%s', (_, text) => {
    const { file, marks } = marked(text);
    const folds = foldingRangesOf(file).map(({ startLine, endLine }) => [startLine, endLine]);
    expect(folds).toEqual(marks.map(({ start, end }) => [start.line, end.line]));
  });
});

test("lines of a template's engine are no comments", () => {
  const { file } = marked('# a\n{% if x %}\n{% endif %}\n', { template: true });
  expect(foldingRangesOf(file)).toEqual([]);
});

test('of too many, tables and regions are kept', () => {
  const { file } = marked('# a\n# b\n*filter\n# c\n# d\nCOMMIT\n# region\n# endregion\n');
  expect(foldingRangesOf(file, 2).map(({ startLine }) => startLine)).toEqual([2, 6]);
});

test('no two folds cross, for any text without regions', () => {
  fc.assert(
    fc.property(made.file, made.settings, (text, settings) => {
      const folds = foldingRangesOf(new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings }));
      folds.forEach((a, i) => {
        for (const b of folds.slice(i + 1)) expect(b.startLine > a.endLine || b.endLine <= a.endLine).toBe(true);
      });
    }),
  );
});
