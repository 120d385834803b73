// iptables-lint --write-known and --known as a program: what is kept aside, what is told all the same, what is gone.

import { chmodSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import '../../support/seed.ts';
import { pathFrom, wordsIn } from '../../../server/src/cli/known/identity.ts';
import { readRecord, recordText } from '../../../server/src/cli/known/record.ts';
import { Command } from '../../support/command.ts';

const STATE = '-A INPUT -m state --state INVALID -j DROP';
const FLUSH = '-F';
const file = (...rules: readonly string[]) => `*filter\n:INPUT ACCEPT [12:3400]\n${rules.join('\n')}\nCOMMIT\n`;

const command = new Command();
beforeAll(() => command.prepare());
afterEach(() => command.clear());
afterAll(() => command.end());

const record = () => readFileSync(command.path('known.json'), 'utf8');

/** Codes and lines of what is told. */
function told(words: readonly string[]): {
  readonly found: readonly string[];
  readonly complained: string;
  readonly status: number | null;
} {
  const { said, complained, status } = command.run(['--format', 'json', ...words]);
  const found = JSON.parse(said).files.flatMap(
    ({ diagnostics }: { diagnostics: { code: string; range: { start: { line: number } } }[] }) =>
      diagnostics.map(({ code, range }) => `${code} ${range.start.line + 1}`),
  );
  return { found, complained, status };
}

describe('what is written down', () => {
  test('is in an order of its own, with paths from the record on, and counted', () => {
    command.write({ 'b/rules.v4': file(STATE, FLUSH, STATE), 'a.v4': file(STATE) });
    const { said, complained, status } = command.run(['--write-known', 'b/known.json', 'b', 'a.v4']);
    const entries = JSON.parse(readFileSync(command.path('b/known.json'), 'utf8')).known;
    expect(entries.filter(({ code }: { code: string }) => /^(state|bare)-/.test(code))).toEqual([
      { file: '../a.v4', code: 'state-match-deprecated', line: STATE, count: 1 },
      { file: 'rules.v4', code: 'bare-flush', line: '-F', count: 1 },
      { file: 'rules.v4', code: 'state-match-deprecated', line: STATE, count: 2 },
    ]);
    expect(said).toMatch(/^0 errors, 0 warnings in 2 files, \d+ known findings kept aside\n$/);
    expect([complained, status]).toEqual(['', 0]);
  });

  test('has no errors, which are told as ever', () => {
    command.write({ 'a.v4': file('-A INPUT -j nowhere') });
    expect(told(['--write-known', 'known.json', 'a.v4'])).toEqual({
      found: ['unknown-target 3'],
      complained: '',
      status: 1,
    });
    expect(record()).not.toContain('unknown-target');
    const handmade = recordText([{ file: 'a.v4', code: 'unknown-target', line: '-A INPUT -j nowhere', count: 1 }]);
    command.write({ 'known.json': handmade });
    expect(told(['--known', 'known.json', 'a.v4'])).toMatchObject({ found: ['unknown-target 3'], status: 1 });
  });

  test('is replaced by what is found now, and stays as it was where something cannot be read', () => {
    command.write({ 'a.v4': file(STATE), 'b.v4': file(STATE) });
    command.run(['--write-known', 'known.json', 'a.v4']);
    chmodSync(command.path('known.json'), 0o640);
    command.run(['--write-known', 'known.json', 'b.v4']);
    const written = record();
    expect([written.includes('a.v4'), written.includes('b.v4')]).toEqual([false, true]);
    if (process.platform !== 'win32') expect(statSync(command.path('known.json')).mode & 0o777).toBe(0o640);
    const { complained, status } = command.run(['--write-known', 'known.json', 'a.v4', 'none.v4']);
    expect(complained).toContain('"known.json" stays as it was, since not everything could be read.');
    expect([record(), status]).toEqual([written, 2]);
  });

  test('takes the place of no other file', () => {
    command.write({ 'a.v4': file(FLUSH), 'b.v4': file(FLUSH) });
    const { complained, status } = command.run(['--write-known', 'a.v4', 'b.v4']);
    expect(complained).toContain('"a.v4" is there and is no record of known findings');
    expect([readFileSync(command.path('a.v4'), 'utf8'), status]).toEqual([file(FLUSH), 2]);
  });

  test('needs its folder', () => {
    command.write({ 'a.v4': file(FLUSH) });
    expect(command.run(['--write-known', 'none/known.json', 'a.v4'])).toMatchObject({
      status: 2,
      complained: 'iptables-lint: Cannot write "none/known.json": there is no such file or folder.\n',
    });
  });
});

describe('what is known', () => {
  test('is not told and does not count, wherever its lines are now', () => {
    command.write({ 'a.v4': file(STATE, FLUSH) });
    command.run(['--write-known', 'known.json', 'a.v4']);
    const moved = file('# new', '', `[5:300] ${STATE.replaceAll(' ', '  ')}`, `${FLUSH} `).replace(
      '12:3400',
      '99:9900',
    );
    command.write({ 'a.v4': moved });
    const { said, complained, status } = command.run(['--known', 'known.json', '--max-warnings', '0', 'a.v4']);
    expect(said).toMatch(/^0 errors, 0 warnings in 1 file, \d known findings kept aside\n$/);
    expect([complained, status]).toEqual(['', 0]);
  });

  test('is told of as often as it is more than what was written down', () => {
    command.write({ 'a.v4': file(STATE) });
    command.run(['--write-known', 'known.json', 'a.v4']);
    command.write({ 'a.v4': file(STATE, STATE, FLUSH) });
    const { found, status } = told(['--known', 'known.json', '--max-warnings', '0', 'a.v4']);
    expect(found.filter((one) => /^(state|bare)-/.test(one))).toEqual(['state-match-deprecated 4', 'bare-flush 5']);
    expect(status).toBe(1);
  });

  test('is said to be gone once it is gone, file by file, and the status stays', () => {
    command.write({ 'a.v4': file(STATE, FLUSH), 'b.v4': file(FLUSH), 'c.v4': file(FLUSH) });
    command.run(['--write-known', 'known.json', 'a.v4', 'b.v4', 'c.v4']);
    command.write({ 'a.v4': file('-A INPUT -m conntrack --ctstate INVALID -j DROP') });
    const { complained, status } = command.run(['--known', 'known.json', 'a.v4', 'b.v4']);
    expect(complained).toBe(
      'iptables-lint: 2 known findings are gone from "a.v4". Write "known.json" anew with "--write-known".\n',
    );
    expect(status).toBe(0);
  });

  test('stands in files that are there no more, too', () => {
    command.write({
      'a.v4': file('-A INPUT -j ACCEPT'),
      'known.json': recordText([{ file: 'old.v4', code: 'bare-flush', line: '-F', count: 1 }]),
    });
    expect(command.run(['--known', 'known.json', 'a.v4']).complained).toBe(
      'iptables-lint: 1 known finding is gone from "old.v4". Write "known.json" anew with "--write-known".\n',
    );
  });

  test('is found from any folder, and of standard input by its name', () => {
    command.write({ 'etc/a.v4': file(STATE) });
    command.run(['--write-known', 'etc/known.json', 'etc/a.v4']);
    const known = ['--known', 'etc/known.json'];
    expect(told([...known, command.path('etc/a.v4')]).found).toEqual([]);
    const { said } = command.run([...known, '--stdin-filename', 'etc/a.v4', '-'], { input: file(STATE) });
    expect(said).toContain('kept aside');
  });
});

test.each<[string, string, string]>([
  ['no JSON', '{\n  "known": [}\n', 'known.json:2:13: This is not JSON: value expected.'],
  ['a list', '[]', 'known.json:1:1: The record must be a list of names and values, not [].'],
  [
    'a count of none',
    recordText([{ file: 'a', code: 'b', line: 'c', count: 0 }]),
    'known.json:3:47: "count" must be from 1 to 9007199254740991, not 0.',
  ],
  [
    'an entry without its line',
    '{"known": [{"file": "a", "code": "b", "count": 1}]}',
    'known.json:1:12: "line" is missing here.',
  ],
  ['other entries', '{"baseline": []}', 'known.json:1:2: Unknown entry "baseline". There are known.'],
])('a record that is %s is told with its place', (_, text, sentence) => {
  command.write({ 'a.v4': file(FLUSH), 'known.json': text });
  expect(command.run(['--known', 'known.json', 'a.v4'])).toMatchObject({
    status: 2,
    said: '',
    complained: `${sentence}\n`,
  });
});

test('a record that is not there is told', () => {
  command.write({ 'a.v4': file(FLUSH) });
  expect(command.run(['--known', 'none.json', 'a.v4'])).toMatchObject({
    status: 2,
    complained: 'iptables-lint: Cannot read "none.json": there is no such file or folder.\n',
  });
});

test.each([
  [['--known', 'a', '--write-known', 'b', 'a.v4'], 'exclude each other'],
  [['--diff', '--known', 'a', 'a.v4'], 'has no use for'],
])('%j is refused', (words, sentence) => {
  expect(command.run(words)).toMatchObject({ status: 2, complained: expect.stringContaining(sentence) });
});

test('any entries are read as they were written, and stand in one order', () => {
  const entry = fc.record({
    file: fc.string(),
    code: fc.string(),
    line: fc.string({ unit: 'binary' }),
    count: fc.integer({ min: 1 }),
  });
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const text = recordText(entries);
      const read = readRecord(text);
      expect(read).toHaveLength(entries.length);
      if (!('message' in read)) expect(recordText(read)).toBe(text);
      expect(recordText(entries.toReversed())).toBe(text);
    }),
  );
});

test('the words of a line are short, and those of two long lines are two', () => {
  const long = (end: string) => `-A INPUT -m comment --comment "${'x'.repeat(1000)}${end}" -j DROP`;
  expect(wordsIn(long('a')).length).toBeLessThan(200);
  expect(wordsIn(long('a'))).not.toBe(wordsIn(long('b')));
  expect(wordsIn('[1:2]  -A INPUT\t-j DROP ')).toBe('-A INPUT -j DROP');
  expect(pathFrom('x/known.json', 'x/y/a.v4')).toBe('y/a.v4');
});
