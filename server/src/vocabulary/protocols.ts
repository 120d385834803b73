// IP protocols by name and number, and how iptables reads the word after -p.

import { PROTOCOL_NAMES } from './protocol-names.ts';
import { wholeUnsigned } from './values/scan.ts';

/** A protocol's name and who knows it. Several entries may have one number. */
export interface Protocol {
  readonly number: number;
  readonly name: string;
  readonly aliases: readonly string[];
  /** `iptables`: libxtables' own; `debian`: /etc/protocols; `iana`: only the registry, so a machine may not know it. */
  readonly source: 'debian' | 'iptables' | 'iana';
}

/** Every known name. Refreshed by scripts/refresh-services.ts. */
export const PROTOCOLS: readonly Protocol[] = PROTOCOL_NAMES;

const BY_NAME: ReadonlyMap<string, Protocol> = byName();

function byName(): Map<string, Protocol> {
  const map = new Map<string, Protocol>();
  const add = (name: string, protocol: Protocol): void => {
    if (!map.has(name)) map.set(name, protocol);
  };
  for (const protocol of PROTOCOLS) if (protocol.source !== 'iana') add(protocol.name, protocol);
  for (const protocol of PROTOCOLS) {
    if (protocol.source !== 'iana') for (const alias of protocol.aliases) add(alias, protocol);
  }
  for (const protocol of PROTOCOLS) for (const name of [protocol.name, ...protocol.aliases]) add(name, protocol);
  return map;
}

/** The protocol of this very name; the case of letters counts, as for getprotobyname. `all` is none of them. */
export function findProtocol(name: string): Protocol | undefined {
  return BY_NAME.get(name);
}

/** The number behind a name: `tcp` is 6, `all` 0. Undefined for what is no name. */
export function protocolNumber(name: string): number | undefined {
  return name === 'all' ? 0 : BY_NAME.get(name)?.number;
}

/** The usual name of a protocol's number, as getprotobynumber has it; undefined for a number without one. */
export function protocolName(number: number): string | undefined {
  return BY_NUMBER.get(number)?.name;
}

const BY_NUMBER: ReadonlyMap<number, Protocol> = new Map(
  PROTOCOLS.filter((protocol) => protocol.source === 'debian')
    .reverse()
    .map((protocol) => [protocol.number, protocol]),
);

/** The number that a word such as `tcp`, `6`, `0x6` or `all` stands for; undefined for any other. */
export function readProtocol(word: string): number | undefined {
  const number = wholeUnsigned(word, 0, word.length, 255);
  return number >= 0 ? number : protocolNumber(word);
}

const ICMP6: ReadonlySet<string> = new Set(['icmpv6', 'ipv6-icmp', 'icmp6']);

/**
 * The name of the match that iptables tries to load for an unknown option behind `-p word`: `6` loads tcp, `icmpv6`
 * icmp6. There may be no such match. Source: runs of 1.8.9 and 1.8.11 (`-p 135 --mh-type 1` fails, `-p mh` loads).
 */
export function matchNameOfProtocol(word: string): string | undefined {
  const number = wholeUnsigned(word, 0, word.length, 255);
  const name = number >= 0 ? protocolName(number) : word;
  return name !== undefined && ICMP6.has(name) ? 'icmp6' : name;
}
