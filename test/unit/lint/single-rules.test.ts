// What lint rules say of one rule, and of its like of which there is nothing to say.

import { describe, expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

interface Cases {
  readonly told: readonly string[];
  readonly silent: readonly string[];
}

/** By the name of the lint rule. A rule stands in filter, behind `nat: ` and `raw: ` there, behind `6: ` in IPv6. */
const CASES: Readonly<Record<string, Cases>> = {
  'network-address-as-host': {
    told: [
      '-A INPUT -s 10 -j DROP',
      '-A INPUT -s 10.1 -j DROP',
      '-A INPUT -d 192.168.1.0 -j DROP',
      '-A INPUT -s 192.168.1.0/32 -j DROP',
      '-A INPUT --src 203.0.113.0 -j DROP',
      '-A INPUT -s 10.0.0.1,10.0.2.0 -j DROP',
      '-A INPUT --source=10.2.0.0 -j DROP',
      '-A FORWARD -d 0.0.0.0 -j ACCEPT',
      '6: -A INPUT -s 2001:db8:: -j DROP',
    ],
    silent: [
      '-A INPUT -s 8.8.8.0/32 -j DROP',
      '-A INPUT -s 10.0.0.0/8 -j DROP',
      '-A INPUT -s 192.168.1.10 -j DROP',
      '-A INPUT -s 0.0.0.0 -j DROP',
      '-A INPUT -s 0.0.0.0 -p udp --dport 67 -j ACCEPT',
      '6: -A INPUT -s 2001:db8::1 -j DROP',
      '6: -A INPUT -s :: -j DROP',
    ],
  },
  'mask-covers-everything': {
    told: [
      '-A INPUT -s 10.0.0.0/0 -j DROP',
      '-A INPUT ! -s 10.0.0.0/0.0.0.0 -j DROP',
      '-A INPUT -s 10.0.0.1,192.168.1.0/0 -j DROP',
      '6: -A INPUT -s 2001:db8::/0 -j DROP',
    ],
    silent: ['-A INPUT -s 0.0.0.0/0 -j DROP', '-A INPUT -s 0/0 -j DROP', '6: -A INPUT -s ::/0 -j DROP'],
  },
  'non-contiguous-mask': {
    told: ['-A INPUT -s 10.0.0.0/255.225.0.0 -j DROP', '-A INPUT -s 10.1.1.0/255.255.253.0 -j DROP'],
    silent: ['-A INPUT -s 0.0.0.1/0.0.0.1 -j DROP', '-A INPUT -s 10.0.0.0/255.255.255.0 -j DROP'],
  },
  'host-bits-set': {
    told: [
      '-A INPUT -s 10.1.1.1/24 -j DROP',
      '-A INPUT -s 10.0.0.1,10.1.1.1/24 -j DROP',
      '6: -A INPUT -s fe80::1/64 -j DROP',
    ],
    silent: ['-A INPUT -s 10.1.1.1/32 -j DROP', '-A INPUT -s 10.1.0.0/16 -j DROP', '6: -A INPUT -s fe80::/64 -j DROP'],
  },
  'abbreviated-address': {
    told: ['-A INPUT -s 10.1/16 -j DROP', '-A INPUT -d 10/8 -j DROP', '-A INPUT -s 172.16.0/24 -j DROP'],
    silent: ['-A INPUT -s 0/0 -j DROP', '-A INPUT -s 10.1.0.0/16 -j DROP', '6: -A INPUT -s 2001:db8::/32 -j DROP'],
  },
  'host-name-in-rule': {
    told: ['-A INPUT -s mail.example.org -j DROP', '6: -A INPUT -s mail.example.org/64 -j DROP'],
    silent: ['-A INPUT -s localhost -j DROP', '-A INPUT -s printer -j DROP', '-A INPUT -s 10.0.0.1 -j DROP'],
  },
  'limit-turned-around': {
    told: [
      '-A INPUT -p icmp -m limit --limit 1/s -j DROP',
      '-A INPUT -p tcp --dport 22 -m limit --limit 1/s -j REJECT',
      '-A INPUT -p tcp --dport 22 -m connlimit --connlimit-upto 3 -j REJECT',
      '-A INPUT -p tcp --dport 22 -m connlimit ! --connlimit-above 3 -j DROP',
      '-A INPUT -p tcp --dport 22 -m connlimit --connlimit-above 3 -j ACCEPT',
      '-A INPUT -p udp -m hashlimit --hashlimit 5/s --hashlimit-mode srcip --hashlimit-name a -j DROP',
      '-A INPUT -p tcp --dport 22 -m recent --update --seconds 60 --hitcount 4 -j ACCEPT',
    ],
    silent: [
      '-A INPUT -m limit --limit 1/s -j ACCEPT',
      '-A INPUT -m limit --limit 1/s -j REJECT',
      '-A INPUT -m limit --limit 1/s -j LOG',
      '-A INPUT -p tcp --dport 22 -m recent ! --update --seconds 60 --hitcount 4 -j ACCEPT',
      '-A INPUT -p tcp --dport 22 -m recent --rcheck --seconds 60 -j ACCEPT',
      '-A INPUT -p tcp --dport 22 -m connlimit --connlimit-above 3 -j REJECT',
      '-A INPUT -p udp -m hashlimit --hashlimit-above 5/s --hashlimit-mode srcip --hashlimit-name a -j DROP',
    ],
  },
  'limit-without-rate': {
    told: ['-A INPUT -m limit -j LOG', '-A INPUT -m limit --limit-burst 3 -j ACCEPT'],
    silent: ['-A INPUT -m limit --limit 3/hour -j LOG', '-A INPUT -m limit --limit-burst 3 --limit 1/s -j LOG'],
  },
  'accepts-any-port-by-source-port': {
    told: [
      '-A INPUT -p udp --sport 53 -j ACCEPT',
      '-A INPUT -i eth0 -p tcp -m multiport --sports 80,443 -j ACCEPT',
      '-A INPUT -p tcp -m multiport --ports 80,443 -j ACCEPT',
      '-A INPUT -p tcp --source-port 80 -m conntrack --ctstate NEW,ESTABLISHED -j ACCEPT',
      '-A FORWARD -p tcp --sport 80 -j ACCEPT',
      '-A INPUT -p tcp --sport 20 --dport 1024:65535 -j ACCEPT',
    ],
    silent: [
      '-A INPUT -p tcp --sport 80 -m conntrack --ctstate ESTABLISHED -j ACCEPT',
      '-A INPUT -p udp --sport 67 --dport 68 -j ACCEPT',
      '-A INPUT -p tcp --sport 20 --dport 50000:51000 -j ACCEPT',
      '-A INPUT -s 192.0.2.1 -p udp --sport 53 -j ACCEPT',
      '-A INPUT -p tcp ! --syn --sport 80 -j ACCEPT',
      '-A INPUT -i lo -p udp --sport 53 -j ACCEPT',
      '-A INPUT -d 224.0.0.251 -p udp --sport 5353 -j ACCEPT',
      '-A FORWARD -i eth1 -p tcp --sport 80 -j ACCEPT',
      '-A OUTPUT -p tcp --sport 80 -j ACCEPT',
      '-A INPUT -p tcp --sport 80 -j DROP',
    ],
  },
  'recent-own-address': {
    told: [
      '-A INPUT -p tcp --dport 22 -m recent --name a --set --rdest',
      '-A INPUT -p tcp --dport 22 -m recent --name a --rcheck --seconds 9 --rdest -j DROP',
    ],
    silent: [
      '-A INPUT -p tcp --dport 22 -m recent --name a --set --rsource',
      '-A INPUT -p tcp --dport 22 -m recent --name a --set',
      '-A OUTPUT -p tcp --dport 22 -m recent --name a --set --rdest',
      '-A FORWARD -p tcp --dport 22 -m recent --name a --set --rdest',
    ],
  },
  'rule-without-target': {
    told: ['-A INPUT -p tcp --dport 22', '-A INPUT -p tcp --dport 22 -m comment --comment "admins -j ACCEPT"'],
    silent: [
      '-A INPUT -p tcp --dport 22 -m comment --comment "counts -j for the report"',
      '-A INPUT -p tcp --dport 22 -m comment --comment "admins -j ACCEPT" -j ACCEPT',
      '-A INPUT -p tcp --dport 22 -m comment --comment admins',
    ],
  },
  'state-before-conntrack': {
    told: [
      'raw: -A PREROUTING -m conntrack --ctstate INVALID -j DROP',
      'raw: -A PREROUTING -m conntrack --ctstate ESTABLISHED -j ACCEPT',
      'raw: -A OUTPUT -m state ! --state NEW -j ACCEPT',
      'raw: -A PREROUTING -m helper --helper ftp -j ACCEPT',
      'raw: -A PREROUTING -p tcp -m conntrack --ctorigdstport 80 -j ACCEPT',
      'raw: -A PREROUTING -m connmark --mark 1 -j ACCEPT',
      'nat: -A PREROUTING -m conntrack --ctstate ESTABLISHED -j ACCEPT',
      'nat: -A PREROUTING -m conntrack --ctstate INVALID -j ACCEPT',
    ],
    silent: [
      'raw: -A PREROUTING -m conntrack --ctstate UNTRACKED -j ACCEPT',
      'raw: -A PREROUTING -p tcp --dport 21 -j CT --helper ftp',
      'raw: -A PREROUTING -m mark --mark 1 -j ACCEPT',
      'nat: -A PREROUTING -m connmark --mark 1 -j ACCEPT',
      'nat: -A PREROUTING -m conntrack --ctstate NEW -j ACCEPT',
      'nat: -A POSTROUTING -m conntrack --ctstate DNAT -j ACCEPT',
      '-A INPUT -m conntrack --ctstate INVALID -j DROP',
    ],
  },
  'state-match-deprecated': {
    told: [
      '-A INPUT -m state --state NEW -j DROP',
      '-A INPUT -m comment --comment "a b" -m state ! --state NEW -j DROP',
    ],
    silent: ['-A INPUT -m conntrack --ctstate NEW -j DROP', '-A INPUT -m comment --comment " -m state " -j DROP'],
  },
  'protocol-number-mistaken': {
    told: [
      '-A INPUT -p 4 -j DROP',
      '-A INPUT -p 22 -j DROP',
      '-A INPUT -p 8 -j DROP',
      '6: -A INPUT -p 41 -j DROP',
      '6: -A INPUT -p 6 -j DROP',
      '6: -A INPUT\t-p 6 -j DROP',
      '6: -A INPUT -s 2001:db8::/32 -p 4 -j DROP',
    ],
    silent: [
      '-A INPUT -s 192.0.2.1 -p 4 -j DROP',
      '-A INPUT\t-p egp -j DROP',
      '6: -A INPUT\t-p tcp -j DROP',
      '-A INPUT -p 41 -j DROP',
      '-A INPUT -p 6 -j DROP',
      '-A INPUT -p 47 -j DROP',
      '-A INPUT -p 50 -j DROP',
      '6: -A INPUT -s 2001:db8::1 -p 4 -j DROP',
      '6: -A INPUT -p 6 -m tcp --dport 22 -j DROP',
      '6: -A INPUT -p 58 -j DROP',
    ],
  },
  'extension-header-as-protocol': {
    told: [
      '6: -A INPUT -p ipv6-frag -j DROP',
      '6: -A INPUT -p 43 -j DROP',
      '6: -A INPUT ! -p ah -j DROP',
      '6: -A INPUT -p hopopt -j DROP',
    ],
    silent: ['6: -A INPUT -p esp -j DROP', '6: -A INPUT -m frag --fragmore -j DROP', '-A INPUT -p ah -j DROP'],
  },
  'wrong-protocol-for-port': {
    told: [
      '-A INPUT -p tcp --dport 123 -j ACCEPT',
      '-A INPUT -p tcp --dport ntp -j ACCEPT',
      '-A INPUT -p udp -m multiport --dports 22,3306 -j ACCEPT',
      '-A INPUT -p tcp --dport 67:68 -j ACCEPT',
      '-A INPUT -p tcp -m multiport --dports 4500,500 -j ACCEPT',
      '-A INPUT -p tcp --dport 4789 -j ACCEPT',
      '-A INPUT -p udp --dport 5222 -j ACCEPT',
    ],
    silent: [
      '-A INPUT -p tcp --dport 514 -j ACCEPT',
      '-A INPUT -p tcp --dport 4500 -j ACCEPT',
      '-A INPUT -p tcp --dport 67:80 -j ACCEPT',
      '-A INPUT -p tcp --dport 1812:1813 -j ACCEPT',
      '-A INPUT -i virbr0 -p tcp --dport 67:68 -j ACCEPT',
      '-A INPUT -p tcp --dport 53 -j ACCEPT',
      '-A INPUT -p udp --dport 443 -j ACCEPT',
      '-A INPUT -i virbr0 -p tcp --dport 67 -j ACCEPT',
      '-A INPUT -p tcp --dport 123 -j DROP',
      '-A INPUT -p tcp --dport 100:200 -j ACCEPT',
      '-A INPUT -p udp -m multiport --dports 22,53 -j ACCEPT',
    ],
  },
  'negation-differs': {
    told: [
      '-A INPUT -p tcp ! --sport :65535 -j DROP',
      '-A INPUT -p udp ! --sport 53 ! --dport 53 -j DROP',
      '-A INPUT -p tcp --tcp-flags NONE ALL -j DROP',
    ],
    silent: [
      '-A INPUT -p tcp ! --sport 1024:65535 -j DROP',
      '-A INPUT -p udp ! --sport 53 --dport 53 -j DROP',
      '-A INPUT -p tcp --tcp-flags ALL NONE -j DROP',
    ],
  },
  'dnat-without-interface-or-address': {
    told: ['nat: -A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 10.0.0.5'],
    silent: [
      'nat: -A PREROUTING -i eth0 -p tcp --dport 80 -j DNAT --to-destination 10.0.0.5',
      'nat: -A PREROUTING -d 192.0.2.1 -p tcp --dport 80 -j DNAT --to-destination 10.0.0.5',
      'nat: -A PREROUTING -p tcp --dport 80 -m addrtype --dst-type LOCAL -j DNAT --to-destination 10.0.0.5',
      'nat: -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 8080',
      'nat: -A OUTPUT -p tcp --dport 80 -j DNAT --to-destination 10.0.0.5',
    ],
  },
  'plaintext-login-service': {
    told: ['-A INPUT -p tcp --dport 23 -j ACCEPT', '-A INPUT -p tcp -m multiport --dports 22,telnet -j ACCEPT'],
    silent: [
      '-A INPUT -p tcp --dport 23 -j DROP',
      '-A OUTPUT -p tcp --dport 23 -j ACCEPT',
      '-A INPUT -p udp --dport 513 -j ACCEPT',
    ],
  },
  'snat-hides-clients': {
    told: [
      'nat: -A POSTROUTING -d 10.0.0.5 -p tcp --dport 25 -j MASQUERADE',
      'nat: -A POSTROUTING -o eth1 -d 192.168.1.5 -j SNAT --to-source 192.168.1.1',
    ],
    silent: [
      'nat: -A POSTROUTING -s 10.0.0.0/24 -d 10.0.0.5 -p tcp --dport 25 -j MASQUERADE',
      'nat: -A POSTROUTING -d 192.0.2.5 -j MASQUERADE',
      'nat: -A POSTROUTING ! -d 10.0.0.0/8 -j MASQUERADE',
    ],
  },
  'bad-value': {
    told: [
      '-A FORWARD -i eth0.10@eth0 -j DROP',
      '-A FORWARD -i any -j DROP',
      '-A FORWARD -o eth[0-9] -j DROP',
      '-A FORWARD -i 192.0.2.1 -j DROP',
      '-A FORWARD -i e+0 -j DROP',
      '-A FORWARD -i ETH0 -j DROP',
      '-A FORWARD -i eth -j DROP',
      '-A FORWARD -i eth0-eth3 -j DROP',
      '-A FORWARD -i localhost -j DROP',
      '-A FORWARD -i lo0 -j DROP',
      '-A FORWARD -i loopback -j DROP',
      '-A FORWARD -i Eth0 -j DROP',
      'nat: -A POSTROUTING -o eth0 -j SNAT --to-source 192.0.2.9-192.0.2.1',
    ],
    silent: [
      '-A FORWARD -i eth0.10 -j DROP',
      '-A FORWARD -i + -j DROP',
      '-A FORWARD -i vlan@10 -j DROP',
      '-A FORWARD -i br-lan -j DROP',
      '-A FORWARD -i lo.1 -j DROP',
      '-A FORWARD -i eth0-wan -j DROP',
      'nat: -A POSTROUTING -o eth0 -j SNAT --to-source 192.0.2.1-192.0.2.9',
    ],
  },
  'bad-use': {
    told: ['-A INPUT -m time --datestart 2024-12-31 --datestop 2024-01-01 -j DROP'],
    silent: [
      '-A INPUT -m time --datestart 2024-01-01 --datestop 2024-12-31 -j DROP',
      '-A INPUT -m time --datestop 2024-12-31 -j DROP',
    ],
  },
  'masquerade-without-out-interface': {
    told: [
      'nat: -A POSTROUTING -j MASQUERADE',
      'nat: -A POSTROUTING -p tcp -j SNAT --to-source 192.0.2.1',
      'nat: -A POSTROUTING ! -o lo -j MASQUERADE',
    ],
    silent: [
      'nat: -A POSTROUTING ! -o eth1 -j MASQUERADE',
      'nat: -A POSTROUTING -o eth0 -j MASQUERADE',
      'nat: -A POSTROUTING -s 10.8.0.0/24 -j MASQUERADE',
      'nat: -A POSTROUTING -m mark --mark 1 -j MASQUERADE',
    ],
  },
};

const TABLES = {
  filter: ['INPUT', 'FORWARD', 'OUTPUT'],
  nat: ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING'],
  raw: ['PREROUTING', 'OUTPUT'],
} as const;

function codesOf(rule: string): string[] {
  const family = rule.startsWith('6: ') ? 6 : 4;
  const table = rule.startsWith('nat: ') ? 'nat' : rule.startsWith('raw: ') ? 'raw' : 'filter';
  const chains = TABLES[table].map((name) => `:${name} ACCEPT [0:0]`);
  const text = [`*${table}`, ...chains, rule.replace(/^\w+: /, ''), 'COMMIT', ''].join('\n');
  return allFindingsOf(new RulesFile(text, { ...DEFAULT_SETTINGS, family })).map(({ code }) => code);
}

describe.each(Object.entries(CASES))('%s', (name, { told, silent }) => {
  test.each(told)('is said of %s', (rule) => expect(codesOf(rule)).toContain(name));
  test.each(silent)('is not said of %s', (rule) => expect(codesOf(rule)).not.toContain(name));
});
