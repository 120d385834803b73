// Hover and completion take any text at any place: nothing throws, and what they mark is on the line.

import fc from 'fast-check';
import { test } from 'vitest';
import { type CompletionItem, type Range, TextEdit } from 'vscode-languageserver-types';
import { completionsOf } from '../../../server/src/features/completion.ts';
import { hoverOf } from '../../../server/src/features/hover.ts';
import { matchNames, targetNames } from '../../../server/src/ruleset/known.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { MATCHES, TARGETS } from '../../../server/src/vocabulary/extensions.ts';

const OPTIONS = [...MATCHES, ...TARGETS].flatMap(({ options }) => options.map(({ name }) => name));
const VALUES = [
  '22',
  '1:',
  ':',
  ',',
  '10.0.0.0/8',
  '1.2.3.4-1.2.3.9',
  '::1/64',
  '[::1]:80',
  '0x1/0xff',
  '5/min',
  '"a b"',
  '"',
  'a"b',
  '#',
  '\\',
  '/',
  '-',
  '--',
  '--=',
  '!',
  '+',
  '🏠',
  '99999999999999999999',
  '[1:2]',
];
const word = fc.oneof(
  fc.constantFrom(...OPTIONS),
  fc.constantFrom(...VALUES),
  fc.constantFrom(
    ...matchNames(4),
    ...targetNames(6),
    'INPUT',
    'ACCEPT',
    '-A',
    '-I',
    '-P',
    '-m',
    '-j',
    '-g',
    '-p',
    'tcp',
    '-s',
    '-fj',
    '-ieth0',
    '*filter',
    ':INPUT',
    'COMMIT',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !/[\r\n]/.test(text)),
);
const line = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

function isOn(text: string, index: number, { start, end }: Range): boolean {
  return (
    start.line === index &&
    end.line === index &&
    start.character >= 0 &&
    start.character <= end.character &&
    end.character <= text.length
  );
}

function holds(item: CompletionItem, text: string, character: number): boolean {
  if (!TextEdit.is(item.textEdit)) return false;
  const { range } = item.textEdit;
  return isOn(text, 1, range) && range.start.character <= character && character <= range.end.character;
}

test('no text makes them throw or mark what is not there', () => {
  fc.assert(
    fc.property(line, fc.constantFrom(4, 6), fc.nat({ max: 300 }), (text, family, place) => {
      const file = new RulesFile(`*filter\n${text}\nCOMMIT\n`, { ...DEFAULT_SETTINGS, family });
      const character = text.length === 0 ? 0 : place % (text.length + 1);
      const range = hoverOf(file, { line: 1, character })?.range;
      if (range && !isOn(text, 1, range)) return false;
      return completionsOf(file, { line: 1, character }).every((item) => holds(item, text, character));
    }),
    { numRuns: 3000 },
  );
}, 120_000);
