// Formatting whatever text comes: it never throws, is done after once, keeps words and makes no mistakes.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormatOptions } from '../../server/src/format/options.ts';
import { findingsOf } from '../../server/src/lint/lint-file.ts';
import { splitWords } from '../../server/src/syntax/words.ts';
import { MATCHES, TARGETS } from '../../server/src/vocabulary/extensions.ts';
import { oracleIsThere, realFiles } from '../oracle/cases.ts';
import { file } from '../support/edited-files.ts';
import {
  applied,
  CANONICAL,
  CANONICAL_COLUMNS,
  EVERY_WAY,
  editsOf,
  fileOf,
  formatted,
  TIDY,
} from '../support/formatted.ts';

const way = fc.constantFrom(...EVERY_WAY);
const family = fc.constantFrom<4 | 6>(4, 6);
const blank = fc.constantFrom('', ' ', ' ', ' ', '  ', '\t', '\v', '\u00a0', '"', '\\', '\n', '\r\n', '\r', '\0');
const word = fc.oneof(
  fc.constantFrom(
    ...['-A', '-I', 'INPUT', '-j', '-g', 'ACCEPT', 'LOG', 'web', '-p', 'tcp', 'TCP', '-m', '!', '--', '#', '[1:2]'],
    ...[
      '-s',
      '10.0.0.1',
      'fe80::1/64',
      '0/0',
      '--dport',
      '22',
      'ssh',
      '80:443',
      '--syn',
      '-i',
      'lo',
      '+',
      '""',
      '"a b"',
    ],
    ...['*filter', ':web', 'COMMIT', '-', '[0:0]', '{{ x }}', '$IF', '\uFEFF', '😀', '-f', '-c', '-4', '-V'],
  ),
  fc.string({ maxLength: 6 }),
);
const scrap = fc.array(fc.tuple(word, blank), { maxLength: 60 }).map((parts) => parts.flat().join(''));
const inTable = scrap.map((text) => `*filter\n:INPUT DROP [0:0]\n:web - [0:0]\n${text}\nCOMMIT\n`);
/** Rules that load, with their words in other places and other blanks between them. */
const rule = fc
  .tuple(
    fc.constantFrom(...[...MATCHES, ...TARGETS].flatMap(({ examples }) => examples.map((one) => one.rule))),
    fc.array(fc.constantFrom(' ', '  ', '\t'), { minLength: 3, maxLength: 3 }),
    fc.constantFrom('', ' -s 10.0.0.1', ' -i eth0', ' ! -d 10.0.0.0/255.0.0.0', ' -m comment --comment "it\'s  so"'),
  )
  .map(
    ([text, blanks, more]) =>
      text
        .split(' ')
        .map((one, i) => one + (blanks[i % 3] ?? ''))
        .join('') + more,
  );
const rules = fc.array(rule, { maxLength: 12 }).map((lines) => `*filter\n${lines.join('\n')}\nCOMMIT\n`);
const text = fc.oneof(scrap, inTable, file, rules);

/** The words of each line that has any, as the loaders take them. */
function wordsOf(whole: string): string[][] {
  return whole
    .split(/\r\n|\n|\r/)
    .map((line) => splitWords(/^[#*]/.test(line) ? line.trimEnd() : line))
    .filter(({ count }) => count > 0)
    .map((words) => words.text.slice(0, words.count));
}

function errorsOf(whole: string, of: 4 | 6): number {
  return findingsOf(fileOf(whole, { family: of })).filter(({ severity }) => severity === 'error').length;
}

function keepsItsForm(whole: string, options: FormatOptions, settings: Parameters<typeof fileOf>[1] = {}): string {
  const once = formatted(whole, options, settings);
  expect(formatted(once, options, settings)).toBe(once);
  return once;
}

test('format(format(x)) is format(x)', () => {
  fc.assert(
    fc.property(text, way, family, fc.boolean(), (whole, options, of, template) => {
      keepsItsForm(whole, options, { family: of, template });
    }),
    { numRuns: 300 },
  );
});

test('tidy keeps every word', () => {
  fc.assert(
    fc.property(fc.oneof(file, rules, inTable), fc.boolean(), (whole, align) => {
      const after = formatted(whole, { ...TIDY, align });
      // What follows the closing quote of a name in a table or chain line is one word more to a rule.
      const plain = (lines: string[][]) => lines.map((words) => words.join(' ').replace(/^([*:]) /, '$1'));
      expect(plain(wordsOf(after))).toEqual(plain(wordsOf(whole)));
    }),
    { numRuns: 200 },
  );
});

test('columns are blanks alone', () => {
  fc.assert(
    fc.property(text, family, (whole, of) => {
      const plain = wordsOf(formatted(whole, CANONICAL, { family: of }));
      expect(wordsOf(formatted(whole, CANONICAL_COLUMNS, { family: of }))).toEqual(plain);
    }),
    { numRuns: 200 },
  );
});

test('no way makes a mistake', () => {
  fc.assert(
    fc.property(text, way, family, (whole, options, of) => {
      expect(errorsOf(formatted(whole, options, { family: of }), of)).toBeLessThanOrEqual(errorsOf(whole, of));
    }),
    { numRuns: 200 },
  );
});

test('a range touches its lines alone, and all ranges together make the whole', () => {
  fc.assert(
    fc.property(text, way, fc.nat(30), fc.nat(10), (whole, options, first, more) => {
      const read = fileOf(whole);
      const range = { first, last: first + more };
      const edits = editsOf(read, options, range);
      for (const {
        range: { start, end },
      } of edits) {
        expect(start.line).toBeGreaterThanOrEqual(range.first);
        expect(end.line - (end.character === 0 && end.line > start.line ? 1 : 0)).toBeLessThanOrEqual(range.last);
      }
      const lines = Array.from({ length: read.lineCount }, (_, line) =>
        editsOf(read, options, { first: line, last: line }),
      );
      expect(applied(whole, lines.flat())).toBe(formatted(whole, options));
    }),
    { numRuns: 300 },
  );
});

const there = oracleIsThere();
if (!there) console.log('Formatting: the real files are not beside the project; 1 test is skipped.');

describe.skipIf(!there)('real files', () => {
  test('are done after once', { timeout: 600_000 }, () => {
    for (const real of realFiles())
      for (const options of EVERY_WAY) keepsItsForm(readFileSync(real.path, 'utf8'), options, { family: real.family });
  });
});
