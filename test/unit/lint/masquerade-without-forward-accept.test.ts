// masquerade-without-forward-accept: what FORWARD surely drops, and what may be meant for this machine or for a program.

import { expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

/** How often it speaks of a rule of POSTROUTING beside rules of FORWARD, which drops the rest. */
function timesOf(translation: string, forward: readonly string[], more: readonly string[] = []): number {
  const text = [
    ...['*nat', ':POSTROUTING ACCEPT [0:0]', `-A POSTROUTING ${translation}`, 'COMMIT'],
    ...['*filter', ':INPUT ACCEPT [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT ACCEPT [0:0]'],
    ...['-A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT', ...forward, 'COMMIT', ...more, ''],
  ].join('\n');
  return allFindingsOf(new RulesFile(text)).filter(({ code }) => code === 'masquerade-without-forward-accept').length;
}

const OUT = '-A FORWARD -i eth1 -o eth0 -j ACCEPT';
const OFFICE = '-s 192.168.1.0/24 -o eth0 -j MASQUERADE';

test.each<[string, string, readonly string[]]>([
  ['no rule of FORWARD', OFFICE, []],
  ['one for another network', OFFICE, ['-A FORWARD -s 192.168.0.0/24 -o eth0 -j ACCEPT']],
  ['one for another interface', '-o eth1 -j MASQUERADE', [OUT]],
  ['one behind a refusal', OFFICE, ['-A FORWARD -s 192.168.0.0/16 -j REJECT', OUT]],
  ['SNAT for a network', '-s 10.8.0.0/24 -o eth0 -j SNAT --to-source 203.0.113.5', []],
  ['a network, wherever it goes', '-s 10.8.0.0/24 -j MASQUERADE', []],
])('%s', (_, translation, forward) => expect(timesOf(translation, forward)).toBe(1));

test.each<[string, string, readonly string[]]>([
  ['a rule for all of it', OFFICE, [OUT]],
  ['a rule for some of it', OFFICE, ['-A FORWARD -s 192.168.1.7 -p tcp --dport 443 -j ACCEPT']],
  ['a rule that asks for what nobody knows', OFFICE, ['-A FORWARD -m set --match-set office src -j ACCEPT']],
  ['a single address, which may be its own', '-s 192.168.1.1 -o eth0 -j MASQUERADE', []],
  ['the choice of an own address', '-o eth0 -p tcp --dport 25 -j SNAT --to-source 203.0.113.6', []],
  ['a tunnel for own packets', '-o tun0 -j MASQUERADE', []],
  ['packets of an own program', '-o eth0 -m owner --uid-owner 1000 -j MASQUERADE', []],
  ['packets with a mark', '-o eth0 -m mark --mark 1 -j MASQUERADE', []],
  ['a network that Docker keeps', '-s 172.17.0.0/16 ! -o docker0 -j MASQUERADE', []],
  ['a network that libvirt keeps', '-s 192.168.122.0/24 ! -d 192.168.122.0/24 -j MASQUERADE', []],
  ['what another program accepts', OFFICE, [':DOCKER-USER - [0:0]', '-A FORWARD -j DOCKER-USER']],
])('nothing is said of %s', (_, translation, forward) => expect(timesOf(translation, forward)).toBe(0));

test('nothing is said where own packets are sent another way by their marks', () => {
  const mangle = ['*mangle', ':OUTPUT ACCEPT [0:0]', '-A OUTPUT -p tcp -j MARK --set-mark 1', 'COMMIT'];
  expect(timesOf('-o eth2 -j MASQUERADE', [OUT])).toBe(1);
  expect(timesOf('-o eth2 -j MASQUERADE', [OUT], mangle)).toBe(0);
});
