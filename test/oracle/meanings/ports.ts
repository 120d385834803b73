// Owns the probes of ports, protocols, ICMP types and TCP flags.
import { protocolName } from '../../../server/src/vocabulary/protocols.ts';
import { serviceSource } from '../../../server/src/vocabulary/services.ts';
import { TRANSPORT } from '../../../server/src/vocabulary/transports.ts';
import type { IcmpTypeMeaning, PortsMeaning, Range } from '../../../server/src/vocabulary/values/meaning.ts';
import type { Random } from '../fuzz/random.ts';
import { natPortsText } from './addresses.ts';
import { type Probe, probe } from './probe.ts';
import { otherwise } from './words.ts';

const rangeText = ({ first, last }: Range): string => (first === last ? String(first) : `${first}:${last}`);
const listText = ({ ranges }: PortsMeaning): string => ranges.map(rangeText).join(',');

/** tcp and udp leave a range of all ports out. */
function optionText(option: string, meaning: PortsMeaning): string {
  const text = listText(meaning);
  return text === '0:65535' ? '' : `${option} ${text}`;
}

const ports = (random: Random): string => {
  const one = () => otherwise(String(random.pick([0, 1, 22, 1023, 65535, random.int(0, 70000)])), random);
  return random.pick([one(), `${one()}:${one()}`, `:${one()}`, `${one()}:`, ':', 'ssh:http', '-65514']);
};

/** No service of a list is one that this machine need not know. */
function isListed(list: string, transport: number): boolean {
  return list.split(/[,:]/).every((name) => serviceSource(name, transport) !== 'iana');
}

const codes = (random: Random): string => {
  const one = () => otherwise(String(random.pick([0, 3, 8, 13, 128, 255, random.int(0, 260)])), random);
  return random.pick([one(), `${one()}/${one()}`, `${one()}/${one()}:${one()}`]);
};

/** The tools save the first code of a range alone, and leave it out where the range is of all codes. */
function icmpText({ type, codes: { first, last } }: IcmpTypeMeaning): string {
  if (type === 'any') return 'any';
  return first === 0 && last === 255 ? String(type) : `${type}/${first}`;
}

const FLAG_NAMES = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG'] as const;
const flagText = (flags: number): string =>
  flags === 0 ? 'NONE' : FLAG_NAMES.filter((_, bit) => flags & (1 << bit)).join(',');

