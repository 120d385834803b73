// The hover on a rule's command letter says what the rules above leave of its match, once the packets have been looked at.

import { expect, test } from 'vitest';
import { hoverOf } from '../../../server/src/features/hover.ts';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

/** What the hover on the command of the last of some rules says of what it decides. */
function decided(...rules: string[]): string | undefined {
  const file = new RulesFile(['*filter', ':INPUT DROP [0:0]', ':web - [0:0]', ...rules, 'COMMIT', ''].join('\n'));
  allFindingsOf(file);
  return said(file, 2 + rules.length);
}

function said(file: RulesFile, line: number): string | undefined {
  const contents = hoverOf(file, { line, character: 1 })?.contents;
  const text = typeof contents === 'object' && 'value' in contents ? contents.value : '';
  return /Of these the rules above leave it (.*)\.\n/.exec(text)?.[1];
}

const SSH = '-A INPUT -p tcp --dport 22 -j ACCEPT';
const KNOWN = '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT';

test.each([
  ['the rest', ['-A INPUT -i lo -j ACCEPT', KNOWN, SSH], '`tcp 22 (ssh) in by not lo new, invalid, untracked`'],
  [
    'what a jump sends and no rule there took',
    ['-A INPUT -p tcp -j web', '-A web -s 10.0.0.0/8 -j DROP', '-A web -p tcp --dport 80 -j ACCEPT'],
    '`tcp 80 (http) from not 10.0.0.0/8`',
  ],
  [
    'what comes back from a chain',
    ['-A INPUT -j web', '-A web -s 192.0.2.0/24 -j RETURN', '-A web -j DROP', SSH],
    '`tcp 22 (ssh) from 192.0.2.0/24`',
  ],
  [
    'what limit may let through',
    ['-A INPUT -m limit --limit 1/s -j ACCEPT', '-A INPUT -s 10.0.0.0/8 -j DROP', SSH],
    '`tcp 22 (ssh) from not 10.0.0.0/8`',
  ],
])('%s', (_, rules, words) => {
  expect(decided(...rules)).toBe(words);
});

test.each([
  ['no rule takes any of it', ['-A INPUT -p udp -j DROP', SSH]],
  ['nothing is left', ['-A INPUT -p tcp -j DROP', SSH]],
  [
    'it would be long',
    Array.from({ length: 8 }, (_, i) => `-A INPUT -s 10.${i}.0.0/16 -p tcp --dport ${20 + i}:30 -j DROP`).concat(
      '-A INPUT -p tcp -j ACCEPT',
    ),
  ],
  [
    'several jumps lead there',
    ['-A INPUT -i eth0 -j web', '-A INPUT -i eth1 -j web', '-A web -s 10.0.0.1 -j DROP', '-A web -j ACCEPT'],
  ],
])('nothing is said where %s', (_, rules) => {
  expect(decided(...rules)).toBeUndefined();
});

test('it is not said before the packets have been looked at, nor after an edit', () => {
  const file = new RulesFile(['*filter', ':INPUT DROP [0:0]', KNOWN, SSH, 'COMMIT', ''].join('\n'));
  expect(said(file, 3)).toBeUndefined();
  allFindingsOf(file);
  expect(said(file, 3)).toContain('tcp 22');
  file.edit({ start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, '');
  expect(said(file, 2)).toBeUndefined();
});
