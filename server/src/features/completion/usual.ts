// What most rules use, in the order in which it is offered. Whatever is not listed comes behind, as the vocabulary has it.

import type { Family, TableName } from '../../vocabulary/schema.ts';
import type { Value } from '../../vocabulary/values/kinds.ts';

export const USUAL_MATCHES: readonly string[] = [
  'conntrack',
  'tcp',
  'udp',
  'multiport',
  'limit',
  'comment',
  'icmp',
  'icmp6',
  'set',
  'recent',
  'hashlimit',
  'owner',
  'iprange',
  'addrtype',
  'mac',
  'mark',
  'state',
];

/** Targets that come before the verdicts: what a table is there for. */
export const TARGETS_OF_TABLE: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  nat: ['MASQUERADE', 'DNAT', 'SNAT', 'REDIRECT'],
  mangle: ['MARK', 'CONNMARK', 'TCPMSS', 'TOS', 'DSCP', 'TPROXY'],
  raw: ['CT'],
  security: ['SECMARK', 'CONNSECMARK'],
};

/** Targets beside the verdicts. */
export const USUAL_TARGETS: readonly string[] = ['REJECT', 'LOG'];

export const USUAL_PROTOCOLS: Readonly<Record<Family, readonly string[]>> = {
  4: ['tcp', 'udp', 'icmp', 'all'],
  6: ['tcp', 'udp', 'ipv6-icmp', 'all'],
};

const SERVICES: readonly string[] = [
  'ssh',
  'http',
  'https',
  'domain',
  'ntp',
  'smtp',
  'submission',
  'submissions',
  'imaps',
  'ftp',
  'rsync',
  'openvpn',
];

/** Options that rules have more often than not, also beside others of their extension. */
export const OFTEN: readonly string[] = [
  '--dport',
  '--dports',
  '--ctstate',
  '--state',
  '--icmp-type',
  '--icmpv6-type',
  '--limit',
  '--limit-burst',
  '--match-set',
  '--hitcount',
  '--seconds',
  '--hashlimit-mode',
  '--hashlimit-name',
  '--log-prefix',
  '--log-level',
  '--reject-with',
  '--to-destination',
  '--to-source',
  '--to-ports',
  '--set-mark',
  '--clamp-mss-to-pmtu',
  '--helper',
];

const STATES: readonly string[] = ['ESTABLISHED,RELATED', 'NEW', 'ESTABLISHED', 'RELATED', 'INVALID'];

const REPLIES: readonly string[] = [
  'icmp-port-unreachable',
  'tcp-reset',
  'icmp-admin-prohibited',
  'icmp6-port-unreachable',
  'icmp6-adm-prohibited',
];

/** Values of options by the option's name. */
const OF_OPTION: ReadonlyMap<string, readonly string[]> = new Map([
  ['--ctstate', STATES],
  ['--state', STATES],
  ['--ctstatus', ['ASSURED', 'CONFIRMED', 'SEEN_REPLY', 'EXPECTED']],
  [
    '--icmp-type',
    [
      'echo-request',
      'destination-unreachable',
      'fragmentation-needed',
      'time-exceeded',
      'parameter-problem',
      'echo-reply',
    ],
  ],
  [
    '--icmpv6-type',
    [
      'echo-request',
      'neighbour-solicitation',
      'neighbour-advertisement',
      'router-advertisement',
      'router-solicitation',
      'packet-too-big',
      'destination-unreachable',
      'time-exceeded',
      'parameter-problem',
      'echo-reply',
    ],
  ],
  ['--reject-with', REPLIES],
  ['--log-level', ['info', 'notice', 'warning', 'debug']],
  ['--dst-type', ['LOCAL', 'BROADCAST', 'MULTICAST', 'ANYCAST']],
  ['--src-type', ['LOCAL', 'UNICAST', 'BROADCAST', 'MULTICAST']],
  ['--hashlimit-mode', ['srcip', 'srcip,dstport', 'dstip']],
  ['--tcp-flags', ['SYN', 'ACK', 'FIN', 'RST', 'PSH', 'URG', 'ALL', 'NONE']],
]);

const OF_KIND: Readonly<Partial<Record<Value['kind'], readonly string[]>>> = {
  port: SERVICES,
  'port-range': SERVICES,
  'port-list': SERVICES,
  'nat-ports': SERVICES,
  'set-directions': ['src', 'dst'],
};

/** Values that are likely for an option of this name, the likeliest first. */
export function usualValues(option: string, value: Value, family: Family): readonly string[] {
  return value.kind === 'protocol' ? USUAL_PROTOCOLS[family] : (OF_OPTION.get(option) ?? OF_KIND[value.kind] ?? []);
}

/** The place of a name in a list; behind all of them where it is not there. */
export function placeIn(names: readonly string[], name: string): number {
  const at = names.indexOf(name);
  return at < 0 ? names.length : at;
}
