// The lens over a chain counts its rules and those that jump to it, and tells the hooks behind them.

import { describe, expect, test } from 'vitest';
import {
  codeLensSteps,
  LOCKED_OUT,
  lensData,
  resolveLens,
  SHOW_REFERENCES,
} from '../../../server/src/features/code-lens.ts';
import { openedSteps } from '../../../server/src/features/opened.ts';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';

const URI = 'file:///etc/iptables/rules.v4';

function lenses(text: string, commands: readonly string[] = []) {
  const file = new RulesFile(text);
  return complete(codeLensSteps(file, URI, new Set(commands))).map((lens) => {
    const of = lensData(lens.data);
    if (!of) throw new Error('A lens about nothing.');
    return resolveLens(file, lens, of, new Set(commands));
  });
}

const TEXT = `*filter
:INPUT DROP [0:0]
:FORWARD ACCEPT [0:0]
:web - [0:0]
:old - [0:0]
-A INPUT -j web
-A FORWARD -g web
-A INPUT -p tcp --dport 22 -j ACCEPT
-A web -j ACCEPT
-N late
COMMIT
`;

test('over each line that makes a chain', () => {
  expect(lenses(TEXT).map(({ range, command }) => [range.start.line, command?.title])).toEqual([
    [1, 'policy DROP · 2 rules'],
    [2, 'policy ACCEPT · 1 rule'],
    [3, '1 rule · 2 references · reached from INPUT, FORWARD'],
    [4, '0 rules · 0 references · not reached'],
    [9, '0 rules · 0 references · not reached'],
  ]);
});

test('shows the references where the client can', () => {
  const [, , web] = lenses(TEXT, [SHOW_REFERENCES]);
  expect(web?.command?.command).toBe(SHOW_REFERENCES);
  expect(web?.command?.arguments).toEqual([
    URI,
    { line: 3, character: 0 },
    [
      { uri: URI, range: { start: { line: 5, character: 12 }, end: { line: 5, character: 15 } } },
      { uri: URI, range: { start: { line: 6, character: 14 }, end: { line: 6, character: 17 } } },
    ],
  ]);
});

test('asks whether one is locked out where INPUT drops what no rule accepts, and the client can tell', () => {
  const asking = (text: string, commands: readonly string[]) =>
    complete(codeLensSteps(new RulesFile(text), URI, new Set(commands))).filter(({ command }) => command !== undefined);
  const command = { title: 'Am I locked out?', command: LOCKED_OUT, arguments: [{ uri: URI }] };
  expect(asking(TEXT, [LOCKED_OUT])).toEqual([
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 17 } }, command },
  ]);
  expect(asking(TEXT, [])).toEqual([]);
  expect(asking(TEXT.replace('INPUT DROP', 'INPUT ACCEPT'), [LOCKED_OUT])).toEqual([]);
  expect(asking(TEXT.replace('*filter', '*mangle'), [LOCKED_OUT])).toEqual([]);
});

