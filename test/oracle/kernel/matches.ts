// Made-up matches of rules, each valid in the chain that it is for.

import type { Family, TableName } from '../../../server/src/vocabulary/schema.ts';
import type { Random } from '../fuzz/random.ts';
import { DEVICE_NAMES } from './topology.ts';
import { MACS, MARKS, NETWORKS, PORT_LISTS, PORT_RANGES, RANGES, SET_NAMES } from './values.ts';

export interface Scene {
  readonly random: Random;
  readonly family: Family;
  readonly table: TableName;
  readonly chain: string;
  readonly hasSets: boolean;
  /** Rules may write what no later packet of a connection is told: marks of connections, and that they are not tracked. */
  readonly hidesState: boolean;
}

type Make = (scene: Scene, not: string) => string;

const FLAG_MASKS = [
  'SYN,ACK SYN',
  'FIN,SYN,RST,ACK SYN',
  'ALL NONE',
  'ALL FIN,PSH,URG',
  'SYN,RST SYN,RST',
  'RST RST',
  'ACK,FIN FIN',
] as const;
const ICMP_TYPES = { 4: ['8', '0', '3', '3/1', '11', 'any', '13'], 6: ['128', '129', '1', '1/3', '3', '135'] } as const;
const OTHERS = {
  4: ['47', '50', '253', 'all', 'icmp', 'tcp', 'udp'],
  6: ['47', '50', '253', 'all', 'ipv6-icmp', 'tcp', 'udp'],
} as const;
const STATES = ['NEW', 'ESTABLISHED', 'RELATED', 'INVALID', 'UNTRACKED'] as const;

const ports: Make = ({ random }, not) => {
  const proto = random.pick(['tcp', 'udp']);
  const side = () => random.pick(['--sport', '--dport', '--dport']);
  if (random.chance(0.3)) {
    const option = random.pick(['--sports', '--dports', '--ports']);
    return `-p ${proto} -m multiport ${not}${option} ${random.pick(PORT_LISTS)}`;
  }
  return `-p ${proto} -m ${proto} ${not}${side()} ${random.pick(PORT_RANGES)}`;
};

const flags: Make = ({ random }, not) =>
  `-p tcp -m tcp ${random.chance(0.3) ? `${not}--syn` : `${not}--tcp-flags ${random.pick(FLAG_MASKS)}`}`;

const icmpTypes: Make = ({ random, family }, not) => {
  const type = random.pick(ICMP_TYPES[family]);
  if (family === 4) return `-p icmp -m icmp ${type === 'any' ? '' : not}--icmp-type ${type}`;
  return `-p ipv6-icmp -m icmp6 ${not}--icmpv6-type ${type}`;
};

const protocol: Make = ({ random, family }, not) => {
  const name = random.pick(OTHERS[family]);
  return `${name === 'all' ? '' : not}-p ${name}`;
};

/** What a rule may ask of the protocol; one of them at most. */
export const OF_PROTOCOL: readonly Make[] = [ports, ports, flags, icmpTypes, protocol, protocol];

const network =
  (option: '-s' | '-d'): Make =>
  ({ random, family }, not) => {
    const [one, other] = [random.pick(NETWORKS[family]), random.pick(NETWORKS[family])];
    return not === '' && random.chance(0.08) && one !== other ? `${option} ${one},${other}` : `${not}${option} ${one}`;
  };

const range: Make = ({ random, family }, not) =>
  `-m iprange ${not}${random.pick(['--src-range', '--dst-range'])} ${random.pick(RANGES[family])}`;

const device = (random: Random) => random.pick([...DEVICE_NAMES, 'lan+', 'lo', 'wan0+', 'lan']);
const from: Make = ({ random }, not) => `${not}-i ${device(random)}`;
const to: Make = ({ random }, not) => `${not}-o ${device(random)}`;

const state: Make = ({ random }, not) => {
  const names = random.some(STATES, 3).join(',') || 'NEW';
  if (random.chance(0.3)) return `-m state ${not}--state ${names}`;
  return `-m conntrack ${not}--ctstate ${random.chance(0.15) ? random.pick(['SNAT', 'DNAT']) : names}`;
};

