// Turns the services of the catalogue, and the blocks every restrictive file shares, into rule lines that load.

import type { Family } from './schema.ts';
import type { Direction, Flow, Ports, Service } from './service-catalogue.ts';
import { SERVICES } from './service-catalogue.ts';

export type { Direction, Flow, Ports, Service } from './service-catalogue.ts';
export { SERVICES } from './service-catalogue.ts';

export interface ServiceChoice {
  readonly family: Family;
  readonly direction: Direction;
  /**
   * The other side's address, with or without a prefix length: `-s` in INPUT. In OUTPUT the source is this machine
   * itself, so there it restricts the destination, `-d`.
   */
  readonly source?: string;
  /** Takes the place of the service's first port, wherever that stands: `http` with 8080 gives 8080 and 443. */
  readonly port?: Ports;
}

/** The service of that id; undefined for an unknown one. */
export function findService(id: string): Service | undefined {
  return SERVICES.find((service) => service.id === id);
}

/** The port that `ServiceChoice.port` replaces; undefined for a service without ports, such as ping. */
export function defaultPort(service: Service): Ports | undefined {
  return service.flows[0].port;
}

/** The words after -p that describe a flow, protocol first. */
function flowWords(flow: Flow, swapped: boolean): string {
  const words = [`-p ${flow.protocol}`];
  if (flow.icmpType !== undefined) {
    words.push(
      flow.protocol === 'ipv6-icmp'
        ? `-m icmp6 --icmpv6-type ${flow.icmpType}`
        : `-m icmp --icmp-type ${flow.icmpType}`,
    );
  }
  const from = swapped ? flow.port : flow.sourcePort;
  const to = swapped ? flow.sourcePort : flow.port;
  if (from !== undefined || to !== undefined) words.push(`-m ${flow.protocol}`);
  if (from !== undefined) words.push(`--sport ${from}`);
  if (to !== undefined) words.push(`--dport ${to}`);
  return words.join(' ');
}

function acceptRule(chain: 'INPUT' | 'OUTPUT', words: string, peer: string | undefined): string {
  const restriction = peer === undefined ? '' : `${chain === 'INPUT' ? '-s' : '-d'} ${peer} `;
  return `-A ${chain} ${restriction}${words} -j ACCEPT`;
}

function directionRules(flows: readonly Flow[], direction: 'in' | 'out', peer: string | undefined): string[] {
  const [asked, answered] = direction === 'in' ? (['INPUT', 'OUTPUT'] as const) : (['OUTPUT', 'INPUT'] as const);
  return flows.flatMap((flow) => {
    const question = acceptRule(asked, flowWords(flow, false), peer);
    return flow.untrackedAnswers ? [question, acceptRule(answered, flowWords(flow, true), peer)] : [question];
  });
}

/**
 * The rules of table filter that let a service through, INPUT before OUTPUT; no rule stands twice.
 * They open connections only: the answers need `ESTABLISHED_RULES`. Address and port are written as given, the caller
 * checks them. Loads in both families on both back ends (checked by running 1.8.9).
 */
export function serviceRules(service: Service, choice: ServiceChoice): string[] {
  const standard = defaultPort(service);
  const flows = service.flows
    .filter((flow) => flow.family === undefined || flow.family === choice.family)
    .map((flow) =>
      choice.port !== undefined && flow.port === standard && standard !== undefined
        ? { ...flow, port: choice.port }
        : flow,
    );
  const incoming = choice.direction === 'out' ? [] : directionRules(flows, 'in', choice.source);
  const outgoing = choice.direction === 'in' ? [] : directionRules(flows, 'out', choice.source);
  return [...new Set([...incoming, ...outgoing])];
}

/** Chain lines with the restrictive policies. Both back ends honour them, unlike a policy set in one place only. */
export const DROP_POLICIES: readonly string[] = [':INPUT DROP [0:0]', ':FORWARD DROP [0:0]', ':OUTPUT DROP [0:0]'];

/** What was let through before goes on, answers and related errors included. */
export const ESTABLISHED_RULES: readonly string[] = [
  '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT',
  '-A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT',
];

/** The machine may talk to itself; without these many programs hang. */
export const LOOPBACK_RULES: readonly string[] = ['-A INPUT -i lo -j ACCEPT', '-A OUTPUT -o lo -j ACCEPT'];

/** Log what no rule accepted, five lines a minute. They belong after every rule that accepts. */
export const LOGGING_RULES: readonly string[] = [
  '-A INPUT -m limit --limit 5/min -j LOG --log-prefix "iptables denied: " --log-level 7',
  '-A OUTPUT -m limit --limit 5/min -j LOG --log-prefix "iptables denied out: " --log-level 7',
];

/** The addresses that are valid on one link alone. */
const LINK_LOCAL = 'fe80::/10';

interface Icmpv6Type {
  readonly type: string;
  readonly chains: readonly ('INPUT' | 'OUTPUT')[];
  /** Only from these addresses where it comes in. */
  readonly from?: string;
}

/**
 * ICMPv6 messages without which IPv6 stops, and the chains they pass (RFC 4890, section 4.4). Those about who listens to
 * multicast have numbers: 130 asks, 131 and 143 answer, 132 takes leave; names for them are not known to all versions.
 */
