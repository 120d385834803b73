// dropped-before-filter: what raw or mangle surely drops, and what may still come to filter.

import { describe, expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

/** What is said of a rule of filter behind another table. */
function saidOf(table: string, early: readonly string[], rule: string): string[] {
  const text = [
    ...[`*${table}`, ':PREROUTING ACCEPT [0:0]', ...early, 'COMMIT'],
    ...[
      '*filter',
      ':INPUT DROP [0:0]',
      ':FORWARD DROP [0:0]',
      ':OUTPUT ACCEPT [0:0]',
      '-A INPUT -i lo -j ACCEPT',
      rule,
    ],
    ...['COMMIT', ''],
  ].join('\n');
  return allFindingsOf(new RulesFile(text)).flatMap(({ code, message }) =>
    code === 'dropped-before-filter' ? [message] : [],
  );
}

const WEB = '-A INPUT -p tcp --dport 443 -j ACCEPT';

test('it names the rule that drops', () => {
  expect(saidOf('raw', ['-A PREROUTING -p tcp --dport 443 -j DROP'], WEB)).toEqual([
    'No connection from another machine gets to this rule: line 3 of the table "raw" drops all that it accepts, before "filter" sees them. Delete one of the two.',
  ]);
});

describe('it speaks', () => {
  test.each<[string, string, readonly string[], string]>([
    [
      'of two rules together',
      'raw',
      ['-A PREROUTING -s 0.0.0.0/1 -j DROP', '-A PREROUTING -s 128.0.0.0/1 -j DROP'],
      WEB,
    ],
    ['of mangle', 'mangle', ['-A PREROUTING -p tcp -j DROP'], WEB],
    ['of INPUT of mangle', 'mangle', [':INPUT ACCEPT [0:0]', '-A INPUT -p tcp --dport 443 -j DROP'], WEB],
    ['of FORWARD', 'raw', ['-A PREROUTING -i eth0 -j DROP'], '-A FORWARD -i eth0 -p udp --dport 53 -j ACCEPT'],
  ])('%s', (_, table, early, rule) => expect(saidOf(table, early, rule)).toHaveLength(1));
});

describe('something may come', () => {
  test.each<[string, string, readonly string[], string]>([
    ['by another interface', 'raw', ['-A PREROUTING -i eth0 -p tcp --dport 443 -j DROP'], WEB],
    ['past a rule that accepts', 'raw', ['-A PREROUTING -s 10.0.0.0/8 -j ACCEPT', '-A PREROUTING -p tcp -j DROP'], WEB],
    ['within a limit', 'raw', ['-A PREROUTING -p tcp -m limit --limit 5/s -j DROP'], WEB],
    ['with another state', 'mangle', ['-A PREROUTING -m conntrack --ctstate INVALID -j DROP'], WEB],
    [
      'of another protocol',
      'raw',
      ['-A PREROUTING -p tcp -j DROP', '-A PREROUTING -p udp -j DROP'],
      '-A INPUT -j ACCEPT',
    ],
    ['to another hook', 'mangle', [':FORWARD ACCEPT [0:0]', '-A FORWARD -p tcp -j DROP'], WEB],
  ])('%s', (_, table, early, rule) => expect(saidOf(table, early, rule)).toEqual([]));

  test('to another port, which nat gives', () => {
    const nat = [
      'COMMIT',
      '*nat',
      ':PREROUTING ACCEPT [0:0]',
      '-A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 443',
    ];
    expect(saidOf('raw', ['-A PREROUTING -p tcp --dport 443 -j DROP', ...nat], WEB)).toEqual([]);
  });
});