export const PORTS: readonly Probe[] = [
  probe('port-range', '--dport of tcp', {
    of: ['tcp', '--dport'],
    protocol: 6,
    words: ports,
    rule: (word) => `-p tcp -m tcp --dport ${word} @`,
    saved: (meaning) => `-p tcp -m tcp ${optionText('--dport', meaning)} @`,
  }),
  probe('port-range', '--sport of udp', {
    of: ['udp', '--sport'],
    protocol: 17,
    words: ports,
    rule: (word) => `-p udp -m udp --sport ${word} @`,
    saved: (meaning) => `-p udp -m udp ${optionText('--sport', meaning)} @`,
  }),
  probe('port-range', '--dport of sctp', {
    of: ['sctp', '--dport'],
    protocol: 132,
    words: ports,
    rule: (word) => `-p sctp -m sctp --dport ${word} @`,
    saved: (meaning) => `-p sctp -m sctp --dport ${listText(meaning)} @`,
  }),
  probe('port-range', '--dport of dccp', {
    of: ['dccp', '--dport'],
    protocol: 33,
    words: ports,
    rule: (word) => `-p dccp -m dccp --dport ${word} @`,
    saved: (meaning) => `-p dccp -m dccp --dport ${listText(meaning)} @`,
  }),
  probe('port-range', '--ctorigdstport', {
    of: ['conntrack', '--ctorigdstport'],
    words: ports,
    rule: (word) => `-m conntrack --ctorigdstport ${word} @`,
    // A range that ends at 0 is saved without that end, and holds no port nevertheless.
    saved: (meaning) => `-m conntrack --ctorigdstport ${listText(meaning).replace(/:0$/, '')} @`,
  }),
  probe('port', '--on-port', {
    table: 'mangle',
    chain: 'PREROUTING',
    of: ['TPROXY', '--on-port'],
    words: ports,
    rule: (word) => `-p tcp @ -j TPROXY --on-port ${word} --on-ip 10.0.0.1`,
    saved: (meaning) => `-p tcp @ -j TPROXY --on-port ${listText(meaning)} --on-ip 10.0.0.1 --tproxy-mark 0x0/0x0`,
  }),
  probe('port-list', '--dports', {
    of: ['multiport', '--dports'],
    protocol: 6,
    rule: (word) => `-p tcp -m multiport --dports ${word} @`,
    saved: (meaning, word) =>
      isListed(word, TRANSPORT.tcp) ? `-p tcp -m multiport --dports ${listText(meaning)} @` : undefined,
  }),
  probe('port-list', '--ports of udp', {
    of: ['multiport', '--ports'],
    protocol: 17,
    words: (random) => random.list(1, 6, ',', () => ports(random)),
    rule: (word) => `-p udp -m multiport --ports ${word} @`,
    saved: (meaning, word) =>
      isListed(word, TRANSPORT.udp) ? `-p udp -m multiport --ports ${listText(meaning)} @` : undefined,
  }),
  probe('nat-ports', '--to-ports of REDIRECT', {
    table: 'nat',
    chain: 'PREROUTING',
    of: ['REDIRECT', '--to-ports'],
    protocol: 6,
    rule: (word) => `-p tcp @ -j REDIRECT --to-ports ${word}`,
    saved: (meaning) => `-p tcp @ -j REDIRECT --to-ports ${natPortsText(meaning)}`,
  }),
  probe('nat-ports', '--to-ports of MASQUERADE', {
    table: 'nat',
    chain: 'POSTROUTING',
    of: ['MASQUERADE', '--to-ports'],
    protocol: 6,
    rule: (word) => `-p tcp @ -j MASQUERADE --to-ports ${word}`,
    saved: (meaning) => `-p tcp @ -j MASQUERADE --to-ports ${natPortsText(meaning)}`,
  }),
  probe('protocol', '-p', {
    of: { kind: 'protocol' },
    words: (random) => otherwise(String(random.int(0, 256)), random),
    rule: (word) => `-p ${word} @`,
    saved: ({ number }) => (number === 0 ? '@' : `-p ${protocolName(number) ?? number} @`),
  }),
  probe('protocol', '--ctproto', {
    of: ['conntrack', '--ctproto'],
    words: (random) => otherwise(String(random.int(0, 256)), random),
    rule: (word) => `-m conntrack --ctproto ${word} @`,
    saved: ({ number }) => `-m conntrack --ctproto ${number} @`,
  }),
  probe('icmp-type', '--icmp-type', {
    of: ['icmp', '--icmp-type'],
    words: codes,
    rule: (word) => `-p icmp -m icmp --icmp-type ${word} @`,
    saved: (meaning) => `-p icmp -m icmp --icmp-type ${icmpText(meaning)} @`,
  }),
  probe('icmp-type', '--icmpv6-type', {
    family: 6,
    of: ['icmp6', '--icmpv6-type'],
    words: codes,
    rule: (word) => `-p ipv6-icmp -m icmp6 --icmpv6-type ${word} @`,
    saved: (meaning) => `-p ipv6-icmp -m icmp6 --icmpv6-type ${icmpText(meaning)} @`,
  }),
  probe('tcp-flags', '--tcp-flags', {
    of: ['tcp', '--tcp-flags'],
    protocol: 6,
    words: (random) => random.list(1, 7, ',', () => random.pick([...FLAG_NAMES, 'syn', 'aCk', 'ALL', 'NONE', ''])),
    rule: (word) => `-p tcp -m tcp --tcp-flags SYN,ACK ${word} @`,
    saved: ({ flags }) => `-p tcp -m tcp --tcp-flags SYN,ACK ${flagText(flags)} @`,
  }),
];