const tracked: Make = ({ random, family }, not) =>
  random.pick([
    `-m conntrack ${not}--ctorigsrc ${random
      .pick(NETWORKS[family])
      .replace(/^0.*/, '10.1.0.0/24')
      .replace(/^::10.*/, '2001:db8::/32')}`,
    `-m conntrack ${not}--ctorigdstport ${random.pick(['22', '80', '1024:65535'])}`,
    `-m conntrack ${not}--ctproto ${random.pick(['6', '17'])}`,
    `-m conntrack --ctdir ${random.pick(['ORIGINAL', 'REPLY'])}`,
    `-m conntrack ${not}--ctstatus ${random.pick(['NONE', 'SEEN_REPLY', 'CONFIRMED'])}`,
    `-m connmark ${not}--mark ${random.pick(MARKS)}`,
  ]);

const mark: Make = ({ random }, not) => `-m mark ${not}--mark ${random.pick(MARKS)}`;
const set: Make = ({ random }, not) =>
  `-m set ${not}--match-set ${random.pick(SET_NAMES)} ${random.pick(['src', 'dst'])}`;
const owner: Make = ({ random }, not) =>
  `-m owner ${not}${random.pick(['--uid-owner 0', '--uid-owner 7', '--gid-owner 0'])}`;
const mac: Make = ({ random }, not) => `-m mac ${not}--mac-source ${random.pick(MACS)}`;
const packetType: Make = ({ random }, not) =>
  `-m pkttype ${not}--pkt-type ${random.pick(['unicast', 'broadcast', 'multicast'])}`;
const length: Make = ({ random }, not) =>
  `-m length ${not}--length ${random.pick(['0:60', '40', '84', '61:', '100:1500'])}`;
const lifetime: Make = ({ random, family }) => {
  const [name, option] = family === 4 ? ['ttl', 'ttl'] : ['hl', 'hl'];
  return `-m ${name} --${option}-${random.pick(['eq', 'lt', 'gt'])} ${random.pick([1, 2, 63, 64, 128])}`;
};
const service: Make = ({ random }, not) =>
  random.chance(0.5)
    ? `-m dscp ${not}--dscp ${random.pick(['0x00', '0x08', '0x2e'])}`
    : `-m tos ${not}--tos ${random.pick(['0x10/0xff', '0x08/0x3f', '0x20/0xff'])}`;
const addressType: Make = ({ random }, not) =>
  `-m addrtype ${not}${random.pick(['--src-type', '--dst-type'])} ${random.pick(['LOCAL', 'UNICAST', 'MULTICAST'])}`;
const comment: Make = ({ random }) => `-m comment --comment ${random.pick(['"two words"', 'one'])}`;
const laterPart: Make = (_scene, not) => `${not}-f`;

/** Matches beside the protocol, with how often they come and where the loaders take them. */
export const BESIDE: readonly {
  readonly make: Make;
  readonly weight: number;
  readonly fits?: (scene: Scene) => boolean;
}[] = [
  { make: network('-s'), weight: 8 },
  { make: network('-d'), weight: 8 },
  { make: range, weight: 3 },
  { make: from, weight: 5, fits: ({ chain }) => chain !== 'OUTPUT' && chain !== 'POSTROUTING' },
  { make: to, weight: 5, fits: ({ chain }) => chain !== 'INPUT' && chain !== 'PREROUTING' },
  { make: state, weight: 5 },
  { make: tracked, weight: 3 },
  { make: mark, weight: 3 },
  { make: set, weight: 3, fits: ({ hasSets }) => hasSets },
  { make: owner, weight: 1, fits: ({ chain }) => chain === 'OUTPUT' || chain === 'POSTROUTING' },
  { make: mac, weight: 1, fits: ({ chain }) => chain === 'INPUT' || chain === 'FORWARD' || chain === 'PREROUTING' },
  { make: packetType, weight: 1 },
  { make: length, weight: 2 },
  { make: lifetime, weight: 1 },
  { make: service, weight: 2 },
  { make: addressType, weight: 2 },
  { make: comment, weight: 1 },
  { make: laterPart, weight: 1, fits: ({ family }) => family === 4 },
];
