// Owns made-up rules and packets for the conditions' tests: both out of few values, so that they meet often.
import type { Packet } from '../../../server/src/analysis/dimensions.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import type { Random } from '../../oracle/fuzz/random.ts';
import { bitsOf, type PlainPacket } from './naive.ts';

const ADDRESSES: Readonly<Record<Family, readonly [string, ...string[]]>> = {
  4: ['10.0.0.0', '10.0.0.1', '10.0.1.255', '10.1.2.3', '192.0.2.7', '192.0.2.128', '0.0.0.0', '255.255.255.255'],
  6: [
    '2001:db8::',
    '2001:db8::1',
    '2001:db8:0:1::ffff',
    'fe80::1',
    '::1',
    '::',
    'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  ],
};
const NETWORKS: Readonly<Record<Family, readonly [string, ...string[]]>> = {
  4: [
    '10.0.0.0/8',
    '10.0.0.0/23',
    '10.0.0.1',
    '192.0.2.0/25',
    '192.0.2.7/32',
    '0.0.0.0/0',
    '0.0.0.1/0.0.0.255',
    '128.0.0.0/1',
    '10.0.0.1/255.0.255.255',
  ],
  6: ['2001:db8::/32', '2001:db8::/64', '2001:db8::1', 'fe80::/10', '::/0', '::1/128', '8000::/1', '::1/::ffff'],
};
const RANGES: Readonly<Record<Family, readonly [string, ...string[]]>> = {
  4: ['10.0.0.0-10.0.1.255', '10.0.0.1-192.0.2.7', '192.0.2.7', '192.0.2.7-10.0.0.1'],
  6: ['2001:db8::-2001:db8:0:1::ffff', '::1-fe80::1', 'fe80::1-::1'],
};
const INTERFACES = ['eth0', 'eth1', 'eth+', 'e+', 'lo', '+'] as const;
const NAMES = ['', 'lo', 'eth', 'eth0', 'eth01', 'eth1', 'e', 'f', 'ppp0'] as const;
const PORT_RANGES = ['22', 'ssh', '80', '1024:', ':1023', '53:80', '0', '65535', 'domain', '0:65535'] as const;
const PORT_LISTS = ['22,80', '53:80,443', '22', '1024:65535,ssh', '0,65535'] as const;
const PORTS = [0, 21, 22, 23, 53, 80, 81, 443, 1023, 1024, 65535] as const;
const ICMP: Readonly<Record<Family, readonly [string, ...string[]]>> = {
  4: ['8', '8/0', '3/1', 'echo-request', 'destination-unreachable', 'host-unreachable', 'any'],
  6: ['2', '128', '1/4', 'packet-too-big'],
};
const ICMP_SEEN = ['8/0', '8/1', '3/1', '3/4', '2/0', '128/0', '1/4', '0/0', '255/255'] as const;
const STATES = ['NEW', 'ESTABLISHED', 'RELATED', 'INVALID', 'UNTRACKED', 'RELATED,ESTABLISHED', 'NEW,INVALID'] as const;
const CT_STATES = [...STATES, 'SNAT', 'DNAT', 'DNAT,NEW'] as const;
const FLAGS = ['SYN', 'ACK', 'FIN', 'RST', 'PSH', 'URG', 'ALL', 'NONE', 'SYN,ACK', 'FIN,PSH,URG'] as const;
const STATES_SEEN = ['INVALID', 'UNTRACKED', 'NEW', 'ESTABLISHED', 'RELATED'] as const;

export const ATOMS: readonly string[] = STATES_SEEN.flatMap((state, at) =>
  at < 2 ? [state] : [state, `${state}+SNAT`, `${state}+DNAT`, `${state}+SNAT+DNAT`],
);

const maybe = (random: Random, share: number, make: () => string): string => (random.chance(share) ? ` ${make()}` : '');
const not = (random: Random): string => (random.chance(0.3) ? '! ' : '');

function protocolWords(random: Random, family: Family): string {
  const icmp = family === 4 ? 'icmp' : 'ipv6-icmp';
  const kind = random.pick(['', '', 'all', 'tcp', 'tcp', 'udp', icmp, '6', '! tcp', '! udp'] as const);
  if (kind === '') return '';
  if (kind.startsWith('! ')) return ` ! -p ${kind.slice(2)}`;
  const words = ` -p ${kind}`;
  if (kind === icmp) return words + maybe(random, 0.7, () => icmpWords(random, family));
  if (kind === 'all') return words;
  return words + maybe(random, 0.8, () => transportWords(random, kind));
}

function icmpWords(random: Random, family: Family): string {
  const option = family === 4 ? '--icmp-type' : '--icmpv6-type';
  return `-m ${family === 4 ? 'icmp' : 'icmp6'} ${not(random)}${option} ${random.pick(ICMP[family])}`;
}

function transportWords(random: Random, protocol: string): string {
  if (random.chance(0.3))
    return `-m multiport ${not(random)}${random.pick(['--sports', '--dports', '--ports'] as const)} ${random.pick(PORT_LISTS)}`;
  const sport = maybe(random, 0.4, () => `${not(random)}--sport ${random.pick(PORT_RANGES)}`);
  const dport = maybe(random, 0.6, () => `${not(random)}--dport ${random.pick(PORT_RANGES)}`);
  const flags = protocol === 'udp' ? '' : maybe(random, 0.3, () => flagWords(random));
  return `-m ${protocol === 'udp' ? 'udp' : 'tcp'}${sport}${dport}${flags}`;
}

function flagWords(random: Random): string {
  return `${not(random)}${random.chance(0.3) ? '--syn' : `--tcp-flags ${random.pick(FLAGS)} ${random.pick(FLAGS)}`}`;
}

/** Whether a network may stand with a `!`: not a whole one, which only legacy loads. */
function addressWords(random: Random, family: Family, option: string): string {
  if (random.chance(0.3)) return `${option} ${random.pick(NETWORKS[family])},${random.pick(NETWORKS[family])}`;
  const network = random.pick(NETWORKS[family]);
  return `${network.endsWith('/0') ? '' : not(random)}${option} ${network}`;
}

function otherWords(random: Random, family: Family): string {
  const hops = family === 4 ? 'ttl' : 'hl';
  const state = random.pick(STATES);
  return (
    random.pick([
      `-m state ${not(random)}--state ${state}`,
      `-m conntrack ${not(random)}--ctstate ${random.pick(CT_STATES)}`,
      `-m conntrack ${not(random)}--ctstate ${random.pick(CT_STATES)}`,
      `-m iprange ${not(random)}--src-range ${random.pick(RANGES[family])}`,
      `-m iprange --src-range ${random.pick(RANGES[family])} ${not(random)}--dst-range ${random.pick(RANGES[family])}`,
      `-m ${hops} ${not(random)}--${hops}-eq ${random.pick([1, 64, 255])}`,
      `-m ${hops} --${hops}-${random.pick(['lt', 'gt'] as const)} ${random.pick([0, 1, 64, 255])}`,
      `-m tos ${not(random)}--tos ${random.pick(['0x10', '0x10/0x3f', '0x00/0x03', '0x04/0x03'] as const)}`,
      `-m dscp ${not(random)}--dscp ${random.pick([0, 4, 46])}`,
      `-m length ${not(random)}--length ${random.pick(['0:84', '60', '100:', ':99'] as const)}`,
      `-m mac ${not(random)}--mac-source 02:00:00:00:00:0${random.int(1, 2)}`,
      `-m pkttype ${not(random)}--pkt-type ${random.pick(['unicast', 'broadcast', 'multicast'] as const)}`,
      `-m owner ${not(random)}--uid-owner ${random.pick(['0', '1000', '0-1000'] as const)}`,
      `-m recent ${not(random)}--set`,
      `-m mark ${not(random)}--mark ${random.pick(['0x1/0xff', '0x1/0xff', '0x100/0xff'] as const)}`,
      `-m set ${not(random)}--match-set office src`,
      `-m string ${not(random)}--string abc --algo bm`,
      `-m limit --limit 5/min`,
      '-m comment --comment x',
    ]) ?? ''
  );
}

/** The words of a rule behind its chain. Not all of them load, but each says something clear. */
export function makeRule(random: Random, family: Family): string {
  const fragment = family === 4 ? maybe(random, 0.08, () => `${not(random)}-f`) : '';
  return (
    protocolWords(random, family) +
    maybe(random, 0.4, () => addressWords(random, family, '-s')) +
    maybe(random, 0.3, () => addressWords(random, family, '-d')) +
    maybe(random, 0.3, () => `${not(random)}-i ${random.pick(INTERFACES)}`) +
    maybe(random, 0.2, () => `${not(random)}-o ${random.pick(INTERFACES)}`) +
    fragment +
    maybe(random, 0.5, () => otherWords(random, family)) +
    maybe(random, 0.2, () => otherWords(random, family))
  ).trim();
}

export function makePacket(random: Random, family: Family): PlainPacket {
  return {
    protocol: random.pick(['tcp', 'tcp', 'udp', family === 4 ? 'icmp' : 'ipv6-icmp', 'gre'] as const),
    source: bitsOf(random.pick(ADDRESSES[family])),
    destination: bitsOf(random.pick(ADDRESSES[family])),
    sport: random.pick(PORTS),
    dport: random.pick(PORTS),
    icmp: random.pick(ICMP_SEEN),
    in: random.pick(NAMES),
    out: random.pick(NAMES),
    state: random.pick(ATOMS) ?? '',
    flags: [...'SAFRPU'].filter(() => random.chance(0.4)).join(''),
    laterFragment: random.chance(0.15),
    ttl: random.pick([0, 1, 2, 63, 64, 65, 254, 255] as const),
    tos: random.pick([0, 0x10, 0x13, 0x50, 0xb8, 0xbb, 0xff] as const),
    length: random.pick([0, 59, 60, 84, 85, 99, 100, 65535] as const),
    mac: random.pick(['', '02:00:00:00:00:01', '02:00:00:00:00:02', '02:00:00:00:00:03'] as const),
    packetType: random.pick(['unicast', 'broadcast', 'multicast', 'otherhost'] as const),
    user: random.pick([undefined, 0, 1, 1000, 1001] as const),
  };
}

const NUMBERS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, 'ipv6-icmp': 58, gre: 47 };
const TYPES = ['unicast', 'broadcast', 'multicast', 'otherhost'];

/** The packet as the conditions see it. */
export function packetOf(plain: PlainPacket): Packet {
  const [type = 0, code = 0] = plain.icmp.split('/').map(Number);
  const address = (bits: string) => (bits.length === 32 ? Number.parseInt(bits, 2) : BigInt(`0b${bits}`));
  const bits = ['F', 'S', 'R', 'P', 'A', 'U'].map((letter, at) => (plain.flags.includes(letter) ? 1 << at : 0));
  return {
    protocol: NUMBERS[plain.protocol] ?? 0,
    source: address(plain.source),
    destination: address(plain.destination),
    sourcePort: plain.sport,
    destinationPort: plain.dport,
    icmp: type * 256 + code,
    inputInterface: plain.in,
    outputInterface: plain.out,
    state: ATOMS.indexOf(plain.state),
    flags: bits.reduce((all, bit) => all | bit, 0),
    fragment: plain.laterFragment ? 1 : 0,
    ttl: plain.ttl,
    tos: plain.tos,
    length: plain.length,
    mac: plain.mac === '' ? -1 : Number.parseInt(plain.mac.replaceAll(':', ''), 16),
    packetType: TYPES.indexOf(plain.packetType),
    user: plain.user ?? -1,
  };
}
