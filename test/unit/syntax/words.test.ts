// Words are split as iptables-restore splits them.

import { expect, test } from 'vitest';
import { splitWords } from '../../../server/src/syntax/words.ts';

const CASES: readonly [line: string, words: readonly string[]][] = [
  ['', []],
  ['  \t ', []],
  ['-A INPUT -j ACCEPT', ['-A', 'INPUT', '-j', 'ACCEPT']],
  ['-A\tINPUT', ['-A', 'INPUT']],
  ['--comment "two words"', ['--comment', 'two words']],
  ['"x"-j ACCEPT', ['x', '-j', 'ACCEPT']],
  ['a"b c"', ['ab c']],
  ['"a"b', ['a', 'b']],
  ['"a""b"', ['a', 'b']],
  ['""', ['']],
  ["'two words'", ["'two", "words'"]],
  ['a\\ b', ['a\\', 'b']],
  ['"a\\"b\\\\"', ['a"b\\']],
  ['"never closed', ['never closed\n']],
];

test.each(CASES)('%j', (line, words) => {
  const read = splitWords(line);
  expect(read.text.slice(0, read.count)).toEqual(words);
});

test('columns lead back to the line', () => {
  const words = splitWords('-A INPUT -m comment --comment "a b" -j x"y z"w');
  const pieces = words.text
    .slice(0, words.count)
    .map((_, i) => '-A INPUT -m comment --comment "a b" -j x"y z"w'.slice(words.start[i], words.end[i]));
  expect(pieces).toEqual(['-A', 'INPUT', '-m', 'comment', '--comment', '"a b"', '-j', 'x"y z"', 'w']);
});

test('a part of a plain word has its own columns, a part of a quoted one has the whole', () => {
  const words = splitWords('--dport 22:x "a b"');
  expect(words.columns(1, 3, 4)).toEqual({ start: 11, end: 12 });
  expect(words.columns(2, 1, 2)).toEqual({ start: 13, end: 18 });
});
