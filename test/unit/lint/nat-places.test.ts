// Rules of nat where packets of this machine itself, or of loopback, make the difference.

import { describe, expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

/** The codes of what is found in rules of nat. */
function codesOf(...rules: string[]): string[] {
  const own = rules.some((rule) => rule.startsWith('-A web')) ? [':web - [0:0]'] : [];
  const head = ['*nat', ':PREROUTING ACCEPT [0:0]', ':OUTPUT ACCEPT [0:0]', ':POSTROUTING ACCEPT [0:0]', ...own];
  return allFindingsOf(new RulesFile([...head, ...rules, 'COMMIT', ''].join('\n'))).map(({ code }) => code);
}

const REDIRECT = '-j REDIRECT --to-ports 8080';
const LOOPBACK = '-j DNAT --to-destination 127.0.0.1:8080';

describe('PREROUTING of nat sees nothing by loopback', () => {
  test.each<[string, ...string[]]>([
    ['a rule', `-A PREROUTING -i lo -p tcp --dport 80 ${REDIRECT}`],
    ['a rule of a chain for PREROUTING', '-A PREROUTING -p tcp -j web', `-A web -i lo -p tcp --dport 80 ${REDIRECT}`],
  ])('%s', (_, ...rules) => expect(codesOf(...rules)).toContain('match-never'));

  test.each<[string, ...string[]]>([
    ['any interface but loopback', `-A PREROUTING ! -i lo -p tcp --dport 80 ${REDIRECT}`],
    ['OUTPUT', `-A OUTPUT -o lo -p tcp --dport 80 ${REDIRECT}`],
  ])('nothing is said of %s', (_, ...rules) => expect(codesOf(...rules)).toEqual([]));
});

describe('a REDIRECT of what this machine asks of other hosts', () => {
  const CODE = 'dnat-without-interface-or-address';
  test.each<[string, ...string[]]>([
    ['a port', `-A OUTPUT -p tcp --dport 80 ${REDIRECT}`],
    ['two ports', `-A OUTPUT -p tcp -m multiport --dports 80,443 ${REDIRECT}`],
  ])('%s', (_, ...rules) => expect(codesOf(...rules)).toEqual([CODE]));

  test.each<[string, ...string[]]>([
    ['loopback', `-A OUTPUT -o lo -p tcp --dport 80 ${REDIRECT}`],
    ['an own address', `-A OUTPUT -d 192.0.2.1 -p tcp --dport 80 ${REDIRECT}`],
    ['all users but the proxy', `-A OUTPUT -p tcp --dport 80 -m owner ! --uid-owner 13 ${REDIRECT}`],
    ['all but the proxy', '-A OUTPUT -m owner --uid-owner 13 -j RETURN', `-A OUTPUT -p tcp --dport 80 ${REDIRECT}`],
    ['names, which one server is to answer', '-A OUTPUT -p udp --dport 53 -j REDIRECT --to-ports 5353'],
    ['other ports than one', `-A OUTPUT -p tcp ! --dport 80 ${REDIRECT}`],
  ])('nothing is said of %s', (_, ...rules) => expect(codesOf(...rules)).toEqual([]));
});

describe('a DNAT to loopback', () => {
  const CODE = 'dnat-to-loopback';
  test.each<[string, ...string[]]>([
    ['from outside', `-A PREROUTING -i eth0 -p tcp --dport 80 ${LOOPBACK}`],
    ['in a chain for PREROUTING', '-A PREROUTING -i eth0 -p tcp -j web', `-A web -p tcp --dport 80 ${LOOPBACK}`],
  ])('%s', (_, ...rules) => expect(codesOf(...rules)).toEqual([CODE]));

  test.each<[string, ...string[]]>([
    ['OUTPUT', `-A OUTPUT -d 192.0.2.1 -p tcp --dport 80 ${LOOPBACK}`],
    [
      'a chain for both',
      '-A PREROUTING -i eth0 -j web',
      '-A OUTPUT -o lo -j web',
      `-A web -p tcp --dport 80 ${LOOPBACK}`,
    ],
    ['another address', '-A PREROUTING -i eth0 -p tcp --dport 80 -j DNAT --to-destination 10.0.0.1:8080'],
  ])('nothing is said of %s', (_, ...rules) => expect(codesOf(...rules)).toEqual([]));
});
