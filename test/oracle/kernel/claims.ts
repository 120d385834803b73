// What the pages of lint rules claim of packets, as one packet each and what counts it: in the bad example, and in the good one.

import type { PacketFacts } from '../../../server/src/analysis/trace/facts.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';

/** How often a rule of the example counts, by its line there; a policy by its table and chain. */
type Counts = Readonly<Record<string, number>>;

export interface Claim {
  /** Whose page it is. */
  readonly rule: string;
  readonly family?: Family;
  readonly says: string;
  readonly packet: Partial<PacketFacts>;
  readonly bad: Counts;
  readonly good: Counts;
}

/** The interfaces of the examples, as the lab has them. */
export const DEVICE_OF: Readonly<Record<string, string>> = { eth0: 'wan0', eth1: 'lan0' };

const BOX = '10.1.0.1';
const WAN = '198.51.100.1';
/** Somebody behind the router, by lan1. */
const INSIDE = '10.1.1.9';
const STRANGER = '203.0.113.9';

export const CLAIMS: readonly Claim[] = [
  {
    rule: 'unreachable-rule',
    says: 'the rule above takes the packet',
    packet: { src: '203.0.113.7', dst: INSIDE, dport: 443 },
    bad: {
      '-A FORWARD -p tcp -m multiport --dports 80,443 -j ACCEPT': 1,
      '-A FORWARD -s 203.0.113.7 -p tcp --dport 443 -j DROP': 0,
    },
    good: { '-A FORWARD -s 203.0.113.7 -p tcp --dport 443 -j DROP': 1 },
  },
  {
    rule: 'network-address-as-host',
    says: 'a host of the network does not match',
    packet: { src: '192.168.1.7', dst: INSIDE, dport: 25 },
    bad: { '-A FORWARD -s 192.168.1.0 -p tcp --dport 25 -j DROP': 0 },
    good: { '-A FORWARD -s 192.168.1.0/24 -p tcp --dport 25 -j DROP': 1 },
  },
  {
    rule: 'mask-covers-everything',
    says: 'anybody matches',
    packet: { src: STRANGER, dst: INSIDE, dport: 5432 },
    bad: { '-A FORWARD -s 192.168.5.0/0 -p tcp --dport 5432 -j DROP': 1 },
    good: { '-A FORWARD -s 192.168.5.0/24 -p tcp --dport 5432 -j DROP': 0 },
  },
  {
    rule: 'non-contiguous-mask',
    says: 'addresses of other networks match',
    packet: { src: '192.170.1.7', dst: INSIDE, dport: 25 },
    bad: { '-A FORWARD -s 192.168.1.0/255.225.255.0 -p tcp --dport 25 -j DROP': 1 },
    good: { '-A FORWARD -s 192.168.1.0/255.255.255.0 -p tcp --dport 25 -j DROP': 0 },
  },
  {
    rule: 'accepts-any-port-by-source-port',
    says: 'whoever sends from the port gets to every port',
    packet: { src: STRANGER, dst: INSIDE, sport: 80, dport: 3306 },
    bad: { '-A FORWARD -p tcp --sport 80 -j ACCEPT': 1 },
    good: { '-A FORWARD -p tcp --dport 80 -j ACCEPT': 0 },
  },
  {
    rule: 'negated-drops-exclude-each-other',
    says: 'one of the two that are meant does not get in',
    packet: { src: '192.0.2.10', dst: BOX, dport: 25 },
    bad: {
      '-A INPUT -p tcp --dport 25 ! -s 198.51.100.20 -j DROP': 1,
      '-A INPUT -p tcp --dport 25:26 -j ACCEPT': 0,
    },
    good: { '-A INPUT -p tcp --dport 25 -s 192.0.2.10 -j ACCEPT': 1 },
  },
  {
    rule: 'return-in-built-in-chain',
    says: 'the policy decides',
    packet: { src: '10.9.1.1', dst: BOX, dport: 80 },
    bad: { '-A INPUT -s 10.9.0.0/16 -p tcp --dport 80 -j RETURN': 1, 'filter INPUT': 1 },
    good: { '-A INPUT -s 10.9.0.0/16 -p tcp --dport 80 -j ACCEPT': 1, 'filter INPUT': 0 },
  },
  {
    rule: 'untracked-never-has-state',
    says: 'what is not tracked is not NEW',
    packet: { src: STRANGER, dst: BOX, dport: 80 },
    bad: {
      '-A INPUT -p tcp --dport 80 -m conntrack --ctstate NEW,ESTABLISHED -j ACCEPT': 0,
      'filter INPUT': 1,
    },
    good: { '-A INPUT -p tcp --dport 80 -m conntrack --ctstate NEW,ESTABLISHED,UNTRACKED -j ACCEPT': 1 },
  },
  {
    rule: 'state-before-conntrack',
    says: 'in raw everything is INVALID',
    packet: { src: STRANGER, dst: INSIDE, dport: 25 },
    bad: { '-A PREROUTING -m conntrack --ctstate INVALID -p tcp --dport 25 -j DROP': 1 },
    good: { '-A PREROUTING -m conntrack --ctstate INVALID -p tcp --dport 25 -j DROP': 0 },
  },
  {
    rule: 'neighbour-discovery-blocked',
    family: 6,
    says: 'a neighbour solicitation meets no rule',
    packet: { src: '2001:db8:1::9', dst: '2001:db8:1::1', proto: 58, icmp_type: 135, icmp_code: 0, ttl: 255 },
    bad: { 'filter INPUT': 1 },
    good: { '-A INPUT -p ipv6-icmp -j ACCEPT': 1, 'filter INPUT': 0 },
  },
  {
    rule: 'nat-exemption-below-nat',
    says: 'the packet is translated before the exemption',
    packet: { src: '10.1.0.9', dst: '10.2.0.9', dport: 80 },
    bad: {
      '-A POSTROUTING -s 10.1.0.0/24 -o eth0 -j MASQUERADE': 1,
      '-A POSTROUTING -s 10.1.0.0/24 -d 10.2.0.0/24 -j ACCEPT': 0,
    },
    good: {
      '-A POSTROUTING -s 10.1.0.0/24 -o eth0 -j MASQUERADE': 0,
      '-A POSTROUTING -s 10.1.0.0/24 -d 10.2.0.0/24 -j ACCEPT': 1,
    },
  },
  {
    rule: 'sensitive-port-open-to-the-world',
    says: 'a stranger gets in',
    packet: { in: 'wan0', src: STRANGER, dst: WAN, dport: 5432 },
    bad: { '-A INPUT -p tcp --dport 5432 -j ACCEPT': 1 },
    good: { '-A INPUT -s 10.20.0.0/16 -p tcp --dport 5432 -j ACCEPT': 0, 'filter INPUT': 1 },
  },
  {
    rule: 'accepts-everything',
    says: 'every port is open',
    packet: { in: 'wan0', src: STRANGER, dst: WAN, dport: 3306 },
    bad: { '-A INPUT -p tcp -m conntrack --ctstate NEW,ESTABLISHED -j ACCEPT': 1 },
    good: { '-A INPUT -p tcp --dport 443 -m conntrack --ctstate NEW,ESTABLISHED -j ACCEPT': 0, 'filter INPUT': 1 },
  },
  {
    rule: 'dnat-without-forward-accept',
    says: 'FORWARD sees the port behind the translation',
    packet: { in: 'wan0', src: STRANGER, dst: WAN, dport: 8443 },
    bad: {
      '-A PREROUTING -i eth0 -p tcp --dport 8443 -j DNAT --to-destination 10.0.0.25:443': 1,
      '-A FORWARD -p tcp --dport 8443 -d 10.0.0.25 -j ACCEPT': 0,
    },
    good: { '-A FORWARD -p tcp --dport 443 -d 10.0.0.25 -j ACCEPT': 1 },
  },
  {
    rule: 'masquerade-without-forward-accept',
    says: 'what FORWARD drops is not translated',
    packet: { src: '10.8.0.9', dst: STRANGER, dport: 80 },
    bad: { '-A POSTROUTING -s 10.8.0.0/24 -o eth0 -j MASQUERADE': 0, 'filter FORWARD': 1 },
    good: { '-A POSTROUTING -s 10.8.0.0/24 -o eth0 -j MASQUERADE': 1, 'filter FORWARD': 0 },
  },
  {
    rule: 'dropped-before-filter',
    says: 'what raw drops does not come to filter',
    packet: { in: 'wan0', src: STRANGER, dst: WAN, dport: 8443 },
    bad: {
      '-A PREROUTING -i eth0 -p tcp --dport 8000:9000 -j DROP': 1,
      '-A INPUT -i eth0 -p tcp --dport 8443 -j ACCEPT': 0,
    },
    good: { '-A INPUT -i eth0 -p tcp --dport 8443 -j ACCEPT': 1 },
  },
  {
    rule: 'multicast-source',
    says: 'what claims to come from a group gets to no rule of INPUT',
    packet: { in: 'wan0', src: '224.0.0.251', dst: WAN, proto: 17, dport: 5353 },
    bad: { '-A INPUT -s 224.0.0.251 -p udp --dport 5353 -j ACCEPT': 0, 'filter INPUT': 0 },
    good: { '-A INPUT -d 224.0.0.251 -p udp --dport 5353 -j ACCEPT': 0 },
  },
  {
    rule: 'dnat-to-loopback',
    says: 'routing drops a packet to 127.0.0.1 that came in from outside',
    packet: { in: 'wan0', src: STRANGER, dst: WAN, dport: 80 },
    bad: {
      '-A PREROUTING -i eth0 -p tcp --dport 80 -j DNAT --to-destination 127.0.0.1:8080': 1,
      '-A INPUT -p tcp --dport 8080 -j ACCEPT': 0,
    },
    good: { '-A INPUT -p tcp --dport 8080 -j ACCEPT': 1 },
  },
  {
    rule: 'condition-always-holds',
    says: 'no mark is equal to a value that its mask cuts',
    packet: { src: INSIDE, dst: STRANGER, dport: 443 },
    bad: { '-A FORWARD -i eth1 -m mark ! --mark 0x10/0xf -j DROP': 1 },
    good: { '-A FORWARD -i eth1 -m mark ! --mark 0x10/0xf0 -j DROP': 0 },
  },
  {
    rule: 'redirect-without-input-accept',
    says: 'INPUT sees the port behind the translation',
    packet: { src: '10.1.0.9', dst: INSIDE, dport: 80 },
    bad: { '-A INPUT -i eth1 -p tcp --dport 80 -j ACCEPT': 0, 'filter INPUT': 1 },
    good: { '-A INPUT -i eth1 -p tcp --dport 3128 -j ACCEPT': 1 },
  },
  {
    rule: 'match-never',
    says: 'nothing in INPUT goes out by an interface',
    packet: { in: 'wan0', src: STRANGER, dst: WAN, dport: 80 },
    bad: { '-A INPUT -p tcp --dport 80 -j web': 1, '-A web -o eth0 -j DROP': 0 },
    good: { '-A web -i eth0 -j DROP': 1 },
  },
  {
    rule: 'protocol-number-mistaken',
    says: 'mail is TCP, not protocol 25',
    packet: { src: STRANGER, dst: INSIDE, dport: 25 },
    bad: { '-A FORWARD -p 25 -j DROP': 0 },
    good: { '-A FORWARD -p tcp --dport 25 -j DROP': 1 },
  },
  {
    rule: 'dnat-without-interface-or-address',
    says: 'a connection of the own network to another server is taken',
    packet: { src: '10.1.0.9', dst: STRANGER, dport: 80 },
    bad: { '-A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 10.0.0.25': 1 },
    good: { '-A PREROUTING -i eth0 -p tcp --dport 80 -j DNAT --to-destination 10.0.0.25': 0 },
  },
  {
    rule: 'docker-published-port-in-input',
    says: 'a published port does not come to INPUT',
    packet: { in: 'wan0', src: STRANGER, dst: WAN, dport: 8080 },
    bad: {
      '-A INPUT -p tcp --dport 8080 -j REJECT': 0,
      '-A FORWARD -j DOCKER-USER': 1,
    },
    good: {
      '-A DOCKER-USER -i eth0 ! -s 192.0.2.0/24 -p tcp -m conntrack --ctorigdstport 8080 --ctdir ORIGINAL -j DROP': 1,
    },
  },
  {
    rule: 'masquerade-without-out-interface',
    says: 'a client from outside gets the address of this machine',
    packet: { in: 'wan0', src: STRANGER, dst: INSIDE, dport: 80 },
    bad: { '-A POSTROUTING -j MASQUERADE': 1 },
    good: { '-A POSTROUTING -o eth0 -j MASQUERADE': 0 },
  },
  {
    rule: 'snat-hides-clients',
    says: 'a client from outside gets the address of this machine',
    packet: { src: STRANGER, dst: '10.0.0.25', dport: 25 },
    bad: { '-A POSTROUTING -d 10.0.0.25 -p tcp --dport 25 -j MASQUERADE': 1 },
    good: { '-A POSTROUTING -s 10.0.0.0/24 -d 10.0.0.25 -p tcp --dport 25 -j MASQUERADE': 0 },
  },
  {
    rule: 'host-bits-set',
    says: 'the whole network matches',
    packet: { src: '192.168.1.99', dst: INSIDE, dport: 25 },
    bad: { '-A FORWARD -s 192.168.1.17/24 -p tcp --dport 25 -j DROP': 1 },
    good: { '-A FORWARD -s 192.168.1.0/24 -p tcp --dport 25 -j DROP': 1 },
  },
  {
    rule: 'limit-turned-around',
    says: 'the first packet of a slow sender is dropped',
    packet: { src: STRANGER, dst: INSIDE, dport: 80 },
    bad: {
      '-A FORWARD -p tcp --dport 80 -m hashlimit --hashlimit-upto 50/sec --hashlimit-mode srcip --hashlimit-name http -j DROP': 1,
    },
    good: {
      '-A FORWARD -p tcp --dport 80 -m hashlimit --hashlimit-above 50/sec --hashlimit-mode srcip --hashlimit-name http -j DROP': 0,
    },
  },
  {
    rule: 'rule-without-target',
    says: 'the packet is counted and goes on to the policy',
    packet: { src: STRANGER, dst: INSIDE, dport: 80 },
    bad: { '-A FORWARD -s 203.0.113.0/24': 1, 'filter FORWARD': 1 },
    good: { '-A FORWARD -s 203.0.113.0/24 -j DROP': 1, 'filter FORWARD': 0 },
  },
  {
    rule: 'unused-chain',
    says: 'nothing comes to the chain',
    packet: { src: '203.0.113.7', dst: BOX, dport: 22 },
    bad: { '-A ssh -s 203.0.113.7 -p tcp --dport 22 -j DROP': 0 },
    good: { '-A ssh -s 203.0.113.7 -p tcp --dport 22 -j DROP': 1 },
  },
];
