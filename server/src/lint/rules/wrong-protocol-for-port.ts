// A port is opened for the transport protocol that its service does not use.

import { replaceColumns } from '../../check/fix.ts';
import type { Rule } from '../../ruleset/rule.ts';
import type { Range } from '../../vocabulary/values/meaning.ts';
import { hands, portsOf } from '../common/conditions.ts';
import { lintRule } from '../rule.ts';

/** Services that only answer to one protocol; those that somebody may run over both are left out. */
const SERVICES: Readonly<Record<'tcp' | 'udp', ReadonlyMap<number, string>>> = {
  udp: new Map([
    [67, 'DHCP'],
    [68, 'DHCP'],
    [69, 'TFTP'],
    [123, 'NTP'],
    [137, 'NetBIOS name service'],
    [138, 'NetBIOS datagram service'],
    [161, 'SNMP'],
    [162, 'SNMP trap daemon'],
    [319, 'PTP'],
    [320, 'PTP'],
    [500, 'IKE'],
    [520, 'RIP'],
    [546, 'DHCPv6'],
    [547, 'DHCPv6'],
    [1701, 'L2TP'],
    [1812, 'RADIUS'],
    [1813, 'RADIUS accounting'],
    [1900, 'SSDP'],
    [2055, 'NetFlow'],
    [3784, 'BFD'],
    [4789, 'VXLAN'],
    [5353, 'mDNS'],
    [6081, 'Geneve'],
    [6343, 'sFlow'],
    [6696, 'Babel'],
    [8472, 'VXLAN'],
    [41641, 'Tailscale'],
    [51820, 'WireGuard'],
  ]),
  tcp: new Map([
    [21, 'FTP'],
    [22, 'SSH'],
    [23, 'Telnet'],
    [25, 'SMTP'],
    [80, 'HTTP'],
    [110, 'POP3'],
    [119, 'NNTP'],
    [139, 'Windows file sharing'],
    [143, 'IMAP'],
    [179, 'BGP'],
    [445, 'Windows file sharing'],
    [465, 'SMTP over TLS'],
    [587, 'SMTP submission'],
    [636, 'LDAP over TLS'],
    [873, 'rsync'],
    [993, 'IMAP over TLS'],
    [995, 'POP3 over TLS'],
    [1433, 'SQL Server'],
    [1521, 'Oracle'],
    [1723, 'PPTP'],
    [3128, 'the proxy Squid'],
    [3306, 'MySQL'],
    [5222, 'XMPP'],
    [5432, 'PostgreSQL'],
    [5672, 'AMQP'],
    [6379, 'Redis'],
    [6443, 'the API of Kubernetes'],
    [9200, 'Elasticsearch'],
    [27017, 'MongoDB'],
  ]),
};

/** Ports of services that may run over both, and mean this one protocol beside another port. */
const BESIDE: Readonly<Record<'tcp' | 'udp', ReadonlyMap<number, number>>> = {
  udp: new Map([[4500, 500]]),
  tcp: new Map(),
};

/** A range of as many ports is no list of services; one of higher ports is often open for both protocols. */
const MOST_IN_RANGE = 4;
const SYSTEM_PORTS = 1024;

const OTHER = { tcp: 'udp', udp: 'tcp' } as const;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly service: string;
  readonly port: number;
  readonly meant: 'tcp' | 'udp';
}

/** Undefined unless every port of the rule is one of a service of the other protocol. */
function found(rule: Rule): Found | undefined {
  const said = rule.protocol === 6 ? 'tcp' : rule.protocol === 17 ? 'udp' : undefined;
  const option = rule.options.find(({ name }) => name === '--dport' || name === '--dports');
  const value = option?.values[0];
  if (said === undefined || !hands(rule, 'ACCEPT') || !option || option.negated || !value) return undefined;
  const meant = OTHER[said];
  const ranges = portsOf(rule, option) ?? [];
  const ports = listOf(ranges);
  const services = SERVICES[meant];
  const port = ports.find((one) => services.has(one));
  const service = port === undefined ? undefined : services.get(port);
  if (port === undefined || service === undefined || isLibvirt(rule, ranges)) return undefined;
  if (!ports.every((one) => services.has(one) || ports.includes(BESIDE[meant].get(one) ?? -1))) return undefined;
  return { start: value.start, end: value.end, service, port, meant };
}

/** The ports one by one; none where a range stands for others. */
function listOf(ranges: readonly Range[]): readonly number[] {
  if (ranges.some(({ first, last }) => first < last && (last - first >= MOST_IN_RANGE || last >= SYSTEM_PORTS)))
    return [];
  return ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
}

/** libvirt opens both protocols for DHCP by itself, on each of its bridges, whatever they are called. */
function isLibvirt(rule: Rule, ports: readonly Range[]): boolean {
  const isDhcp = ports.every(({ first, last }) => first >= 67 && last <= 68);
  const from = rule.option('i')?.values[0]?.text;
  const isBridge = from !== undefined && !/^(?:eth|en[opsx]|wl|lan|br|bond|vlan)/.test(from);
  return rule.text.includes('LIBVIRT_') || rule.text.includes(' virbr') || (isDhcp && isBridge);
}

export const wrongProtocolForPort = lintRule({
  name: 'wrong-protocol-for-port',
  severity: 'information',
  category: 'packets',
  finds: 'A port that is opened for TCP where its service uses UDP, or the other way round.',
  looksAt: 'rule',
  options: ['--dport', '--dports'],
  when: {
    may: ({ object }) => object === 'ACCEPT',
    maybe: (text) => (text.includes('udp') ? UDP_PORT : TCP_PORT).test(text),
  },
  check(rule, { line }, report) {
    const one = found(rule);
    if (!one) return;
    const { service, port, meant, start, end } = one;
    report({
      message: `${service} uses ${meant} port ${port}, so nothing answers to ${OTHER[meant]} here. Use "-p ${meant}" if ${service} is meant.`,
      line,
      start,
      end,
    });
  },
  fix(file, { line }) {
    const rule = file.rule(line);
    const one = found(rule);
    const value = rule.option('p')?.values[0];
    if (!one || !value) return [];
    const edits = [replaceColumns(line, value.start, value.end, one.meant)];
    for (const { known, word, implicit } of rule.instances) {
      if (known.extension.name !== OTHER[one.meant] || implicit) continue;
      const { start, end } = rule.columns(word);
      edits.push(replaceColumns(line, start, end, one.meant));
    }
    return [{ title: `Use -p ${one.meant}`, edits }];
  },
});

/** Looks for the ports of one protocol, or for a name in place of one, in a line that opens the other. */
function portTest(ports: readonly number[]): RegExp {
  return new RegExp(`--(?:dports?|destination-ports?)[ =](?:(?:${ports.join('|')})(?!\\d)|[a-z"])`);
}

const UDP_PORT = portTest([...SERVICES.tcp.keys(), ...BESIDE.tcp.keys()]);
const TCP_PORT = portTest([...SERVICES.udp.keys(), ...BESIDE.udp.keys()]);
