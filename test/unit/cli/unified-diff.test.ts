// A unified diff says how one text becomes another one, whatever they are.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../support/seed.ts';
import { unifiedDiff } from '../../../server/src/cli/fix/unified-diff.ts';

/** What `patch` would make of a text: every line that the diff tells must be where it says. */
function patched(before: string, diff: readonly string[]): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  // A line without its end is told in two lines.
  const parts = diff.slice(2).join('').replaceAll('\n\\ No newline at end of file\n', '\0');
  for (const part of parts.match(/[^\n\0]*[\n\0]/g) ?? []) {
    const line = part.slice(1).replace(/\0$/, '');
    const head = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@\n$/.exec(part);
    if (head) {
      const start = Number(head[1]) - (head[2] === '0' ? 0 : 1);
      result.push(...lines.slice(at, start));
      at = start;
    } else if (part.startsWith('+')) result.push(line);
    else {
      if (lines[at] !== line) throw new Error(`Line ${at + 1} is not ${JSON.stringify(line)}.`);
      if (part.startsWith(' ')) result.push(line);
      at++;
    }
  }
  return [...result, ...lines.slice(at)].join('');
}

const text = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'c', '', 'd\r', 'e', 'f', 'g'), { maxLength: 40 }), fc.boolean())
  .map(([lines, isEnded]) => lines.join('\n') + (isEnded && lines.length > 0 ? '\n' : ''));

test('the lines of a diff make one text of the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(patched(before, unifiedDiff('x', before, after))).toBe(after);
    }),
    { numRuns: 2000 },
  );
});

test('no diff is longer than the two texts, and of two equal ones there is none', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = unifiedDiff('x', before, after);
      const told = diff.filter((line) => /^[-+]/.test(line)).length - 2;
      const count = (one: string) => (one.match(/[^\n]*\n|[^\n]+$/g) ?? []).length;
      expect(told).toBeLessThanOrEqual(count(before) + count(after));
      expect(unifiedDiff('x', before, before)).toEqual([]);
    }),
  );
});

test('a change stands between three lines on each side, and is counted from 1', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i + 1}\n`);
  const after = lines.with(9, 'other\n').toSpliced(18, 1);
  expect(unifiedDiff('a/rules.v4', lines.join(''), after.join('')).join('')).toBe(
    [
      '--- a/rules.v4\n+++ a/rules.v4\n@@ -7,7 +7,7 @@\n',
      ' line 7\n line 8\n line 9\n-line 10\n+other\n line 11\n line 12\n line 13\n',
      '@@ -16,5 +16,4 @@\n line 16\n line 17\n line 18\n-line 19\n line 20\n',
    ].join(''),
  );
});

test('a last line without its end says so, and odd names are in quotes', () => {
  expect(unifiedDiff('a\tb', 'x', 'x\n')).toEqual([
    '--- "a\\tb"\n',
    '+++ "a\\tb"\n',
    '@@ -1 +1 @@\n',
    '-x\n\\ No newline at end of file\n',
    '+x\n',
  ]);
});

test('a text of 100,000 lines of which every tenth changes is told in no more lines than that', () => {
  const lines = Array.from({ length: 100_000 }, (_, i) => `-A INPUT -s 10.${i >> 16}.${(i >> 8) & 255}.${i & 255}\n`);
  const after = lines.map((line, i) => (i % 10 === 5 ? line.replace('-s', '-d') : line));
  const diff = unifiedDiff('x', lines.join(''), after.join(''));
  expect(diff.filter((line) => line.startsWith('-')).length).toBe(10_001);
});
