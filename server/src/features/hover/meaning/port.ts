// What a port means: who is listed for it, how large a range is.

import { IANA_SERVICES } from '../../../vocabulary/service-names.ts';
import { ANY_TRANSPORT, findPort, listedServices, TRANSPORT, transportNames } from '../../../vocabulary/services.ts';
import type { PortListValue } from '../../../vocabulary/values/kinds.ts';
import { wholeUnsigned } from '../../../vocabulary/values/scan.ts';
import { code } from '../page.ts';
import { count, list } from '../prose.ts';
import { type Explain, entryAt, type Meaning, type MeaningContext, whole } from './meaning.ts';

const MAX_PORT = 65535;

const TRANSPORT_OF: ReadonlyMap<number, number> = new Map([
  [6, TRANSPORT.tcp],
  [17, TRANSPORT.udp],
  [33, TRANSPORT.dccp],
  [132, TRANSPORT.sctp],
  [136, TRANSPORT.udplite],
]);

/** Names of services at one port with the transports, as bits, that /etc/services lists them for. */
type Listed = Map<string, number>;

let ports: ReadonlyMap<number, Listed> | undefined;

/** Debian's names of each port; read at the first hover. */
function listedByPort(): ReadonlyMap<number, Listed> {
  if (ports) return ports;
  const map = new Map<number, Listed>();
  for (const bit of Object.values(TRANSPORT)) {
    for (const { name, service } of listedServices(bit & ANY_TRANSPORT)) {
      const listed = map.get(service.port) ?? new Map<string, number>();
      map.set(service.port, listed.set(name, (listed.get(name) ?? 0) | bit));
    }
  }
  ports = map;
  return map;
}

/** The name that IANA lists for a port, where Debian has none. */
function ianaName(port: number): string | undefined {
  const at = IANA_SERVICES.indexOf(`:${port}/`);
  if (at < 0) return undefined;
  const from = Math.max(IANA_SERVICES.lastIndexOf(' ', at), IANA_SERVICES.lastIndexOf('\n', at)) + 1;
  return IANA_SERVICES.slice(from, at);
}

/** What is listed at a port: "Port 22: `ssh` (TCP)." */
export function portSays(port: number): string {
  const debian = [...(listedByPort().get(port) ?? [])].slice(0, 4);
  if (debian.length > 0)
    return `Port ${port}: ${list(debian.map(([name, bits]) => `${code(name)} (${transportNames(bits)})`))}.`;
  const iana = ianaName(port);
  if (iana !== undefined) return `Port ${port}: ${code(iana)} in IANA's list; /etc/services may not know it.`;
  return `Port ${port}: no service is listed for it. ${bandSays(port)}`;
}

function bandSays(port: number): string {
  if (port === 0) return 'Nobody can listen there.';
  if (port < 1024) return 'Ports below 1024 are for system services; only root may listen there.';
  if (port < 49152) return 'From 1024 to 49151 ports are registered with IANA.';
  return 'From 49152 on ports are for private use and outgoing connections (RFC 6335).';
}

function numberOf(word: string, protocol: number | undefined): number | undefined {
  const number = wholeUnsigned(word, 0, word.length, MAX_PORT);
  if (number >= 0) return number;
  const transports = TRANSPORT_OF.get(protocol ?? -1) ?? ANY_TRANSPORT;
  return findPort(word, transports) ?? findPort(word);
}

/** Sentences about `port`, or `port:port` with either end left out. */
function rangeSays(text: string, separator: string, { protocol }: MeaningContext): string[] {
  const cut = text.indexOf(separator);
  if (cut < 0) {
    const port = numberOf(text, protocol);
    return port === undefined ? [] : [portSays(port)];
  }
  const first = cut === 0 ? 0 : numberOf(text.slice(0, cut), protocol);
  const last = cut + 1 === text.length ? MAX_PORT : numberOf(text.slice(cut + 1), protocol);
  if (first === undefined || last === undefined || last < first) return [];
  return [`Ports ${first} to ${last}, ${count(last - first + 1, 'port')}.`, ...bandsOf(first, last)];
}

function bandsOf(first: number, last: number): string[] {
  if (first === 0 && last === MAX_PORT) return ['Every port.'];
  if (first === 0 && last === 1023) return ['The ports for system services; only root may listen there.'];
  if (first === 1024 && last === MAX_PORT) return ['Every port that any user may listen on.'];
  if (first >= 49152) return ['Ports for private use and outgoing connections (RFC 6335).'];
  return [];
}

/** A port, or a range with a colon. */
export const explainPorts: Explain<unknown> = (text, _value, _at, context) =>
  whole(text, rangeSays(text, ':', context));

/** Several with commas. */
export const explainPortList: Explain<PortListValue> = (text, _value, at, context) => {
  const { from, to } = entryAt(text, at, ',');
  return { from, to, says: rangeSays(text.slice(from, to), ':', context) };
};

/** `port[-port][/base]`, as NAT writes it. */
export const explainNatPorts: Explain<unknown> = (text, _value, _at, context) =>
  whole(text, natPortsSays(text, context));

export function natPortsSays(text: string, context: MeaningContext): string[] {
  const slash = text.indexOf('/');
  if (slash < 0) return rangeSays(text, '-', context);
  const base = text.slice(slash + 1);
  return [
    ...rangeSays(text.slice(0, slash), '-', context),
    `The distance is kept: port ${code(base)} becomes the first of them, the next one the second.`,
  ];
}

/** The meaning of a part of a NAT word. */
export function portsMeaning(text: string, from: number, context: MeaningContext): Meaning {
  return { from, to: text.length, says: natPortsSays(text.slice(from), context) };
}
