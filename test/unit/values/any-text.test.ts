// No kind of value throws or marks outside of the word, whatever the text; and every kind says what it takes.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { checkValue, describeValue, readValue, valueNames } from '../../../server/src/vocabulary/values/index.ts';
import type { Value } from '../../../server/src/vocabulary/values/kinds.ts';
import { isEveryTool } from '../../../server/src/vocabulary/versions.ts';
import { wellFormed } from './judge.ts';

const VALUES: readonly Value[] = [
  { kind: 'integer', min: 0, max: 18446744073709551615n },
  { kind: 'integer', min: 1, max: 31, decimal: true },
  { kind: 'integer-range', min: 0, max: 65535, ordered: { since: '1.8.11' } },
  { kind: 'text', what: 'a text', minBytes: 1, maxBytes: 20, cutAfterBytes: 10, forbidden: '/' },
  {
    kind: 'choice',
    what: 'a name',
    choices: [
      { name: 'a', summary: 'One.' },
      { name: 'ab', summary: 'Two.' },
    ],
    list: ',',
    cut: 'unique',
    distinct: true,
  },
  {
    kind: 'choice',
    what: 'a name',
    choices: [{ name: 'EF', summary: 'One.', family: 4 }],
    letterCase: 'any',
    tail: 'ignored',
    orInteger: { min: 0, max: 3 },
  },
  { kind: 'port' },
  { kind: 'port-range', ordered: 'always', protocol: 'tcp' },
  { kind: 'port-range', ordered: { since: '1.8.11' } },
  { kind: 'port-list', maxPorts: 15 },
  { kind: 'protocol' },
  { kind: 'protocol', exactCase: true },
  { kind: 'host' },
  { kind: 'network' },
  { kind: 'network', list: true },
  { kind: 'prefix-length' },
  { kind: 'prefix-length', mask: true },
  { kind: 'address-range' },
  { kind: 'nat-range' },
  { kind: 'nat-ports' },
  { kind: 'mac' },
  { kind: 'mark' },
  { kind: 'tos' },
  { kind: 'log-level' },
  { kind: 'interface' },
  { kind: 'rate', perSecond: 10000 },
  { kind: 'rate', perSecond: 1000000, bytes: true },
  { kind: 'tcp-flags' },
  { kind: 'icmp-type' },
  { kind: 'time-of-day' },
  { kind: 'date-time' },
  { kind: 'decimal', min: 0, max: 1 },
  { kind: 'account', of: 'group' },
  { kind: 'u32' },
  { kind: 'bpf' },
  { kind: 'set-directions' },
  { kind: 'irregular', syntax: 'anything' },
];

/** Texts of the pieces that the kinds are made of reach further than random characters. */
const pieces = fc.array(
  fc.constantFrom(
    '0',
    '1',
    '255',
    '65536',
    '0x',
    '08',
    ':',
    '::',
    ',',
    '.',
    '/',
    '-',
    '+',
    ' ',
    'a',
    'fe80',
    '%',
    '[',
    ']',
    '&',
    '=',
    '>>',
    '@',
    'kb/s',
    'T',
    'src',
    'é',
    '😀',
    '\ud800',
    '18446744073709551616',
  ),
  { maxLength: 12 },
);
const anyText = fc.oneof(
  pieces.map((list) => list.join('')),
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constant('1'.repeat(2000)),
);

test('no text breaks a check', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom<Family>(4, 6), (text, family) => {
      for (const value of VALUES) wellFormed(text, checkValue(text, value, { family }));
    }),
    { numRuns: 3000 },
  );
});

test('a word has a meaning unless every tool refuses it', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom<Family>(4, 6), (text, family) => {
      for (const value of VALUES) {
        const fault = checkValue(text, value, { family });
        const refused = text.length > 1023 || (fault !== undefined && !fault.severity && isEveryTool(fault));
        expect([value.kind, readValue(text, value, { family }) === undefined]).toEqual([value.kind, refused]);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a suggestion is better than the word', () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom<Family>(4, 6), (list, family) => {
      const text = list.join('');
      for (const value of VALUES) {
        for (const suggestion of checkValue(text, value, { family })?.suggestions ?? [])
          expect(suggestion).not.toBe(text);
      }
    }),
    { numRuns: 1000 },
  );
});

test.each(VALUES.map((value) => [value.kind, value] as const))('%s describes itself', (_kind, value) => {
  for (const family of [4, 6] as const) {
    expect(describeValue(value, { family })).toMatch(/^.{3,300}[^.]$/s);
    for (const { name, summary } of valueNames(value, { family })) {
      expect(name).not.toBe('');
      expect(summary).toMatch(/\.$/);
    }
  }
});
