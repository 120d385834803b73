// A rule in plain words: nothing that it says is left out, and what it says not is said not.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { hoverOf } from '../../../server/src/features/hover.ts';
import { sentenceOf } from '../../../server/src/features/plain/sentence.ts';
import { readRule } from '../../../server/src/ruleset/read-rule.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { MATCHES, TARGETS } from '../../../server/src/vocabulary/extensions.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { VERDICTS } from '../../../server/src/vocabulary/verdicts.ts';

function say(text: string, family: Family = 4, template = false): string {
  return sentenceOf(readRule(text, { ...DEFAULT_SETTINGS, family, template })) ?? '';
}

const EXAMPLES = [...MATCHES, ...TARGETS].flatMap(({ examples, families }) =>
  examples.flatMap(({ rule, family }) =>
    families.filter((one) => family === undefined || family === one).map((one) => ({ rule, family: one })),
  ),
);

describe('every example of the vocabulary', () => {
  test('is told, to the last option: without any of them another sentence comes', () => {
    const gaps: string[] = [];
    let asked = 0;
    for (const { rule: text, family } of EXAMPLES) {
      const whole = say(text, family);
      if (!/^[A-Z].*[^ ]\.$/.test(whole) || /undefined|…| {2}|,,|, \./.test(whole)) gaps.push(`${text}: ${whole}`);
      for (const { start, end, name } of readRule(text, { ...DEFAULT_SETTINGS, family }).options) {
        // -m tcp beside -p tcp and its options says nothing by itself.
        if (name === '--append' || name === '--match') continue;
        asked++;
        if (say(text.slice(0, start) + text.slice(end), family) === whole) gaps.push(`${text}: not ${name}`);
      }
    }
    expect(gaps).toEqual([]);
    expect(asked).toBeGreaterThan(500);
  });

  test('is told otherwise with a negation', () => {
    const gaps: string[] = [];
    for (const { rule: text, family } of EXAMPLES) {
      for (const { start, negated, found } of readRule(text, { ...DEFAULT_SETTINGS, family }).options) {
        if (negated || !found.option.negatable) continue;
        const other = say(`${text.slice(0, start)}! ${text.slice(start)}`, family);
        if (!/\bnot\b|any protocol but|no protocol|! -/.test(other)) gaps.push(`${text}: ${other}`);
      }
    }
    expect(gaps).toEqual([]);
  });
});

test.each(VERDICTS.map(({ example }) => example.rule))('%s is told', (rule) => {
  expect(say(rule)).toMatch(/^(Accepts|Drops|Hands|Goes back) .+\.$/);
});

test.each([
  [
    '-A INPUT -s 10.0.0.0/8 -i eth0 -p tcp -m conntrack --ctstate NEW -m tcp --dport 22 -m limit --limit 5/min -j ACCEPT',
    'Accepts TCP packets to port `22` (ssh) from `10.0.0.0/8` that come in by `eth0` and belong to new connections, at most 5 a minute.',
  ],
  ['-A INPUT -j DROP', 'Drops every packet.'],
  ['-A INPUT -s 0.0.0.0/0', 'Counts packets from any address.'],
  ['-A INPUT ! -s 10.0.0.0/8,192.0.2.1 -j DROP', 'Drops packets that are not from `10.0.0.0/8` or `192.0.2.1`.'],
  ['-A INPUT ! -p tcp -j services', 'Jumps to the chain `services` with packets of any protocol but TCP.'],
  [
    '-A INPUT ! -i lo -p udp -g x',
    'Goes on in the chain `x`, without coming back, with UDP packets that do not come in by `lo`.',
  ],
  [
    '-A INPUT -p tcp -m multiport --dports 80,443,8000:8080 -j ACCEPT',
    'Accepts TCP packets to ports `80` (http), `443` (https) or `8000` to `8080`.',
  ],
  ['-A INPUT -p udp --dport domain -j ACCEPT', 'Accepts UDP packets to port `53` (domain).'],
  [
    '-A INPUT ! -i lo -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT',
    'Accepts packets that belong to established or related connections and do not come in by `lo`.',
  ],
  ['-A INPUT -m state ! --state INVALID -j ACCEPT', 'Accepts packets that are not in the state `INVALID`.'],
  [
    '-A INPUT -m limit -j LOG',
    'Logs packets that pass `-m limit` (matches until a rate is reached; the packets beyond it go on to the next rule).',
  ],
  ['-A INPUT -m comment --comment "to *do*" -j DROP', 'Drops every packet; the comment is `to *do*`.'],
  ['-A INPUT -c 3 400 -j DROP', 'Drops every packet; its counters begin at `3` packets and `400` bytes.'],
  ['-I INPUT 2 -j DROP', 'Inserts as rule 2 of the chain `INPUT` a rule that drops every packet.'],
  ['-D INPUT 2', 'Deletes rule 2 of the chain `INPUT`.'],
  ['-P INPUT DROP', 'Sets the policy of the chain `INPUT` to `DROP`.'],
  ['-F', 'Deletes all rules of every chain of the table.'],
  ['-E old new', 'Renames the chain `old` to `new`.'],
  ['-A INPUT --frob 3 -j DROP', 'Drops packets, with `--frob 3`, of which nothing is known.'],
])('%s', (rule, says) => {
  expect(say(rule)).toBe(says);
});

test('a placeholder of a template is shown as it is written', () => {
  expect(say('-A INPUT -s {{ net }} -p tcp --dport {{ port }} -j {{ verdict }}', 4, true)).toBe(
    'Hands on by `-j {{ verdict }}`, of which nothing is known, TCP packets to port `{{ port }}` from `{{ net }}`.',
  );
});

test('what is no command is no sentence', () => {
  expect(['# x', ':INPUT DROP [0:0]', 'COMMIT', '', 'ssh'].map((line) => say(line))).toEqual(['', '', '', '', '']);
});

test('nothing makes it fail', () => {
  const words = fc.constantFrom(
    '-A',
    'INPUT',
    '-I',
    '3',
    '-p',
    'tcp',
    '!',
    '-s',
    'x/',
    ',',
    '--dport',
    '22:',
    '-m',
    'limit',
    '--limit',
    '"',
    '-j',
    'LOG',
    '-g',
    '-c',
    '[1:2]',
    '--comment',
    '`',
    '-E',
    '-Z',
    'state',
    '--state',
    'NEW,',
    '-4',
    '-h',
    '--',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (some) => {
      expect(() => say(some.join(' '))).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});

describe('the hover on the command', () => {
  function hoverAt(rule: string, character: number): string {
    const file = new RulesFile(`*filter\n${rule}\nCOMMIT\n`);
    const found = hoverOf(file, { line: 1, character });
    return found && MarkupContent.is(found.contents) ? found.contents.value : '';
  }

  test('says the whole rule', () => {
    expect(hoverAt('-A INPUT -i lo -j ACCEPT', 1)).toContain('Accepts packets that come in by `lo`.');
    expect(hoverAt('--append INPUT -i lo -j ACCEPT', 4)).toContain('Accepts packets that come in by `lo`.');
  });

  test('says nothing of a rule that does not load', () => {
    expect(hoverAt('-A INPUT -p tcp --dport 70000 -j ACCEPT', 1)).not.toContain('Accepts');
  });
});
