// mark-overwritten: what is lost for certain, and where something may still look at it.

import { describe, expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

/** The lines of which it is said, counted from the first of these rules. */
function lostIn(...rules: string[]): number[] {
  const head = [
    '*mangle',
    ':PREROUTING ACCEPT [0:0]',
    ':POSTROUTING ACCEPT [0:0]',
    ':web - [0:0]',
    '-A PREROUTING -j web',
  ];
  const file = new RulesFile([...head, ...rules, 'COMMIT', ''].join('\n'));
  return allFindingsOf(file).flatMap(({ code, line }) => (code === 'mark-overwritten' ? [line - head.length] : []));
}

const mark = (conditions: string, value: number | string) => `-A web ${conditions} -j MARK --set-mark ${value}`;

describe('it is lost', () => {
  test.each<[string, ...string[]]>([
    ['by the general rule last', mark('-p tcp --dport 80', 1), mark('-p tcp', 2)],
    ['past rules for other packets', mark('-p tcp --dport 80', 1), '-A web -p udp -j ACCEPT', mark('-p tcp', 2)],
    ['past a rule that marks some of them', mark('-p tcp --dport 80', 1), mark('-s 10.1.0.0/16', 3), mark('-p tcp', 2)],
    ['by another spelling', mark('-s 10.1.2.3', 1), '-A web -s 10.1.2.0/255.255.255.0 -j MARK --set-xmark 2'],
    ['where chance picks its packets', mark('-m statistic --mode random --probability 0.5', 1), mark('', 2)],
    ['with bits that the other one clears', mark('-p tcp', '0x1/0xf'), mark('-p tcp', '0x10/0xff')],
    ['as DSCP', '-A web -p udp --dport 5060 -j DSCP --set-dscp 46', '-A web -p udp -j DSCP --set-dscp 10'],
    ['as DSCP, by TOS', '-A web -p udp -j DSCP --set-dscp-class EF', '-A web -j TOS --set-tos 0x10/0xff'],
    ['as TOS', '-A web -p tcp --dport 22 -j TOS --set-tos 0x10', '-A web -p tcp -j TOS --set-tos 0x08'],
    ['as TTL', '-A web -s 10.0.0.1 -j TTL --ttl-set 65', '-A web -j TTL --ttl-set 64'],
    ['as the mark of the connection', '-A web -p tcp -j CONNMARK --set-mark 1', '-A web -j CONNMARK --set-mark 2'],
    ['by the mark of the connection', mark('-p tcp', 1), '-A web -j CONNMARK --restore-mark'],
    ['as class', '-A POSTROUTING -p tcp -j CLASSIFY --set-class 1:10', '-A POSTROUTING -j CLASSIFY --set-class 1:30'],
  ])('%s', (_, ...rules) => expect(lostIn(...rules)).toEqual([0]));
});

describe('it may do something', () => {
  test.each<[string, ...string[]]>([
    ['the general rule first', mark('-p tcp', 1), mark('-p tcp --dport 80', 2)],
    ['a way out', mark('-p tcp', 1), '-A web -m mark --mark 1 -j RETURN', mark('-p tcp', 2)],
    ['a way out for all', mark('-p tcp', 1), '-A web -p tcp -j RETURN', mark('-p tcp', 2)],
    ['a rule that keeps it', mark('-p tcp', 1), '-A web -j CONNMARK --save-mark', mark('-p tcp', 2)],
    ['a rule that logs it', mark('-p tcp', 1), '-A web -j LOG', mark('-p tcp', 2)],
    ['a chain that may look at it', mark('-p tcp', 1), '-A web -j dns', mark('-p tcp', 2), ':dns - [0:0]'],
    ['other bits', mark('-p tcp', '1/1'), mark('-p tcp', '2/2')],
    ['bits that are turned around', mark('-p tcp', 1), '-A web -p tcp -j MARK --set-xmark 1/0'],
    ['the mark of the connection first', '-A web -j CONNMARK --restore-mark', mark('-p tcp', 1)],
    ['what it is overwritten with, too', '-A web -p tcp -j CONNMARK --restore-mark', mark('', 1)],
    ['bits of the mark of the connection', mark('', 1), '-A web -j CONNMARK --restore-mark --nfmask 2 --ctmask 2'],
    ['other packets', mark('-p tcp', 1), mark('-p udp', 2)],
    ['only those that are not marked', mark('-p tcp', 1), mark('-p tcp -m mark --mark 0', 2)],
    ['some by chance', mark('-p tcp', 1), mark('-p tcp -m statistic --mode random --probability 0.5', 2)],
    ['the same again', mark('-p tcp', 1), mark('', 1)],
    ['another field', mark('-p tcp', 1), '-A web -j CONNMARK --set-mark 2'],
    ['six bits of eight', '-A web -j TOS --set-tos 0x12/0xff', '-A web -j DSCP --set-dscp 1'],
  ])('%s', (_, ...rules) => expect(lostIn(...rules)).toEqual([]));

  test('in a chain that nothing leads to', () => {
    const rules = [':mail - [0:0]', '-A mail -j MARK --set-mark 1', '-A mail -j MARK --set-mark 2'];
    expect(lostIn(...rules)).toEqual([]);
  });
});
