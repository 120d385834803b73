// match-always: when it speaks, what it says, and what it leaves alone.

import { describe, expect, test } from 'vitest';
import { allFindingsOf, allFixesFor } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

function fileOf(...rules: string[]): RulesFile {
  const head = ['*filter', ':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT ACCEPT [0:0]', ':web - [0:0]'];
  return new RulesFile([...head, '-A INPUT -i lo -j ACCEPT', ...rules, 'COMMIT', ''].join('\n'));
}

function saidOf(...rules: string[]): string[] {
  return allFindingsOf(fileOf(...rules)).flatMap(({ code, message }) => (code === 'match-always' ? [message] : []));
}

const WEB = '-A INPUT -p tcp --dport 80 -j web';

describe('it names what takes all others', () => {
  test('an earlier rule', () => {
    expect(saidOf('-A INPUT ! -s 10.0.0.0/8 -j DROP', '-A INPUT -s 10.0.0.0/8 -j ACCEPT')).toEqual([
      'Every packet that gets to this rule meets its conditions: line 7 drops all others. They can go.',
    ]);
  });

  test('the jump to the chain', () => {
    expect(saidOf(WEB, '-A web -p tcp -j ACCEPT')).toEqual([
      'Every packet that gets to this rule meets its conditions: line 7 sends no others to the chain "web". They can go.',
    ]);
  });

  test('a LOG as well, from which packets go on', () => {
    expect(saidOf(WEB, '-A web -p tcp --dport 80 -j LOG', '-A web -s 10.0.0.0/8 -j ACCEPT')).toHaveLength(1);
  });
});

test.each([
  ['a condition that takes every packet by itself', '-A INPUT -s 0.0.0.0/0 -j DROP'],
  ['a protocol that the target needs', '-A web -p tcp -j REJECT --reject-with tcp-reset'],
  ['a match that keeps count', '-A web -p tcp -m limit --limit 1/s -j ACCEPT'],
  ['a rule that some packets get past', '-A web -s 10.0.0.0/8 -j ACCEPT'],
  ['fragments without ports', '-A web -p tcp -m tcp -j ACCEPT', '-A INPUT -p tcp -f -j web'],
  ['a chain with another way to it', '-A web -p tcp -j ACCEPT', '-A FORWARD -j web'],
])('nothing is said of %s', (_, ...rules) => {
  expect(saidOf(WEB, ...rules)).toEqual([]);
});

test('connections that are not tracked are a state of their own', () => {
  const rules = [
    '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT',
    '-A INPUT -m conntrack --ctstate INVALID -j DROP',
  ];
  expect(saidOf(...rules, '-A INPUT -m conntrack --ctstate NEW -j REJECT')).toEqual([]);
  expect(saidOf(...rules, '-A INPUT -m conntrack --ctstate NEW,UNTRACKED -j REJECT')).toHaveLength(1);
});

test.each([
  ['-A web -p tcp -m tcp --dport 80 -j ACCEPT', '-A web -j ACCEPT'],
  ['-A web -ptcp -m comment --comment "all of it" -j ACCEPT', '-A web -m comment --comment "all of it" -j ACCEPT'],
  ['-A web -p tcp --dport=80 -g web2', '-A web -g web2'],
])('its fix leaves target and comment: %s', (rule, without) => {
  const file = fileOf(':web2 - [0:0]', WEB, rule, '-A web2 -j DROP');
  const finding = allFindingsOf(file).find(({ code }) => code === 'match-always');
  const [fix] = finding ? allFixesFor(file, finding) : [];
  for (const { range, text } of [...(fix?.edits ?? [])].reverse()) file.edit(range, text);
  expect(file.lines.line(8)).toBe(without);
});
