// Inlay hints say what a word stands for, and nothing where the word says it.

import { expect, test } from 'vitest';
import { inlayHintsOf } from '../../../server/src/features/inlay-hints.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const ALL = { services: true, networks: true, impliedMatches: true };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** The rule with its hints in brackets. */
function shown(rule: string, wanted = ALL, family: 4 | 6 = 4): string {
  const file = new RulesFile(`*filter\n${rule}\nCOMMIT\n`, { ...DEFAULT_SETTINGS, family });
  const hints = inlayHintsOf(file, WHOLE, wanted);
  return hints.reduceRight(
    (text, { position, label }) => `${text.slice(0, position.character)}[${label}]${text.slice(position.character)}`,
    rule,
  );
}

test.each([
  ['-A INPUT -p tcp --dport 22 -j ACCEPT', '-A INPUT -p tcp[-m tcp] --dport 22[ssh] -j ACCEPT'],
  ['-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT', '-A INPUT -p tcp -m tcp --dport 22[ssh] -j ACCEPT'],
  ['-A INPUT -p tcp -m tcp --dport ssh -j ACCEPT', '-A INPUT -p tcp -m tcp --dport ssh -j ACCEPT'],
  ['-A INPUT -p tcp -m tcp --dport 22:23 -j ACCEPT', '-A INPUT -p tcp -m tcp --dport 22:23 -j ACCEPT'],
  ['-A INPUT -p udp -m udp --dport 53 -j ACCEPT', '-A INPUT -p udp -m udp --dport 53[domain] -j ACCEPT'],
  ['-A INPUT -s 10.0.0.0/8 -j ACCEPT', '-A INPUT -s 10.0.0.0/8[10.0.0.0 – 10.255.255.255] -j ACCEPT'],
  ['-A INPUT -s 10.1.2.3/30 -j ACCEPT', '-A INPUT -s 10.1.2.3/30[10.1.2.0 – 10.1.2.3] -j ACCEPT'],
  ['-A INPUT -s 10.0.0.1/32 -d 0.0.0.0/0 -j ACCEPT', '-A INPUT -s 10.0.0.1/32 -d 0.0.0.0/0 -j ACCEPT'],
  ['-A INPUT -p tcp -j ACCEPT', '-A INPUT -p tcp -j ACCEPT'],
  ['-A INPUT -p tcp --dport 70000 -j ACCEPT', '-A INPUT -p tcp --dport 70000 -j ACCEPT'],
])('%s', (rule, expected) => {
  expect(shown(rule)).toBe(expected);
});

test('IPv6 networks and ICMP', () => {
  expect(shown('-A INPUT -s fd00::/8 -p ipv6-icmp --icmpv6-type 128 -j ACCEPT', ALL, 6)).toBe(
    '-A INPUT -s fd00::/8[fd00:: – fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff] -p ipv6-icmp[-m icmp6] --icmpv6-type 128 -j ACCEPT',
  );
});

test.each([
  ['services', '-A INPUT -s 10.0.0.0/8 -p tcp --dport 22[ssh] -j ACCEPT'],
  ['networks', '-A INPUT -s 10.0.0.0/8[10.0.0.0 – 10.255.255.255] -p tcp --dport 22 -j ACCEPT'],
  ['impliedMatches', '-A INPUT -s 10.0.0.0/8 -p tcp[-m tcp] --dport 22 -j ACCEPT'],
])('%s alone, where the user wants no others', (name, expected) => {
  const wanted = { services: false, networks: false, impliedMatches: false, [name]: true };
  expect(shown('-A INPUT -s 10.0.0.0/8 -p tcp --dport 22 -j ACCEPT', wanted)).toBe(expected);
});

test('of the lines that are asked for alone', () => {
  const file = new RulesFile('*filter\n-A INPUT -p tcp --dport 22\n-A INPUT -p tcp --dport 80\nCOMMIT\n');
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } };
  expect(inlayHintsOf(file, range, ALL).map(({ label }) => label)).toEqual(['-m tcp', 'http']);
});