describe('the ports that INPUT opens', () => {
  const CLOSED = ':INPUT DROP [0:0]';

  /** The lens over INPUT once the packets have been looked at. */
  function opens(...lines: string[]): string | undefined {
    const file = new RulesFile(['*filter', ...lines, 'COMMIT', ''].join('\n'));
    allFindingsOf(file);
    complete(openedSteps(file));
    return /opens .*/.exec(titleIn(file) ?? '')?.[0];
  }

  function titleIn(file: RulesFile): string | undefined {
    const lens = complete(codeLensSteps(file, URI, new Set())).find(({ data }) => lensData(data)?.name === 'INPUT');
    return lens && resolveLens(file, lens, { uri: URI, name: 'INPUT' }, new Set()).command?.title;
  }

  const USUAL = ['-A INPUT -i lo -j ACCEPT', '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT'];
  const SSH = '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT';

  test.each<[string, string | undefined, string[]]>([
    [
      'services',
      'opens 22, 80, 443, 53/udp',
      [
        CLOSED,
        ...USUAL,
        SSH,
        '-A INPUT -p tcp -m multiport --dports 80,443 -j ACCEPT',
        '-A INPUT -p udp --dport 53 -m conntrack --ctstate NEW -j ACCEPT',
      ],
    ],
    [
      'through a chain',
      'opens 22',
      [CLOSED, ':in - [0:0]', '-A INPUT -p tcp --syn -j in', `${SSH.replace('INPUT', 'in')}`],
    ],
    [
      'more than are told',
      'opens 1, 3, 5, 7, 9, 11, 13, 15 and 2 more',
      [CLOSED, ...Array.from({ length: 10 }, (_, i) => `-A INPUT -p tcp --dport ${2 * i + 1} -j ACCEPT`)],
    ],
    [
      'ranges and all',
      'opens 8000-8080, all of UDP',
      [CLOSED, '-A INPUT -p tcp --dport 8000:8080 -j ACCEPT', '-A INPUT -p udp -j ACCEPT'],
    ],
    ['under a last DROP', 'opens 22', [':INPUT ACCEPT [0:0]', SSH, '-A INPUT -j DROP']],
    ['a single address shut out', 'opens 22, with exceptions', [CLOSED, '-A INPUT -s 198.51.100.7 -j DROP', SSH]],
    [
      'private networks shut out',
      'opens 22',
      [CLOSED, '-A INPUT -s 10.0.0.0/8 -j DROP', '-A INPUT -s 127.0.0.0/8 ! -i lo -j DROP', SSH],
    ],
    ['some sources alone', undefined, [CLOSED, SSH.replace('-p tcp', '-s 192.0.2.0/24 -p tcp')]],
    ['half the world shut out', undefined, [CLOSED, '-A INPUT -s 128.0.0.0/1 -j DROP', SSH]],
    ['one interface alone', undefined, [CLOSED, SSH.replace('-p tcp', '-i eth1 -p tcp')]],
    ['as often as limit allows', undefined, [CLOSED, SSH.replace('-j', '-m limit --limit 3/min -j')]],
    ['what a set may shut out', undefined, [CLOSED, '-A INPUT -m set ! --match-set ok src -j DROP', SSH]],
    [
      'what returns before',
      undefined,
      [CLOSED, ':in - [0:0]', '-A INPUT -j in', '-A in ! -s 192.0.2.0/24 -j RETURN', SSH.replace('INPUT', 'in')],
    ],
    ['what the policy lets in anyway', undefined, [':INPUT ACCEPT [0:0]', SSH]],
    ['a line that does not load', undefined, [CLOSED, '-A INPUT -p tcp --dprot 1 -j DROP', SSH]],
  ])('%s', (_, words, lines) => {
    expect(opens(...lines)).toBe(words);
  });

  test('are not told before they are known or after an edit, and then the lens is to be asked for again', () => {
    const file = new RulesFile(['*filter', CLOSED, SSH, 'COMMIT', ''].join('\n'));
    const look = () => {
      allFindingsOf(file);
      return complete(openedSteps(file));
    };
    expect(titleIn(file)).toBe('policy DROP · 1 rule');
    expect(look()).toBe(true);
    expect(titleIn(file)).toBe('policy DROP · 1 rule · opens 22');
    file.edit({ start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, '# a comment\n');
    expect(titleIn(file)).toBe('policy DROP · 1 rule');
    expect(look()).toBe(true);
    expect(titleIn(file)).toBe('policy DROP · 1 rule · opens 22');
    expect(look()).toBe(false);
  });
});

test('says nothing of a chain that is gone', () => {
  const [lens] = complete(codeLensSteps(new RulesFile(TEXT), URI, new Set())).slice(3);
  const gone = new RulesFile('*filter\n\n\n\n\nCOMMIT\n');
  if (!lens) throw new Error('no lens');
  expect(resolveLens(gone, lens, { uri: URI, name: 'old' }, new Set()).command).toEqual({ title: '', command: '' });
});
