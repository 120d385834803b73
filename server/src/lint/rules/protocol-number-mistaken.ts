// A number that is something else: a -p of an IP version, a port, an ICMP type; a port of a protocol.

import type { Rule, RuleOption } from '../../ruleset/rule.ts';
import { protocolName } from '../../vocabulary/protocols.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { conditionsOf, hands, portsOf } from '../common/conditions.ts';
import { lintRule } from '../rule.ts';

/** Protocol numbers that nobody uses any more, and the port or ICMP type that is meant. */
const OTHERS: ReadonlyMap<number, string> = new Map([
  ...[20, 21, 22, 23, 25, 53, 67, 68, 69, 80, 110, 111, 119, 123, 143, 161, 162, 179].map((port): [number, string] => [
    port,
    `a port is matched with "-p tcp --dport ${port}"`,
  ]),
  ...[3, 8, 11].map((type): [number, string] => [type, `an ICMP type is matched with "-p icmp --icmp-type ${type}"`]),
]);

/** `isNumber`: it is written as one. Who writes a name knows what it is, but for names of tunnels. */
function meant(rule: Rule, number: number, isNumber: boolean, family: Family): string | undefined {
  const other = isNumber ? OTHERS.get(number) : undefined;
  if (other !== undefined) return `"-p" takes a protocol, and ${number} is ${called(number)}; ${other}.`;
  if ((number === 4 || (number === 41 && family === 6)) && !isTunnel(rule))
    return `Protocol ${number} is IPv${number === 4 ? 4 : 6} in ${number === 4 && family === 4 ? 'IPv4' : 'IP'}, a tunnel, and not IPv${number === 4 ? 4 : 6} itself. Remove the "-p": every packet here is IPv${family}.`;
  const asksMore = rule.instances.some(({ known }) => known.extension.kind === 'match');
  if (family === 6 && number === 6 && isNumber && !asksMore)
    return 'Protocol 6 is TCP, and not IPv6. Write "tcp", or remove the "-p": every packet here is IPv6.';
  return undefined;
}

function called(number: number): string {
  const name = protocolName(number);
  return name === undefined ? 'one that is not in use' : `"${name}", which is hardly ever used`;
}

/** The peer of a tunnel is one machine, or the rule says what it is for. */
function isTunnel(rule: Rule): boolean {
  if (/tun|ipip|sit|6in4|6to4|encap|he\.net/i.test(rule.text)) return true;
  const ends = conditionsOf(rule).filter(({ letter }) => letter === 's' || letter === 'd');
  const single = rule.family === 4 ? 32 : 128;
  return ends.some(({ values: [value] }) => value && new RegExp(`^[^/]*(?:/${single})?$`).test(value.text));
}

/** Protocols of tunnels that people open as ports. */
const TUNNELS = {
  47: { name: 'GRE', word: 'gre' },
  50: { name: 'ESP', word: 'esp' },
  51: { name: 'AH', word: 'ah' },
} as const;
/** Ports that belong to the same tunnels: PPTP, IKE, its way through NAT, and L2TP. */
const BESIDE: ReadonlySet<number> = new Set([500, 1701, 1723, 4500]);
const PORT_OF_TUNNEL = /--d(?:estination-)?ports?[ =](?:\d+,)*(?:47|50|51)(?:[ ,]|$)/;

/** The number of a tunnel's protocol that a rule accepts as a port, by itself or among ports of such tunnels. */
function tunnelPort(rule: Rule): readonly [keyof typeof TUNNELS, RuleOption] | undefined {
  if (!hands(rule, 'ACCEPT') || (rule.protocol !== 6 && rule.protocol !== 17)) return undefined;
  for (const option of rule.options) {
    if (option.negated || (option.name !== '--dport' && option.name !== '--dports')) continue;
    const ports = portsOf(rule, option)?.map(({ first, last }) => (first === last ? first : -1)) ?? [];
    const own = ports.find((port) => port in TUNNELS);
    if (own !== undefined && ports.every((port) => port in TUNNELS || BESIDE.has(port)))
      return [own as keyof typeof TUNNELS, option];
  }
  return undefined;
}

export const protocolNumberMistaken = lintRule({
  name: 'protocol-number-mistaken',
  severity: 'warning',
  category: 'packets',
  finds:
    'A `-p` with a number that is taken for an IP version, a port or an ICMP type, or a port that is the number of a protocol.',
  looksAt: 'rule',
  options: ['--protocol', '--dport', '--dports'],
  when: {
    may: () => true,
    maybe: (text) => PORT_OF_TUNNEL.test(text) || !/ -p (?:tcp|udp|icmp|icmpv6|ipv6-icmp|all) /.test(text),
  },
  check(rule, { line, settings }, report) {
    const port = tunnelPort(rule);
    if (port) {
      const [number, { start, end }] = port;
      const { name, word } = TUNNELS[number];
      report({
        message: `${name} is the protocol ${number}, and not a port of ${rule.protocol === 6 ? 'TCP' : 'UDP'}, on which nothing listens. Write "-p ${word}".`,
        line,
        start,
        end,
      });
      return;
    }
    const option = rule.option('p');
    const number = rule.namedProtocol;
    const value = option?.values[0];
    if (!option || !value || number === undefined || number === 0) return;
    const message = meant(rule, number, /^\d/.test(value.text), settings.family);
    if (message !== undefined) report({ message, line, start: value.start, end: value.end });
  },
});
