// A -p with a protocol that only the other family has.

import { expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

function saidOf(family: 4 | 6, protocol: string): string[] {
  const text = `*filter\n:INPUT DROP [0:0]\n-A INPUT -p ${protocol} -j ACCEPT\nCOMMIT\n`;
  const findings = allFindingsOf(new RulesFile(text, { ...DEFAULT_SETTINGS, family }));
  return findings.flatMap(({ code, message }) => (code === 'wrong-family-icmp' ? [message] : []));
}

test.each(['igmp', '2'])('%s in IPv6', (protocol) => {
  expect(saidOf(6, protocol)).toEqual([
    `"${protocol}" is IGMP, which only IPv4 has. IPv6 announces its multicast groups by ICMPv6: use "ipv6-icmp" with the types 130, 131, 132 and 143.`,
  ]);
});

test('IGMP in IPv4 is fine', () => expect(saidOf(4, 'igmp')).toEqual([]));
