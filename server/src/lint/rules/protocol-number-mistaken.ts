// A -p with a number that is something else: of an IP version, a port, an ICMP type.

import type { Rule } from '../../ruleset/rule.ts';
import { protocolName } from '../../vocabulary/protocols.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { conditionsOf } from '../common/conditions.ts';
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

export const protocolNumberMistaken = lintRule({
  name: 'protocol-number-mistaken',
  severity: 'warning',
  category: 'packets',
  finds: 'A `-p` with a number that is taken for an IP version, a port or an ICMP type.',
  looksAt: 'rule',
  options: ['--protocol'],
  check(rule, { line, settings }, report) {
    const option = rule.option('p');
    const number = rule.namedProtocol;
    const value = option?.values[0];
    if (!option || !value || number === undefined || number === 0) return;
    const message = meant(rule, number, /^\d/.test(value.text), settings.family);
    if (message !== undefined) report({ message, line, start: value.start, end: value.end });
  },
});
