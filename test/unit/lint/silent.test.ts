// Files that look odd and are right: what lint rules do not say of them, and what their fixes leave alone.

import { describe, expect, test } from 'vitest';
import { CHOICES } from '../../../server/src/lint/fixing/choice.ts';
import { allFindingsOf, allFixesFor } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const HEAD = '*filter\n:INPUT DROP [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT ACCEPT [0:0]\n';
const OWN = '-A INPUT -i lo -j ACCEPT\n-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT\n';
const SSH = '-A INPUT -p tcp --dport 22 -j ACCEPT\n';
const filter = (rules: string, chains = '') => `${HEAD}${chains}${OWN}${rules}\nCOMMIT\n`;

/** By lint rule: why it is silent, and the file. */
const SILENT: Readonly<Record<string, readonly (readonly [why: string, text: string])[]>> = {
  'duplicate-rule': [
    [
      'the mark is another one by then',
      filter(
        `${SSH}-A FORWARD -j bymark\n-A FORWARD -s 10.0.0.0/24 -j MARK --set-mark 7\n-A FORWARD -j bymark\n-A bymark -m mark --mark 7 -j ACCEPT`,
        ':bymark - [0:0]\n',
      ),
    ],
    [
      'the list is another one by then',
      filter(
        `${SSH}-A INPUT -m recent --rcheck --name a -j LOG\n-A INPUT -p tcp --dport 23 -m recent --set --name a\n-A INPUT -m recent --rcheck --name a -j LOG`,
      ),
    ],
    [
      'a chain in between changes what is asked for',
      filter(
        `${SSH}-A INPUT -j count\n-A INPUT -j sets\n-A INPUT -j count\n-A sets -j DSCP --set-dscp 10\n-A count -m dscp --dscp 10`,
        ':count - [0:0]\n:sets - [0:0]\n',
      ),
    ],
    [
      'chance is asked anew',
      '*mangle\n-A PREROUTING -m statistic --mode random --probability 0.1 -j MARK --set-mark 2\n-A PREROUTING -m statistic --mode random --probability 0.1 -j MARK --set-mark 2\nCOMMIT\n',
    ],
  ],
  'accepts-everything': [['all but the uplink', filter(`${SSH}-A INPUT ! -i eth0 -j ACCEPT`)]],
  'sensitive-port-open-to-the-world': [
    [
      'refused by all but one interface',
      filter('-A INPUT ! -i eth1 -p tcp --dport 3306 -j DROP\n-A INPUT -p tcp --dport 3306 -j ACCEPT'),
    ],
    [
      'refused by the uplink',
      filter('-A INPUT -i eth0 -p tcp -m multiport --dports 445,3306 -j DROP\n-A INPUT -p tcp --dport 3306 -j ACCEPT'),
    ],
    ['all but the uplink', filter('-A INPUT ! -i eth0 -p tcp --dport 3306 -j ACCEPT')],
  ],
  'unreachable-chain': [
    [
      'a chain that Docker calls leads there',
      '*filter\n:DOCKER-USER - [0:0]\n:MYHOOK - [0:0]\n-A DOCKER-USER -i eth0 -j MYHOOK\n-A MYHOOK -s 203.0.113.0/24 -j DROP\nCOMMIT\n',
    ],
  ],
  'unreachable-rule': [
    ['a mark in the form of a rule', filter(`${SSH}-A INPUT -j DROP\n-A INPUT -m comment --comment "PVESIG:abc"`)],
  ],
  'lock-out': [
    [
      'a comment above it says where SSH is',
      filter('# ssh, moved away from 22\n-A INPUT -p tcp --dport 2222 -j ACCEPT'),
    ],
    [
      'the first line says where SSH is',
      `# bastion: ssh on 2222\n${filter('-A INPUT -s 198.51.100.0/25 -p tcp --dport 2222 -j ACCEPT')}`,
    ],
    ['a list says where SSH is', filter('-A INPUT -p tcp --dport 22022 -m recent --name SSH --set -j ACCEPT')],
  ],
  'recent-never-set': [
    [
      'a program fills the list',
      `# /proc/net/xt_recent/bad is written by the watcher\n${filter(`${SSH}-A INPUT -m recent --rcheck --name bad -j DROP`)}`,
    ],
  ],
};

describe.each(Object.entries(SILENT))('%s is silent:', (rule, cases) => {
  test.each(cases)('%s', (_why, text) => {
    expect(allFindingsOf(new RulesFile(text)).filter(({ code }) => code === rule)).toEqual([]);
  });
});

/** What a rule that no packet reaches may have done with it. */
function titlesFor(text: string): readonly string[] {
  const file = new RulesFile(text);
  const own = allFindingsOf(file).filter(({ code }) => code === 'unreachable-rule');
  return own.flatMap((finding) => allFixesFor(file, finding).map(({ title }) => title));
}

test('a rule for every packet is moved above nothing', () => {
  expect(titlesFor(filter(`${SSH}-A INPUT -j DROP\n-A INPUT -j ACCEPT`))).toEqual(['Delete this rule']);
});

test('of two rules for the same packets the second is not moved above the first', () => {
  const text = filter(`${SSH}-A INPUT -p tcp --dport 80 -j DROP\n-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT`);
  expect(titlesFor(text)).toEqual(['Delete this rule']);
});

test('a narrower rule is moved above the wider one', () => {
  const text = filter(`${SSH}-A INPUT -p tcp --dport 80 -j DROP\n-A INPUT -s 10.0.0.0/8 -p tcp --dport 80 -j ACCEPT`);
  expect(titlesFor(text)).toEqual(['Move above line 8', 'Delete this rule']);
});

test('of two jumps to one chain the first one takes the packets', () => {
  const text = filter(
    `${SSH}-A INPUT -s 224.0.0.0/3 -j martian\n-A INPUT -s 240.0.0.0/4 -j martian\n-A martian -j DROP`,
    ':martian - [0:0]\n',
  );
  const [found] = allFindingsOf(new RulesFile(text)).filter(({ code }) => code === 'unreachable-rule');
  expect(found?.message).toBe(
    'This rule has no effect: line 9 already sends to "martian" every packet that it matches. Delete it.',
  );
});

test('a flush below rules is deleted by nobody who makes many fixes at once', () => {
  const file = new RulesFile(
    filter(`${SSH}-A INPUT -p tcp --dport 80 -j web\n-F INPUT\n-A web -j ACCEPT`, ':web - [0:0]\n'),
  );
  const found = allFindingsOf(file).filter(({ code }) => code === 'flush-below-rules');
  expect(found).toHaveLength(1);
  expect(found.map((finding) => CHOICES.any(file, finding))).toEqual([undefined]);
  expect(found.flatMap((finding) => allFixesFor(file, finding).map(({ title }) => title))).toEqual([
    'Delete this line',
  ]);
});

test('a chain is not deleted where a rule leads to it, though a command takes the rule away', () => {
  const file = new RulesFile(
    filter(`${SSH}-A INPUT -p tcp --dport 80 -j web\n-F INPUT\n-A web -j ACCEPT`, ':web - [0:0]\n'),
  );
  const found = allFindingsOf(file).filter(({ code }) => code === 'unused-chain');
  expect(found).toHaveLength(1);
  expect(found.flatMap((finding) => allFixesFor(file, finding))).toEqual([]);
});
