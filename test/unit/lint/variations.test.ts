// The same mistake in another dress, and the file without it: by rule, what is wrong and what mends it.

import { describe, expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';

interface Variation {
  readonly why: string;
  readonly rule: string;
  readonly family?: Family;
  /** The file with the mistake; `>` in front of the line that is told. */
  readonly bad: string;
  readonly good: string;
}

const HEAD = '*filter\n:INPUT DROP [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT ACCEPT [0:0]\n';
const OWN = '-A INPUT -i lo -j ACCEPT\n-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT\n';
const filter = (rules: string, chains = '') => `${HEAD}${chains}${OWN}${rules}\nCOMMIT\n`;
const nat = (rules: string, chains = '') =>
  `*nat\n:PREROUTING ACCEPT [0:0]\n:POSTROUTING ACCEPT [0:0]\n${chains}${rules}\nCOMMIT\n`;

const VARIATIONS: readonly Variation[] = [
  {
    why: 'a port that the jump asks for',
    rule: 'sensitive-port-open-to-the-world',
    bad: filter('-A INPUT -p tcp --dport 27017 -j DB\n>-A DB -j ACCEPT', ':DB - [0:0]\n'),
    good: filter('-A INPUT -s 10.0.0.0/8 -p tcp --dport 27017 -j DB\n-A DB -j ACCEPT', ':DB - [0:0]\n'),
  },
  {
    why: 'the world in two halves',
    rule: 'sensitive-port-open-to-the-world',
    bad: filter(
      '-A INPUT -s 0.0.0.0/1 -p tcp --dport 3306 -j ACCEPT\n>-A INPUT -s 128.0.0.0/1 -p tcp --dport 3306 -j ACCEPT',
    ),
    good: filter(
      '-A INPUT -s 0.0.0.0/1 -p tcp --dport 3306 -j ACCEPT\n-A INPUT -s 192.0.0.0/2 -p tcp --dport 3306 -j ACCEPT',
    ),
  },
  {
    why: 'halves for different ports',
    rule: 'sensitive-port-open-to-the-world',
    bad: filter(
      '-A INPUT -s 0.0.0.0/1 -p tcp --dport 3306 -j ACCEPT\n>-A INPUT -s 128.0.0.0/1 -p tcp -m multiport --dports 3306,6379 -j ACCEPT',
    ),
    good: filter(
      '-A INPUT -s 0.0.0.0/1 -p tcp --dport 3306 -j ACCEPT\n-A INPUT -s 128.0.0.0/1 -p tcp --dport 6379 -j ACCEPT',
    ),
  },
  {
    why: 'every address as a range',
    rule: 'sensitive-port-open-to-the-world',
    bad: filter('>-A INPUT -m iprange --src-range 0.0.0.0-255.255.255.255 -p tcp --dport 6379 -j ACCEPT'),
    good: filter('-A INPUT -m iprange --src-range 10.0.0.1-10.0.0.9 -p tcp --dport 6379 -j ACCEPT'),
  },
  {
    why: 'the whole range of Elasticsearch',
    rule: 'sensitive-port-open-to-the-world',
    bad: filter('>-A INPUT -p tcp --dport 9200:9300 -j ACCEPT'),
    good: filter('-A INPUT -s 10.0.0.0/8 -p tcp --dport 9200:9300 -j ACCEPT'),
  },
  {
    why: 'SNMP answers by UDP alone',
    rule: 'sensitive-port-open-to-the-world',
    bad: filter('>-A INPUT -p udp --dport 161 -j ACCEPT'),
    good: filter('-A INPUT -p tcp --dport 161 -j ACCEPT'),
  },
  {
    why: 'no client has an address of the loopback interface',
    rule: 'lock-out',
    bad: '*filter\n>:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT\n-A INPUT -s 127.0.0.1 -p tcp --dport 22 -j ACCEPT\n-A INPUT -p tcp --dport 443 -j ACCEPT\nCOMMIT\n',
    good: '*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT\n-A INPUT -s 126.0.0.1 -p tcp --dport 22 -j ACCEPT\n-A INPUT -p tcp --dport 443 -j ACCEPT\nCOMMIT\n',
  },
  {
    why: 'only what a router has handed on',
    rule: 'neighbour-discovery-blocked',
    family: 6,
    bad: '*filter\n>:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -p ipv6-icmp -m hl --hl-lt 255 -j ACCEPT\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n',
    good: '*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -p ipv6-icmp -m hl --hl-eq 255 -j ACCEPT\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n',
  },
  {
    why: 'the match of IPv6',
    rule: 'fragment-match-with-conntrack',
    family: 6,
    bad: filter('>-A INPUT -m frag --fragmore -j DROP\n-A INPUT -p tcp --dport 22 -j ACCEPT'),
    good: `${HEAD}-A INPUT -m frag --fragmore -j DROP\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n`,
  },
  {
    why: 'as many as a limit lets through',
    rule: 'accepts-everything',
    bad: filter('>-A INPUT -p tcp --syn -m limit --limit 1/s -j ACCEPT'),
    good: filter('-A INPUT -p tcp --syn --dport 443 -m limit --limit 1/s -j ACCEPT'),
  },
  {
    why: 'of all packets, no more than a limit lets through',
    rule: 'accepts-everything',
    bad: filter('>-A INPUT -m limit --limit 100/s -j ACCEPT'),
    good: filter('-A INPUT -p icmp -m limit --limit 100/s -j ACCEPT\n-A INPUT -m limit --limit 3/min -j LOG'),
  },
  {
    why: 'one port of two',
    rule: 'dnat-without-forward-accept',
    bad: `${nat('>-A PREROUTING -i eth0 -p tcp -m multiport --dports 80,443 -j DNAT --to-destination 10.0.0.2')}${filter('-A FORWARD -d 10.0.0.2 -p tcp --dport 80 -j ACCEPT')}`,
    good: `${nat('-A PREROUTING -i eth0 -p tcp -m multiport --dports 80,443 -j DNAT --to-destination 10.0.0.2')}${filter('-A FORWARD -d 10.0.0.2 -p tcp --dport 80 -j ACCEPT\n-A FORWARD -d 10.0.0.2 -p tcp --dport 443 -j ACCEPT')}`,
  },
  {
    why: 'a range passes in part',
    rule: 'dnat-without-forward-accept',
    bad: `${nat('>-A PREROUTING -i eth0 -p tcp --dport 5000:5010 -j DNAT --to-destination 10.0.0.2')}${filter('-A FORWARD -d 10.0.0.2 -p tcp --dport 6001 -j ACCEPT')}`,
    good: `${nat('-A PREROUTING -i eth0 -p tcp --dport 5000:5010 -j DNAT --to-destination 10.0.0.2')}${filter('-A FORWARD -d 10.0.0.2 -p tcp --dport 5001 -j ACCEPT')}`,
  },
  {
    why: 'nat sees no untracked packets',
    rule: 'untracked-never-has-state',
    bad: `*raw\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -p tcp --dport 80 -j CT --notrack\nCOMMIT\n${nat('>-A PREROUTING -i eth0 -p tcp --dport 80 -j DNAT --to-destination 10.0.0.2')}`,
    good: `*raw\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -i eth1 -p tcp --dport 80 -j CT --notrack\nCOMMIT\n${nat('-A PREROUTING -i eth0 -p tcp --dport 80 -j DNAT --to-destination 10.0.0.2')}`,
  },
  {
    why: 'what packets that are not marked may meet is another rule',
    rule: 'match-never',
    bad: filter('>-A FORWARD -m mark --mark 1 -m mark --mark 2 -j ACCEPT'),
    good: filter('-A FORWARD -m mark --mark 0x1/0x1 -m mark --mark 0x2/0x2 -j ACCEPT'),
  },
  {
    why: 'the connection has a mark of its own',
    rule: 'match-never',
    bad: filter('>-A FORWARD -m connmark --mark 1 -m connmark --mark 2 -j ACCEPT'),
    good: filter(
      '-A FORWARD -m connmark --mark 1 -m connmark ! --mark 2 -j ACCEPT\n-A FORWARD -m connmark --mark 1 -m mark --mark 2 -j ACCEPT',
    ),
  },
  {
    why: 'DNS by TCP alone',
    rule: 'default-deny-output-without-dns',
    bad: `${HEAD.replace(':OUTPUT ACCEPT', '>:OUTPUT DROP')}${OWN}-A OUTPUT -p tcp -m multiport --dports 53,443 -j ACCEPT\nCOMMIT\n`,
    good: `${HEAD.replace('OUTPUT ACCEPT', 'OUTPUT DROP')}${OWN}-A OUTPUT -p tcp -m multiport --dports 853,443 -j ACCEPT\nCOMMIT\n`,
  },
  {
    why: 'mail, whose servers have names',
    rule: 'default-deny-output-without-dns',
    bad: `${HEAD.replace(':OUTPUT ACCEPT', '>:OUTPUT DROP')}${OWN}-A OUTPUT -p tcp --dport 25 -j ACCEPT\nCOMMIT\n`,
    good: `${HEAD.replace('OUTPUT ACCEPT', 'OUTPUT DROP')}${OWN}-A OUTPUT -d 10.0.0.25 -p tcp --dport 25 -j ACCEPT\nCOMMIT\n`,
  },
  {
    why: 'a list of those that may, in a chain that drops the others',
    rule: 'return-in-built-in-chain',
    bad: filter(
      '-A INPUT -p tcp --dport 443 -j WEB\n>-A WEB -s 192.0.2.0/24 -j RETURN\n-A WEB -j DROP',
      ':WEB - [0:0]\n',
    ),
    good: filter(
      '-A INPUT -p tcp --dport 443 -j WEB\n-A INPUT -p tcp --dport 443 -j ACCEPT\n-A WEB -s 192.0.2.0/24 -j RETURN\n-A WEB -j DROP',
      ':WEB - [0:0]\n',
    ),
  },
  {
    why: 'what goes back is logged',
    rule: 'return-in-built-in-chain',
    bad: filter(
      '-A INPUT -p tcp -j WEB\n-A INPUT -p udp -j LOG\n>-A WEB -s 192.0.2.0/24 -j RETURN\n-A WEB -j DROP',
      ':WEB - [0:0]\n',
    ),
    good: filter(
      '-A INPUT -p tcp -j WEB\n-A INPUT -j LOG\n-A WEB -s 192.0.2.0/24 -j RETURN\n-A WEB -j DROP',
      ':WEB - [0:0]\n',
    ),
  },
  {
    why: 'the chain refuses in words',
    rule: 'return-in-built-in-chain',
    bad: filter('-A INPUT -j WEB\n>-A WEB -s 192.0.2.0/24 -j RETURN\n-A WEB -j DROP', ':WEB - [0:0]\n'),
    good: filter('-A INPUT -j WEB\n-A WEB -s 192.0.2.0/24 -j RETURN\n-A WEB -j REJECT', ':WEB - [0:0]\n'),
  },
  {
    why: 'a count that picks the same packets',
    rule: 'statistic-uneven',
    bad: '*mangle\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -m statistic --mode nth --every 2 --packet 0 -j MARK --set-mark 1\n>-A PREROUTING -m statistic --mode nth --every 2 --packet 0 -j MARK --set-mark 2\nCOMMIT\n',
    good: '*mangle\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -m statistic --mode nth --every 2 --packet 0 -j MARK --set-mark 1\n-A PREROUTING -m statistic --mode nth --every 2 --packet 1 -j MARK --set-mark 2\nCOMMIT\n',
  },
  {
    why: 'the same packets are marked and logged',
    rule: 'statistic-uneven',
    bad: '*mangle\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -m statistic --mode nth --every 2 --packet 0 -j DSCP --set-dscp 1\n>-A PREROUTING -m statistic --mode nth --every 2 --packet 0 -j TOS --set-tos 0x10/0xff\nCOMMIT\n',
    good: '*mangle\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -m statistic --mode nth --every 2 --packet 0 -j MARK --set-mark 1\n-A PREROUTING -m statistic --mode nth --every 2 --packet 0 -j LOG\nCOMMIT\n',
  },
  {
    why: 'every address of this machine',
    rule: 'accepts-everything',
    bad: filter('>-A INPUT -m addrtype --dst-type LOCAL -j ACCEPT'),
    good: filter(
      '-A INPUT -m addrtype --dst-type MULTICAST -j ACCEPT\n-A FORWARD -m addrtype --dst-type LOCAL -j ACCEPT',
    ),
  },
  {
    why: 'all that is not sent to many',
    rule: 'accepts-everything',
    bad: filter('>-A INPUT -m pkttype --pkt-type unicast -j ACCEPT'),
    good: filter('-A INPUT -m pkttype --pkt-type multicast -j ACCEPT'),
  },
  {
    why: 'one address of loopback',
    rule: 'default-deny-without-loopback',
    bad: `${HEAD}>-A INPUT -d 127.0.0.1 -j DROP\n${OWN}-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n`,
    good: `${HEAD}${OWN}-A INPUT -d 127.0.0.1 -j DROP\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n`,
  },
  {
    why: 'TCP alone',
    rule: 'default-deny-without-loopback',
    bad: `${HEAD.replace(':INPUT', '>:INPUT')}${OWN.replace('-i lo', '-i lo -p tcp')}-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n`,
    good: `${HEAD}${OWN.replace('-i lo', '-i lo -p tcp')}-A INPUT -i lo -p udp -j ACCEPT\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n`,
  },
  {
    why: 'replies by TCP alone',
    rule: 'default-deny-without-established',
    bad: `${HEAD.replace(':INPUT', '>:INPUT')}${OWN.replace('-m conn', '-p tcp -m conn')}-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n`,
    good: `${HEAD}${OWN.replace('-m conn', '-p tcp -m conn')}-A INPUT -s 192.0.2.53 -p udp --sport 53 -j ACCEPT\n-A INPUT -p tcp --dport 22 -j ACCEPT\nCOMMIT\n`,
  },
  {
    why: 'a mark beyond its mask',
    rule: 'match-never',
    bad: filter('>-A FORWARD -m mark --mark 0x2/0x1 -j DROP'),
    good: filter('-A FORWARD -m mark --mark 0x2/0x3 -j DROP'),
  },
  {
    why: 'a mark of the connection beyond its mask',
    rule: 'match-never',
    bad: filter('>-A FORWARD -m connmark --mark 0x100/0xff -j DROP'),
    good: filter('-A FORWARD -m connmark ! --mark 0x100/0xff00 -j DROP'),
  },
  {
    why: 'flags beyond their mask, negated',
    rule: 'condition-always-holds',
    bad: filter('>-A FORWARD -p tcp ! --tcp-flags SYN SYN,ACK -j DROP'),
    good: filter('-A FORWARD -p tcp ! --tcp-flags SYN,ACK SYN,ACK -j DROP'),
  },
  {
    why: 'all of it in two halves',
    rule: 'accepts-everything',
    bad: filter('-A INPUT -s 0.0.0.0/1 -j ACCEPT\n>-A INPUT -s 128.0.0.0/1 -j ACCEPT'),
    good: filter('-A INPUT -s 0.0.0.0/1 -j ACCEPT\n-A INPUT -s 128.0.0.0/1 -p tcp --dport 443 -j ACCEPT'),
  },
  {
    why: 'all ports but one',
    rule: 'accepts-everything',
    bad: filter('>-A INPUT -p tcp ! --dport 23 -j ACCEPT'),
    good: filter('-A INPUT -p tcp --dport 1024:65535 -j ACCEPT'),
  },
  {
    why: 'into the network behind a router',
    rule: 'accepts-everything',
    bad: `*nat\n:POSTROUTING ACCEPT [0:0]\n-A POSTROUTING -o eth0 -j MASQUERADE\nCOMMIT\n${filter('>-A FORWARD -o eth1 -j ACCEPT')}`,
    good: `*nat\n:POSTROUTING ACCEPT [0:0]\n-A POSTROUTING -o eth0 -j MASQUERADE\nCOMMIT\n${filter('-A FORWARD -i eth1 -o eth0 -j ACCEPT')}`,
  },
  {
    why: 'a quota',
    rule: 'limit-without-drop',
    bad: filter('>-A INPUT -p tcp --dport 80 -m quota --quota 1000 -j ACCEPT\n-A INPUT -p tcp --dport 80 -j ACCEPT'),
    good: filter('-A INPUT -p tcp --dport 80 -m quota --quota 1000 -j ACCEPT\n-A INPUT -p tcp --dport 80 -j DROP'),
  },
  {
    why: 'TPROXY, and the port of the proxy in INPUT',
    rule: 'redirect-without-input-accept',
    bad: `*mangle\n:PREROUTING ACCEPT [0:0]\n>-A PREROUTING -i eth1 -p tcp --dport 80 -j TPROXY --on-port 3129 --tproxy-mark 1/1\nCOMMIT\n${filter('-A INPUT -i eth1 -p tcp --dport 3129 -j ACCEPT')}`,
    good: `*mangle\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -i eth1 -p tcp --dport 80 -j TPROXY --on-port 3129 --tproxy-mark 1/1\nCOMMIT\n${filter('-A INPUT -m mark --mark 1/1 -j ACCEPT')}`,
  },
  {
    why: 'an address for all machines of a link',
    rule: 'multicast-source',
    bad: filter('>-A INPUT -s 255.255.255.255 -p udp --dport 67 -j ACCEPT'),
    good: filter('-A INPUT -s 224.0.0.0/3 -j DROP'),
  },
  {
    why: 'a limit does nothing by itself',
    rule: 'rule-without-target',
    bad: filter('>-A INPUT -p icmp -m limit --limit 5/s'),
    good: filter('-A INPUT -p icmp -m limit --limit 5/s -j ACCEPT'),
  },
  {
    why: 'a chain of rules that count',
    rule: 'rule-without-target',
    bad: filter('-A INPUT -j acct\n>-A acct -p tcp\n-A acct -p udp -j DROP', ':acct - [0:0]\n'),
    good: filter('-A INPUT -j acct\n-A acct -p tcp\n-A acct -p udp', ':acct - [0:0]\n'),
  },
  {
    why: 'in a chain for whatever comes by',
    rule: 'dnat-without-interface-or-address',
    bad: nat(
      '-A PREROUTING -j ports\n>-A ports -p tcp --dport 443 -j DNAT --to-destination 10.0.0.5',
      ':ports - [0:0]\n',
    ),
    good: nat(
      '-A PREROUTING -i ppp0 -j ports\n-A ports -p tcp --dport 443 -j DNAT --to-destination 10.0.0.5',
      ':ports - [0:0]\n',
    ),
  },
  {
    why: 'every address is no condition',
    rule: 'masquerade-without-out-interface',
    bad: nat('>-A POSTROUTING -s 0.0.0.0/0 -o + -j MASQUERADE'),
    good: nat('-A POSTROUTING -s 10.0.0.0/8 -o eth0 -j MASQUERADE'),
  },
  {
    why: 'from the provider through FORWARD',
    rule: 'accepts-any-port-by-source-port',
    bad: filter('>-A FORWARD -i ppp0 -p udp --sport 123 -j ACCEPT'),
    good: filter('-A FORWARD -i br0 -p udp --sport 123 -j ACCEPT'),
  },
  {
    why: 'all of UDP',
    rule: 'accepts-everything',
    family: 6,
    bad: filter('>-A INPUT -p udp -j ACCEPT'),
    good: filter('-A INPUT -p udp --dport 53 -j ACCEPT'),
  },
  {
    why: 'what nat has translated was let in there',
    rule: 'accepts-everything',
    bad: filter('>-A FORWARD -m conntrack --ctstate NEW -j ACCEPT'),
    good: filter('-A FORWARD -m conntrack --ctstate DNAT -j ACCEPT'),
  },
  {
    why: 'ports that exclude each other',
    rule: 'negated-drops-exclude-each-other',
    bad: filter('-A INPUT -p tcp ! --dport 80 -j DROP\n>-A INPUT -p tcp ! --dport 443 -j DROP'),
    good: filter('-A INPUT -p tcp ! --dport 80 -j DROP\n-A INPUT -p tcp --dport 80 -j ACCEPT'),
  },
  {
    why: 'a RETURN up to a limit, and the end of the chain',
    rule: 'limit-without-drop',
    bad: filter('-A INPUT -p tcp --syn -j flood\n>-A flood -m limit --limit 1/s -j RETURN', ':flood - [0:0]\n'),
    good: filter(
      '-A INPUT -p tcp --syn -j flood\n-A flood -m limit --limit 1/s -j RETURN\n-A flood -j DROP',
      ':flood - [0:0]\n',
    ),
  },
  {
    why: 'a goto that skips an accept of its own chain',
    rule: 'return-in-built-in-chain',
    bad: filter(
      '-A INPUT -p tcp -j in\n>-A in -p tcp --dport 400:500 -g web\n-A in -p tcp --dport 443 -j ACCEPT\n-A web -p tcp --dport 480 -j ACCEPT',
      ':in - [0:0]\n:web - [0:0]\n',
    ),
    good: filter(
      '-A INPUT -p tcp -j in\n-A in -p tcp --dport 400:500 -j web\n-A in -p tcp --dport 443 -j ACCEPT\n-A web -p tcp --dport 480 -j ACCEPT',
      ':in - [0:0]\n:web - [0:0]\n',
    ),
  },
  {
    why: 'loopback addresses refused in a chain above',
    rule: 'default-deny-without-loopback',
    bad: `${HEAD}:bogons - [0:0]\n-A INPUT -j bogons\n${OWN}>-A bogons -s 127.0.0.0/8 -j DROP\nCOMMIT\n`,
    good: `${HEAD}:bogons - [0:0]\n-A INPUT -j bogons\n${OWN}-A bogons -s 127.0.0.0/8 ! -i lo -j DROP\nCOMMIT\n`,
  },
  {
    why: 'errors of forwarded connections',
    rule: 'established-without-related',
    bad: filter('>-A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT\n-A FORWARD -i br0 -o ppp0 -j ACCEPT'),
    good: filter(
      '-A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT\n-A FORWARD -i ppp0 -p icmp -j ACCEPT\n-A FORWARD -i br0 -o ppp0 -j ACCEPT',
    ),
  },
  {
    why: 'a chain that logs and comes back',
    rule: 'log-before-accept',
    bad: filter(
      '>-A INPUT -j log\n-A INPUT -p tcp --dport 443 -j ACCEPT\n-A log -m limit --limit 2/min -j LOG\n-A log -j RETURN',
      ':log - [0:0]\n',
    ),
    good: filter(
      '-A INPUT -p tcp --dport 443 -j ACCEPT\n-A INPUT -j log\n-A log -m limit --limit 2/min -j LOG\n-A log -j RETURN',
      ':log - [0:0]\n',
    ),
  },
  {
    why: 'IPv6 shut as a whole is managed by IPv4',
    rule: 'lock-out',
    family: 6,
    bad: '*filter\n>:INPUT DROP [0:0]\n:OUTPUT ACCEPT [0:0]\n-A INPUT -i lo -j ACCEPT\nCOMMIT\n',
    good: '*filter\n:INPUT DROP [0:0]\n:OUTPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\nCOMMIT\n',
  },
  {
    why: 'a cut name of the option',
    rule: 'fragment-match-with-conntrack',
    bad: filter('>-A FORWARD --fragment -j DROP'),
    good: filter('-A FORWARD -p tcp -j DROP'),
  },
  {
    why: 'a table of the name is there, whatever asks above or up to it',
    rule: 'hashlimit-name-shared',
    bad: filter(
      '-A INPUT -p tcp --dport 80 -m hashlimit --hashlimit-upto 9/sec --hashlimit-name a -j ACCEPT\n>-A INPUT -p tcp --dport 25 -m hashlimit --hashlimit-upto 1/sec --hashlimit-name a -j ACCEPT',
    ),
    good: filter(
      '-A INPUT -p tcp --dport 80 -m hashlimit --hashlimit-upto 9/sec --hashlimit-name a -j ACCEPT\n-A INPUT -p tcp --dport 25 -m hashlimit --hashlimit-above 9/sec --hashlimit-name a -j DROP',
    ),
  },
  {
    why: 'each rule of a list has a limit of its own',
    rule: 'comma-list-expands',
    bad: filter('>-A INPUT -s 10.0.0.1,10.0.0.2 -p tcp -m limit --limit 5/s -j ACCEPT'),
    good: filter('-A INPUT -s 10.0.0.1,10.0.0.2 -p tcp --dport 80 -j ACCEPT'),
  },
  {
    why: 'the other way round, by the version that says itself',
    rule: 'header-names-other-backend',
    bad: `># Generated by iptables-nft-save v1.8.11 (nf_tables) on Tue Mar  5 09:12:44 2024\n${filter('', ':-x - [0:0]\n')}`,
    good: `# Generated by iptables-save v1.8.11 on Tue Mar  5 09:12:44 2024\n${filter('', ':-x - [0:0]\n')}`,
  },
  {
    why: 'nobody but iptables-nft-save warns of the other one',
    rule: 'header-names-other-backend',
    bad: `# Generated by iptables-save v1.8.11 on Tue Mar  5 09:12:44 2024\n># Warning: iptables-legacy tables present, use iptables-legacy-save to see them\n${filter('', ':-x - [0:0]\n')}`,
    good: `# Generated by iptables-save v1.8.4 on Tue Mar  5 09:12:44 2024\n${filter('', ':-x - [0:0]\n')}`,
  },
  {
    why: 'SSH is behind another port, as a comment says',
    rule: 'lock-out',
    bad: '*filter\n>:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT\n-A INPUT -p tcp --dport 2222 -m comment --comment "web" -j ACCEPT\nCOMMIT\n',
    good: '*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT\n-A INPUT -p tcp --dport 2222 -m comment --comment "SSH of the office" -j ACCEPT\nCOMMIT\n',
  },
  {
    why: 'GRE as a port',
    rule: 'protocol-number-mistaken',
    bad: filter('-A INPUT -p tcp --dport 1723 -j ACCEPT\n>-A INPUT -p tcp --dport 47 -j ACCEPT'),
    good: filter('-A INPUT -p tcp --dport 1723 -j ACCEPT\n-A INPUT -p 47 -j ACCEPT'),
  },
  {
    why: 'ESP among the ports of IPsec',
    rule: 'protocol-number-mistaken',
    bad: filter('>-A INPUT -p udp -m multiport --dports 50,500,4500 -j ACCEPT'),
    good: filter('-A INPUT -p udp -m multiport --dports 50,60,500 -j ACCEPT'),
  },
  {
    why: 'an answer that begins no connection',
    rule: 'match-never',
    bad: filter('>-A INPUT -p icmp --icmp-type echo-reply -m conntrack --ctstate NEW -j ACCEPT'),
    good: filter('-A INPUT -p icmp --icmp-type echo-request -m conntrack --ctstate NEW -j ACCEPT'),
  },
  {
    why: 'an answer of IPv6 that begins no connection',
    rule: 'match-never',
    family: 6,
    bad: filter('>-A INPUT -p icmpv6 --icmpv6-type 129 -m state --state NEW -j ACCEPT'),
    good: filter('-A INPUT -p icmpv6 --icmpv6-type 129 -m state --state ESTABLISHED -j ACCEPT'),
  },
  {
    why: 'this machine in FORWARD',
    rule: 'match-never',
    bad: filter('-A FORWARD -j guests\n>-A guests -m addrtype --dst-type LOCAL -j DROP', ':guests - [0:0]\n'),
    good: filter(
      '-A FORWARD -j guests\n-A INPUT -j guests\n-A guests -m addrtype --dst-type LOCAL -j DROP',
      ':guests - [0:0]\n',
    ),
  },
  {
    why: 'all ports but those that rules above refuse',
    rule: 'accepts-everything',
    bad: filter('-A INPUT -p tcp --dport 25 -j DROP\n>-A INPUT -p tcp -j ACCEPT'),
    good: filter('-A INPUT -p tcp ! --dport 22 -j DROP\n-A INPUT -p tcp -j ACCEPT'),
  },
  {
    why: 'errors that come from outside, above what forwards them',
    rule: 'path-mtu-blocked',
    bad: filter(
      '>-A FORWARD -i ppp0 -p icmp --icmp-type destination-unreachable -j DROP\n-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
    ),
    good: filter(
      '-A FORWARD -i ppp0 -p icmp --icmp-type redirect -j DROP\n-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
    ),
  },
  {
    why: 'a router that drops its own errors',
    rule: 'path-mtu-blocked',
    family: 6,
    bad: filter(
      '-A FORWARD -i br0 -o eth0 -j ACCEPT\n-A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT\n>-A OUTPUT -p icmpv6 --icmpv6-type packet-too-big -j DROP',
    ),
    good: filter(
      '-A FORWARD -i br0 -o eth0 -j ACCEPT\n-A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT\n-A OUTPUT -p icmpv6 --icmpv6-type redirect -j DROP',
    ),
  },
  {
    why: 'the end of a chain for ICMP',
    rule: 'path-mtu-blocked',
    bad: `${HEAD}:icmp_in - [0:0]\n-A INPUT -p icmp -j icmp_in\n${OWN}-A icmp_in -p icmp --icmp-type echo-request -j ACCEPT\n>-A icmp_in -j DROP\nCOMMIT\n`,
    good: `${HEAD}:icmp_in - [0:0]\n-A INPUT -p icmp -j icmp_in\n${OWN}-A icmp_in -p icmp --icmp-type destination-unreachable -j ACCEPT\n-A icmp_in -j DROP\nCOMMIT\n`,
  },
  {
    why: 'what the first packet carries of TCP, in nat',
    rule: 'established-only-match-not-reached',
    bad: nat('>-A PREROUTING -p tcp --dport 80 -m string --algo bm --string GET -j REDIRECT --to-ports 8080'),
    good: nat('-A PREROUTING -p udp --dport 53 -m string --algo bm --string www -j REDIRECT --to-ports 5353'),
  },
  {
    why: 'the rule behind the jump accepts the rest',
    rule: 'limit-without-drop',
    bad: filter(
      '-A INPUT -p tcp --dport 22 -j ssh\n-A INPUT -p tcp -m multiport --dports 22,443 -j ACCEPT\n>-A ssh -m limit --limit 3/min -j ACCEPT',
      ':ssh - [0:0]\n',
    ),
    good: filter(
      '-A INPUT -p tcp --dport 22 -j ssh\n-A INPUT -s 10.0.0.0/8 -p tcp -m multiport --dports 22,443 -j ACCEPT\n-A ssh -m limit --limit 3/min -j ACCEPT',
      ':ssh - [0:0]\n',
    ),
  },
  {
    why: 'only one of two callers accepts the rest',
    rule: 'limit-without-drop',
    bad: filter(
      '-A INPUT -p tcp --dport 22 -j ssh\n-A INPUT -p tcp --dport 22 -j ACCEPT\n-A FORWARD -p tcp --dport 22 -j ssh\n-A FORWARD -j ACCEPT\n>-A ssh -m limit --limit 3/min -j ACCEPT',
      ':ssh - [0:0]\n',
    ),
    good: filter(
      '-A INPUT -p tcp --dport 22 -j ssh\n-A INPUT -p tcp --dport 22 -j ACCEPT\n-A FORWARD -p tcp --dport 22 -j ssh\n-A ssh -m limit --limit 3/min -j ACCEPT',
      ':ssh - [0:0]\n',
    ),
  },
  {
    why: 'the mark comes in POSTROUTING',
    rule: 'mark-never-set',
    bad: `*mangle\n-A POSTROUTING -s 10.1.0.0/16 -j MARK --set-mark 7\nCOMMIT\n${filter('>-A FORWARD -m mark --mark 7 -j ACCEPT')}`,
    good: `*mangle\n-A PREROUTING -s 10.1.0.0/16 -j MARK --set-mark 7\nCOMMIT\n${filter('-A FORWARD -m mark --mark 7 -j ACCEPT')}`,
  },
  {
    why: 'the connection carries the mark',
    rule: 'mark-never-set',
    bad: `*mangle\n-A PREROUTING -j CONNMARK --restore-mark\n-A POSTROUTING -j MARK --set-mark 7\n-A POSTROUTING -j CONNMARK --save-mark\nCOMMIT\n${filter('>-A FORWARD -m mark --mark 8 -j ACCEPT')}`,
    good: `*mangle\n-A PREROUTING -j CONNMARK --restore-mark\n-A POSTROUTING -j MARK --set-mark 7\n-A POSTROUTING -j CONNMARK --save-mark\nCOMMIT\n${filter('-A FORWARD -m mark --mark 7 -j ACCEPT')}`,
  },
  {
    why: 'one bit of several',
    rule: 'mark-never-set',
    bad: `*mangle\n-A PREROUTING -j MARK --set-xmark 0x10/0x10\nCOMMIT\n${filter('>-A INPUT -m mark --mark 0x20/0x20 -j ACCEPT')}`,
    good: `*mangle\n-A PREROUTING -j MARK --set-xmark 0x10/0x10\n-A PREROUTING -j MARK --set-xmark 0x20/0x20\nCOMMIT\n${filter('-A INPUT -m mark --mark 0x30/0x30 -j ACCEPT')}`,
  },
  {
    why: 'a chain called after both',
    rule: 'chain-without-its-verdict',
    bad: filter(
      '-A INPUT -p tcp --dport 8443 -j LOG_AND_ACCEPT\n>-A LOG_AND_ACCEPT -j LOG',
      ':LOG_AND_ACCEPT - [0:0]\n',
    ),
    good: filter(
      '-A INPUT -p tcp --dport 8443 -j LOG_AND_ACCEPT\n-A LOG_AND_ACCEPT -j LOG\n-A LOG_AND_ACCEPT -j allowed\n-A allowed -j ACCEPT',
      ':LOG_AND_ACCEPT - [0:0]\n:allowed - [0:0]\n',
    ),
  },
  {
    why: 'a service behind a router, by the interface to the Internet',
    rule: 'sensitive-port-open-to-the-world',
    bad: `${nat('-A PREROUTING -i ppp0 -p tcp --dport 3306 -j DNAT --to-destination 192.168.1.9\n-A POSTROUTING -o ppp0 -j MASQUERADE')}${filter('>-A FORWARD -i ppp0 -d 192.168.1.9/32 -p tcp --dport 3306 -j ACCEPT')}`,
    good: `${nat('-A PREROUTING -i ppp0 -p tcp --dport 3306 -j DNAT --to-destination 192.168.1.9\n-A POSTROUTING -o ppp0 -j MASQUERADE')}${filter('-A FORWARD -i br0 -d 192.168.1.9/32 -p tcp --dport 3306 -j ACCEPT\n-A FORWARD -i ppp0 -s 198.51.100.4/32 -d 192.168.1.9/32 -p tcp --dport 3306 -j ACCEPT')}`,
  },
  {
    why: 'answers of the inner network, as anybody sends them',
    rule: 'accepts-any-port-by-source-port',
    bad: `${nat('-A POSTROUTING -o eth0 -j MASQUERADE')}${filter('>-A FORWARD -i eth0 -o eth1 -p udp --sport 53 -j ACCEPT')}`,
    good: `${nat('-A POSTROUTING -o eth0 -j MASQUERADE')}${filter('-A FORWARD -i eth1 -o eth0 -p udp --sport 53 -j ACCEPT')}`,
  },
  {
    why: 'a chain that is entered in every direction',
    rule: 'masquerade-without-out-interface',
    bad: nat('-A POSTROUTING -j MASQ\n>-A MASQ -j MASQUERADE', ':MASQ - [0:0]\n'),
    good: nat('-A POSTROUTING -o eth0 -j MASQ\n-A MASQ -j MASQUERADE', ':MASQ - [0:0]\n'),
  },
  {
    why: 'the way to the server, of what is forwarded to it',
    rule: 'snat-hides-clients',
    bad: nat(
      '-A PREROUTING -i eth0 -p tcp --dport 25 -j DNAT --to-destination 10.0.0.25\n-A POSTROUTING -o eth0 -j MASQUERADE\n>-A POSTROUTING -o eth1 -j MASQUERADE',
    ),
    good: nat(
      '-A PREROUTING -i eth0 -p tcp --dport 25 -j DNAT --to-destination 10.0.0.25\n-A POSTROUTING -o eth0 -j MASQUERADE\n-A POSTROUTING -s 10.0.0.0/24 -o eth1 -j MASQUERADE',
    ),
  },
  {
    why: 'chains of raw and of filter',
    rule: 'untracked-never-has-state',
    bad: `*raw\n:logs - [0:0]\n-A PREROUTING -p udp -j logs\n-A logs -p udp --dport 514 -j NOTRACK\nCOMMIT\n${filter('-A INPUT -p udp --dport 514 -j logs\n>-A logs -s 10.0.0.0/8 -m conntrack --ctstate NEW,ESTABLISHED -j ACCEPT', ':logs - [0:0]\n')}`,
    good: `*raw\n:logs - [0:0]\n-A PREROUTING -p udp -j logs\n-A logs -s 192.168.0.0/16 -p udp --dport 514 -j NOTRACK\nCOMMIT\n${filter('-A INPUT -p udp --dport 514 -j logs\n-A logs -s 10.0.0.0/8 -m conntrack --ctstate NEW,ESTABLISHED -j ACCEPT', ':logs - [0:0]\n')}`,
  },
  {
    why: 'a public address, where only what comes from inside goes on',
    rule: 'dnat-without-forward-accept',
    bad: `${nat('>-A PREROUTING -d 203.0.113.1/32 -p tcp --dport 993 -j DNAT --to-destination 10.0.0.52\n-A POSTROUTING -o eth0 -j MASQUERADE')}${filter('-A FORWARD -i eth1 -j ACCEPT')}`,
    good: `${nat('-A PREROUTING -d 203.0.113.1/32 -p tcp --dport 993 -j DNAT --to-destination 10.0.0.52\n-A POSTROUTING -o eth0 -j MASQUERADE')}${filter('-A FORWARD -i eth1 -j ACCEPT\n-A FORWARD -d 10.0.0.52/32 -p tcp --dport 993 -j ACCEPT')}`,
  },
  {
    why: 'this machine by its own address, which INPUT has another port for',
    rule: 'redirect-without-input-accept',
    bad: `${nat('>-A PREROUTING -i eth0 -p tcp --dport 80 -j DNAT --to-destination 127.0.0.1:8080')}${filter('-A INPUT -p tcp --dport 80 -j ACCEPT')}`,
    good: `${nat('-A PREROUTING -i eth0 -p tcp --dport 80 -j DNAT --to-destination 127.0.0.1:8080')}${filter('-A INPUT -p tcp --dport 8080 -j ACCEPT')}`,
  },
  {
    why: 'two that accept all but one each',
    rule: 'negated-drops-exclude-each-other',
    bad: filter(
      '-A INPUT ! -s 203.0.113.5/32 -p tcp --dport 8080 -j ACCEPT\n>-A INPUT ! -s 203.0.113.6/32 -p tcp --dport 8080 -j ACCEPT',
    ),
    good: filter(
      '-A INPUT ! -s 203.0.113.5/32 -p tcp --dport 8080 -j ACCEPT\n-A INPUT ! -s 203.0.113.6/32 -p tcp --dport 8081 -j ACCEPT',
    ),
  },
  {
    why: 'neighbours before conntrack',
    rule: 'neighbour-discovery-blocked',
    family: 6,
    bad: `*raw\n>-A PREROUTING -p icmpv6 --icmpv6-type 135 -j DROP\nCOMMIT\n`,
    good: `*raw\n-A PREROUTING -p icmpv6 --icmpv6-type 137 -j DROP\nCOMMIT\n`,
  },
  {
    why: 'a chain for what the provider sends',
    rule: 'path-mtu-blocked',
    bad: `${HEAD}:WAN_IN - [0:0]\n-A INPUT -i ppp0 -j WAN_IN\n${OWN}>-A WAN_IN -p icmp -j DROP\nCOMMIT\n`,
    good: `${HEAD}:WAN_IN - [0:0]\n${OWN}-A INPUT -i ppp0 -j WAN_IN\n-A WAN_IN -p icmp -j DROP\nCOMMIT\n`,
  },
  {
    why: 'an inner interface to which answers are led back',
    rule: 'accepts-everything',
    bad: `${nat('-A POSTROUTING -o eth1 -j MASQUERADE')}${filter('>-A INPUT -i eth1 -j ACCEPT')}`,
    good: `${nat('-A POSTROUTING -s 10.0.0.0/24 -d 10.0.0.80/32 -o eth1 -j MASQUERADE\n-A POSTROUTING -o eth0 -j MASQUERADE')}${filter('-A INPUT -i eth1 -j ACCEPT')}`,
  },
  {
    why: 'a chain that accepts for several jumps',
    rule: 'sensitive-port-open-to-the-world',
    bad: filter(
      '-A INPUT -p tcp --dport 443 -j OK\n>-A INPUT -p tcp --dport 3306 -j OK\n-A OK -j ACCEPT',
      ':OK - [0:0]\n',
    ),
    good: filter(
      '-A INPUT -p tcp --dport 443 -j OK\n-A INPUT -s 10.0.0.0/8 -p tcp --dport 3306 -j OK\n-A OK -j ACCEPT',
      ':OK - [0:0]\n',
    ),
  },
];

function linesOf(text: string, family: Family, rule: string): number[] {
  const file = new RulesFile(text.replace(/^>/gm, ''), { ...DEFAULT_SETTINGS, family });
  return allFindingsOf(file).flatMap(({ code, line }) => (code === rule ? [line] : []));
}

describe.each(VARIATIONS)('$rule: $why', ({ rule, family = 4, bad, good }) => {
  test('is told in its line', () => {
    const wrong = bad.split('\n').findIndex((line) => line.startsWith('>'));
    expect(linesOf(bad, family, rule)).toEqual([wrong]);
  });

  test('is not told once it is mended', () => expect(linesOf(good, family, rule)).toEqual([]));
});
