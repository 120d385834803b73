// Whether a firewall locks out who manages the machine: by which port, from where, and which packet of a connection.

import { expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const ANSWERS = '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT';
const SSH = '-A INPUT -p tcp --dport 22 -j ACCEPT';

function told(
  rules: readonly string[],
  settings: Partial<FileSettings> = {},
  tables: readonly string[] = [],
): readonly string[] {
  const head = ['*filter', ':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT ACCEPT [0:0]', ':in - [0:0]'];
  const text = [...tables, ...head, ...rules, 'COMMIT', ''].join('\n');
  const found = allFindingsOf(new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings }));
  return found.flatMap(({ code, message }) => (code === 'lock-out' ? [message] : []));
}

test.each([
  ['anyone may connect', [ANSWERS, SSH]],
  ['one address may', [ANSWERS, '-A INPUT -s 203.0.113.5 -p tcp --dport 22 -j ACCEPT']],
  ['members of a set may', [ANSWERS, '-A INPUT -p tcp --dport 22 -m set --match-set office src -j ACCEPT']],
  ['a few a minute may', [ANSWERS, '-A INPUT -p tcp --syn --dport 22 -m limit --limit 3/min -j ACCEPT']],
  ['through a chain', [ANSWERS, '-A INPUT -p tcp -j in', '-A in -p tcp --dport 22 -j ACCEPT']],
  ['a program decides', [ANSWERS, '-A INPUT -p tcp -j NFQUEUE --queue-num 1']],
  ['a target answers by itself', [ANSWERS, '-A INPUT -p tcp --syn -j SYNPROXY --sack-perm --mss 1460']],
  ['a line that cannot be read may let them in', [ANSWERS, '-A INPUT -p tcp --dprot 22 -j ACCEPT']],
])('nothing where %s', (_what, rules) => {
  expect(told(rules)).toEqual([]);
});

test.each([
  ['no rule', [ANSWERS], 'No one can connect by SSH'],
  ['a rule for udp', [ANSWERS, '-A INPUT -p udp --dport 22 -j ACCEPT'], 'No one can connect by SSH'],
  ['a rule for the port of the client', [ANSWERS, '-A INPUT -p tcp --sport 22 -j ACCEPT'], 'No one can connect by SSH'],
  ['a rule behind one that drops', [ANSWERS, '-A INPUT -p tcp -j DROP', SSH], 'No one can connect by SSH'],
  ['a rule for new connections alone', ['-A INPUT -p tcp --dport 22 -m state --state NEW -j ACCEPT'], 'break off'],
  ['rules that only loopback meets', [ANSWERS, '-A INPUT -i lo -p tcp --dport 22 -j ACCEPT'], 'No one can connect'],
])('told where there is %s', (_what, rules, words) => {
  expect(told(rules)).toEqual([expect.stringContaining(words)]);
});

test('told where OUTPUT drops the answers', () => {
  const text = `*filter\n:INPUT DROP [0:0]\n:OUTPUT DROP [0:0]\n${ANSWERS}\n${SSH}\nCOMMIT\n`;
  const found = allFindingsOf(new RulesFile(text)).filter(({ code }) => code === 'lock-out');
  expect(found).toMatchObject([{ line: 2, message: expect.stringContaining('get no answer') }]);
});

test('another port, and addresses from which it must work', () => {
  const management = { ports: [2222], sources: [] };
  expect(told([ANSWERS, SSH], { management })).toEqual([expect.stringContaining('port 2222')]);
  const rules = [ANSWERS, '-A INPUT -s 203.0.113.0/24 -p tcp --dport 2222 -j ACCEPT'];
  expect(told(rules, { management })).toEqual([]);
  expect(told(rules, { management: { ...management, sources: ['203.0.113.7'] } })).toEqual([]);
  expect(told(rules, { management: { ...management, sources: ['198.51.100.0/24', '2001:db8::/32'] } })).toEqual([
    expect.stringContaining('from 198.51.100.0/24'),
  ]);
});

test('where nat gives packets another port, any port may be the one that is let in', () => {
  const nat = [
    '*nat',
    ':PREROUTING ACCEPT [0:0]',
    '-A PREROUTING -p tcp --dport 22 -j REDIRECT --to-ports 2222',
    'COMMIT',
  ];
  expect(told([ANSWERS, '-A INPUT -p tcp --dport 2222 -j ACCEPT'], {}, nat)).toEqual([]);
});
