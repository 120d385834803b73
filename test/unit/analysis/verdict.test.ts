// What a rule does with its packets, and when two rules do the same.

import { expect, test } from 'vitest';
import { fateOf, isSameVerdict, verdictOf } from '../../../server/src/analysis/verdict.ts';
import { TARGETS } from '../../../server/src/vocabulary/extensions.ts';
import { VERDICTS } from '../../../server/src/vocabulary/verdicts.ts';
import { ruleOf } from './read.ts';

const kindOf = (words: string, chains: readonly string[] = [], reading = {}) =>
  verdictOf(ruleOf(words, reading), new Set(chains)).kind;

test.each([
  ['-j ACCEPT', 'accept'],
  ['-j DROP', 'drop'],
  ['-j REJECT --reject-with tcp-reset -p tcp', 'reject'],
  ['-j NFQUEUE', 'queue'],
  ['-j RETURN', 'return'],
  ['-j MINE', 'jump'],
  ['-g MINE', 'goto'],
  ['-j LOG', 'continue'],
  ['-p tcp -j SYNPROXY', 'some-packets'],
  ['-p tcp', 'none'],
  ['-j DNAT --to-destination 192.0.2.1', 'accept'],
  ['-j NOSUCH', 'jump'],
  ['-j LOG --log-level nosuch', 'unknown'],
])('%s: %s', (words, kind) => expect(kindOf(words, ['MINE'])).toBe(kind));

test('a chain called like a target is a chain', () => {
  expect(kindOf('-j LOG', ['LOG'])).toBe('jump');
});

test('a placeholder is unknown as a target; as its option it is never the same', () => {
  const template = { template: true };
  expect(kindOf('-j {{ target }}', [], template)).toBe('unknown');
  const to = verdictOf(ruleOf('-j DNAT --to-destination {{ host }}', template));
  expect(to.kind).toBe('accept');
  expect(isSameVerdict(to, to)).toBe(false);
});

test('the same verdict is the same target with the same options', () => {
  const same = (a: string, b: string) => isSameVerdict(verdictOf(ruleOf(a)), verdictOf(ruleOf(b)));
  expect(same('-j DNAT --to-destination 192.0.2.1', '-j DNAT --to-dest 192.0.2.1')).toBe(true);
  expect(same('-j DNAT --to-destination 192.0.2.1', '-j DNAT --to-destination 192.0.2.2')).toBe(false);
  expect(same('-j LOG --log-level 4 --log-prefix x', '-j LOG --log-prefix x --log-level warning')).toBe(true);
  expect(same('-j ACCEPT', '-j DROP')).toBe(false);
  expect(same('-j MINE', '-g MINE')).toBe(false);
  expect(same('-p tcp', '-p udp')).toBe(true);
});

test('every target that terminates has a fate, and no other has one', () => {
  for (const { name, terminates = false, fate } of TARGETS) expect(fate !== undefined, name).toBe(terminates !== false);
  for (const { name, terminates, fate } of VERDICTS) expect(fate !== undefined, name).toBe(terminates);
});

test('a fate ends the way of every packet', () => {
  expect(fateOf(verdictOf(ruleOf('-j DROP')))).toBe('drop');
  for (const words of ['-j LOG', '-j RETURN', '-j MINE', '-p tcp', '-p tcp -j SYNPROXY'])
    expect(fateOf(verdictOf(ruleOf(words))), words).toBeUndefined();
});
