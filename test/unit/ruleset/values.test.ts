// A rule is a value: what is read after it changes nothing about it.

import { expect, test } from 'vitest';
import { plainSettings, readRule } from '../../../server/src/ruleset/read-rule.ts';

test('a rule without faults stays so when the next has some', () => {
  const settings = plainSettings(4);
  const rule = readRule('-A INPUT -j ACCEPT', settings);
  readRule('-A INPUT --nosuch', settings);
  expect(rule.faults).toEqual([]);
});

test('a rule keeps what it says when others are read', () => {
  const settings = plainSettings(4);
  const read = () => readRule('-A INPUT -p tcp --dport 22 -m limit --limit 5/m -j LOG --log-prefix "a b"', settings);
  const rule = read();
  const { options } = rule;
  for (const other of ['-A OUTPUT ! -s 10.0.0.1 -j DROP', '-D INPUT 3', '-A INPUT -p udp -m udp --sport 53', ''])
    readRule(other, settings);
  const again = read();
  expect(again.options).toEqual(options);
  expect(rule).toEqual(again);
});