const ICMPV6_TYPES: readonly Icmpv6Type[] = [
  { type: 'neighbour-solicitation', chains: ['INPUT', 'OUTPUT'] },
  { type: 'neighbour-advertisement', chains: ['INPUT', 'OUTPUT'] },
  { type: 'router-advertisement', chains: ['INPUT'] },
  { type: 'router-solicitation', chains: ['OUTPUT'] },
  { type: 'destination-unreachable', chains: ['INPUT', 'OUTPUT'] },
  { type: 'packet-too-big', chains: ['INPUT', 'OUTPUT'] },
  { type: 'time-exceeded', chains: ['INPUT', 'OUTPUT'] },
  { type: 'parameter-problem', chains: ['INPUT', 'OUTPUT'] },
  { type: 'echo-request', chains: ['INPUT', 'OUTPUT'] },
  { type: '130', chains: ['INPUT'], from: LINK_LOCAL },
  { type: '131', chains: ['INPUT', 'OUTPUT'], from: LINK_LOCAL },
  { type: '132', chains: ['INPUT', 'OUTPUT'], from: LINK_LOCAL },
  { type: '143', chains: ['INPUT', 'OUTPUT'], from: LINK_LOCAL },
];

function icmpv6Rules(chain: 'INPUT' | 'OUTPUT'): string[] {
  return ICMPV6_TYPES.filter(({ chains }) => chains.includes(chain)).map(({ type, from }) =>
    acceptRule(
      chain,
      flowWords({ protocol: 'ipv6-icmp', icmpType: type }, false),
      chain === 'INPUT' ? from : undefined,
    ),
  );
}

/**
 * DHCPv6 of a client: its questions go to a multicast address, so that connection tracking knows no answer to them (RFC
 * 8415, section 7). Only for ip6tables.
 */
export const DHCPV6_RULES: readonly string[] = [
  `-A INPUT -s ${LINK_LOCAL} -p udp -m udp --dport 546 -j ACCEPT`,
  '-A OUTPUT -d ff02::1:2 -p udp -m udp --sport 546 --dport 547 -j ACCEPT',
];

/** Neighbours, routers, path MTU, errors, listeners to multicast: INPUT first, then OUTPUT. Only for ip6tables. */
export const ICMPV6_RULES: readonly string[] = [...icmpv6Rules('INPUT'), ...icmpv6Rules('OUTPUT')];

/** A group of rules of table filter under the comment that explains it. */
export interface Block {
  readonly id: 'established' | 'loopback' | 'icmpv6' | 'dhcpv6' | 'logging';
  readonly label: string;
  /** One sentence: what the rules do. Ends with a full stop; also the comment above them. */
  readonly description: string;
  readonly rules: readonly string[];
  /** Where in a chain it belongs: before everything else, among the services, or after them. */
  readonly place: 'first' | 'middle' | 'last';
  /** Only in this family; both when missing. */
  readonly family?: Family;
}

/** The blocks of a restrictive file, in the order in which they stand. */
export const BLOCKS: readonly Block[] = [
  {
    id: 'established',
    label: 'Established and related',
    description: 'Connections that were let through go on, with all that belongs to them.',
    rules: ESTABLISHED_RULES,
    place: 'first',
  },
  {
    id: 'loopback',
    label: 'Loopback',
    description: 'The machine may talk to itself.',
    rules: LOOPBACK_RULES,
    place: 'first',
  },
  {
    id: 'icmpv6',
    label: 'ICMPv6',
    description:
      'Without these messages IPv6 finds no neighbour, router, path or multicast group (130 to 132, 143; RFC 4890).',
    rules: ICMPV6_RULES,
    place: 'middle',
    family: 6,
  },
  {
    id: 'dhcpv6',
    label: 'DHCPv6 answers',
    description: 'DHCPv6 asks by multicast, so its answers belong to no connection that is known.',
    rules: DHCPV6_RULES,
    place: 'middle',
    family: 6,
  },
  {
    id: 'logging',
    label: 'Logging',
    description: 'What no rule accepted is logged, at most five lines a minute, and then dropped by the policy.',
    rules: LOGGING_RULES,
    place: 'last',
  },
];

/** The blocks that a file of this family has, in order. */
export function blocksOf(family: Family): readonly Block[] {
  return BLOCKS.filter((block) => block.family === undefined || block.family === family);
}

/**
 * A whole restrictive file, one string a line: policies DROP, the blocks, and `services` (rule lines, comments) in
 * front of the LOG rules. Without a service in it that administers the machine, loading it over SSH cuts the line.
 */
export function baselineFile(family: Family, services: readonly string[]): string[] {
  const blockLines = (block: Block): string[] => [`# ${block.description}`, ...block.rules, ''];
  const blocks = blocksOf(family);
  return [
    '*filter',
    ...DROP_POLICIES,
    '',
    ...blocks.filter(({ place }) => place !== 'last').flatMap(blockLines),
    ...(services.length > 0 ? [...services, ''] : []),
    ...blocks.filter(({ place }) => place === 'last').flatMap(blockLines),
    'COMMIT',
  ];
}
