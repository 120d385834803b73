// The kind `protocol`: an IP protocol by number or name, or `all`.

import { nearest } from '../nearest.ts';
import { findProtocol, PROTOCOLS, protocolName, readProtocol } from '../protocols.ts';
import type { ValueFault, ValueKind } from './kind.ts';
import type { ProtocolValue } from './kinds.ts';
import type { ProtocolMeaning } from './meaning.ts';
import { quoted } from './quoted.ts';
import { NO_NUMBER, scanEnd, scanUnsigned } from './scan.ts';

function check(text: string, value: ProtocolValue): ValueFault | undefined {
  if (text === 'tcp' || text === 'udp') return undefined;
  const word = folded(text, value);
  const found = findProtocol(word);
  if (found !== undefined) return found.source === 'iana' ? registered(text, found.number) : undefined;
  return readProtocol(word) === undefined ? protocolFault(text, value) : undefined;
}

function read(text: string, value: ProtocolValue): ProtocolMeaning | undefined {
  const number = readProtocol(folded(text, value));
  return number === undefined ? undefined : { kind: 'protocol', number };
}

const folded = (text: string, value: ProtocolValue): string => (value.exactCase ? text : lowerAscii(text));

/** C's tolower, which leaves everything but A to Z alone. */
function lowerAscii(text: string): string {
  return /[A-Z]/.test(text) ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : text;
}

function registered(text: string, number: number): ValueFault {
  const usual = protocolName(number);
  const instead = usual ?? String(number);
  return {
    message: `${quoted(text)} is IANA's name of protocol ${number}, but is not in Debian's /etc/protocols, so it only loads on some machines; write "${instead}".`,
    severity: 'warning',
    suggestions: [instead],
  };
}

/** What people write for TCP and UDP in one word. */
const BOTH: ReadonlySet<string> = new Set(['both', 'tcp-udp', 'tcp_udp', 'tcpudp', 'udp-tcp', 'udp_tcp', 'udptcp']);

/** The protocols that a word such as `tcp,udp` or `tcp/udp` names; it alone where it is no such word. */
export function protocolsIn(word: string): readonly string[] {
  return BOTH.has(word) ? ['tcp', 'udp'] : [...new Set(word.split(/[,/ |+&]+/).filter((name) => name !== ''))];
}

function protocolFault(text: string, value: ProtocolValue): ValueFault {
  const allowed = 'write a number from 0 to 255, a name such as tcp, udp or icmp, or all';
  if (text === '') return { message: `The protocol is missing; ${allowed}.` };
  const number = scanUnsigned(text, 0, text.length);
  if (number !== NO_NUMBER && scanEnd() === text.length) return { message: `${quoted(text)} is over 255; ${allowed}.` };
  const lower = text.toLowerCase();
  const several = protocolsIn(lower);
  if (several.length > 1)
    return { message: `A rule has one protocol. Write one rule for each of ${several.map(quoted).join(', ')}.` };
  if (lower === 'any')
    return { message: `"${text}" is not a protocol; write "all" for every protocol.`, suggestions: ['all'] };
  if (lower === 'icmpv4' || lower === 'icmp4')
    return { message: `"${text}" is not a protocol; ICMP for IPv4 is called "icmp".`, suggestions: ['icmp'] };
  if (lower === 'icmp6')
    return {
      message: `"${text}" is not a protocol; ICMP for IPv6 is called "icmpv6" or "ipv6-icmp".`,
      suggestions: ['icmpv6', 'ipv6-icmp'],
    };
  if (value.exactCase && readProtocol(lower) !== undefined)
    return {
      message: `"${text}" is not a protocol: names are case-sensitive here; write "${lower}".`,
      suggestions: [lower],
    };
  const alias = value.exactCase
    ? undefined
    : PROTOCOLS.find(({ aliases }) => aliases.some((each) => each.toLowerCase() === lower));
  const suggestions = alias === undefined ? nearest(lower, listedNames()) : [alias.name];
  const hint = suggestions[0] === undefined ? '' : ` Did you mean "${suggestions[0]}"?`;
  return { message: `"${text}" is not a protocol; ${allowed}.${hint}`, suggestions };
}

function listedNames(): readonly string[] {
  return ['all', ...PROTOCOLS.filter((protocol) => protocol.source !== 'iana').map((protocol) => protocol.name)];
}

export const protocol: ValueKind<ProtocolValue, ProtocolMeaning> = {
  check,
  read,
  describe: () => 'a protocol by name such as tcp, udp or icmp, by number from 0 to 255, or all',
  names: () => [
    { name: 'all', summary: 'Every protocol; the same as no -p.' },
    ...PROTOCOLS.filter(({ source }) => source !== 'iana').map(({ name, number }) => ({
      name,
      summary: `Protocol number ${number}.`,
      stands: String(number),
    })),
  ],
};
