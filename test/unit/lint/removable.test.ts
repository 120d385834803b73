// A rule without effect is deleted unasked where nobody misses anything, and only by hand elsewhere.

import { expect, test } from 'vitest';
import { isSafe } from '../../../server/src/check/fixes/registry.ts';
import { allFindingsOf, allFixesFor } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const TAKER = '-A INPUT -p tcp -m multiport --dports 80,443 -j ACCEPT';
const DEAD = '-A INPUT -p tcp --dport 80 -j ACCEPT';

/** Of the rules of INPUT that no packet reaches, for each whether it may go unasked. */
function mayGo(rules: readonly string[], settings: Partial<typeof DEFAULT_SETTINGS> = {}): boolean[] {
  const text = ['*filter', ':INPUT DROP [0:0]', ':WEB - [0:0]', ':f2b-sshd - [0:0]', ...rules, 'COMMIT', ''].join('\n');
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings });
  return allFindingsOf(file)
    .filter(({ code }) => code === 'unreachable-rule')
    .map((finding) => allFixesFor(file, finding).slice(0, 1).some(isSafe));
}

test('a rule that decides as the rules before it', () => {
  expect(mayGo([TAKER, DEAD])).toEqual([true]);
  expect(mayGo([DEAD, `[0:0] ${DEAD}`])).toEqual([true]);
  expect(
    mayGo(['-A INPUT -m conntrack --ctstate NEW -j DROP', '-A INPUT -p tcp -m state --state NEW -j DROP']),
  ).toEqual([true]);
});

test.each<[string, readonly string[], Partial<typeof DEFAULT_SETTINGS>?]>([
  ['one that decides otherwise', [TAKER, '-A INPUT -p tcp --dport 80 -j DROP']],
  ['in a template', [TAKER, DEAD], { template: true }],
  ['after a comment, which may be about it', [TAKER, '# the shop', DEAD]],
  ['with a comment of its own', [TAKER, '-A INPUT -p tcp --dport 80 -m comment --comment "the shop" -j ACCEPT']],
  ['that counted packets', [TAKER, `[3:180] ${DEAD}`]],
  ['that is to begin with a count', [TAKER, '-A INPUT -p tcp --dport 80 -c 3 180 -j ACCEPT']],
  ['that remembers who passes by', [TAKER, '-A INPUT -m recent --name web --set -p tcp --dport 80 -j ACCEPT']],
  ['that uses up a limit', [TAKER, '-A INPUT -m limit --limit 3/min -p tcp --dport 80 -j ACCEPT']],
  ['that asks a set, which may count', [TAKER, '-A INPUT -m set --match-set web src -p tcp --dport 80 -j ACCEPT']],
  ['where a command counts rules', [TAKER, DEAD, '-I INPUT 2 -p udp -j DROP']],
  ['that is inserted', ['-I INPUT -p tcp --dport 80 -j ACCEPT', `-I INPUT ${TAKER.slice('-A INPUT '.length)}`]],
  ['where the other family skips what decides', [`-4 ${TAKER}`, DEAD]],
  [
    'that is the last to lead to a chain',
    ['-A INPUT -p tcp -g WEB', '-A INPUT -p tcp --dport 80 -g WEB', '-A WEB -j DROP'],
  ],
  [
    'in a chain that a program keeps',
    ['-A INPUT -j f2b-sshd', '-A f2b-sshd -s 192.0.2.1 -j DROP', '-A f2b-sshd -s 192.0.2.1 -j DROP'],
  ],
  ['where rules of another chain decide', ['-A INPUT -p tcp -j WEB', '-A WEB -p tcp --dport 80 -j ACCEPT', DEAD]],
])('not %s', (_, rules, settings) => {
  expect(mayGo(rules, settings)).toEqual([false]);
});
