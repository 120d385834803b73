// What a port means: who is listed for it, how large a range is.

import { ianaName, listedServices } from '../../../vocabulary/services.ts';
import { ANY_TRANSPORT, TRANSPORT, transportNames } from '../../../vocabulary/transports.ts';
import { readValue } from '../../../vocabulary/values/index.ts';
import type { NatPortsValue, PortListValue, PortRangeValue, PortValue } from '../../../vocabulary/values/kinds.ts';
import type { NatPorts, Range } from '../../../vocabulary/values/meaning.ts';
import { code } from '../page.ts';
import { count, list } from '../prose.ts';
import type { Explain } from './meaning.ts';

const MAX_PORT = 65535;

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
  if (port === 0) return 'Nothing can listen there.';
  if (port < 1024) return 'Ports below 1024 are for system services; only root may listen there.';
  if (port < 49152) return 'From 1024 to 49151 ports are registered with IANA.';
  return 'From 49152 on ports are for private use and outgoing connections (RFC 6335).';
}

/** Sentences about one port, or those between two. */
function rangeSays({ first, last }: Range): readonly string[] {
  if (first === last) return [portSays(first)];
  if (last < first) return [];
  return [`Ports ${first} to ${last}, ${count(last - first + 1, 'port')}.`, ...bandsOf(first, last)];
}

function bandsOf(first: number, last: number): string[] {
  if (first === 0 && last === MAX_PORT) return ['Every port.'];
  if (first === 0 && last === 1023) return ['The ports for system services; only root may listen there.'];
  if (first === 1024 && last === MAX_PORT) return ['Every port that any user may listen on.'];
  if (first >= 49152) return ['Ports for private use and outgoing connections (RFC 6335).'];
  return [];
}

/** A port, a range with a colon, or one entry of a list. */
export const explainPorts: Explain<PortValue | PortRangeValue | PortListValue> = (word, value, context) =>
  readValue(word, value, context)?.ranges.flatMap(rangeSays) ?? [];

/** `port[-port][/base]`, as NAT writes it. */
export const explainNatPorts: Explain<NatPortsValue> = (word, value, context) => {
  const ports = readValue(word, value, context);
  return ports ? natPortsSay(ports) : [];
};

/** Sentences about the ports that NAT writes. */
export function natPortsSay(ports: NatPorts): readonly string[] {
  if (ports.base === undefined) return rangeSays(ports);
  const kept = `The distance is kept: port ${code(String(ports.base))} becomes the first of them, the next one the second.`;
  return [...rangeSays(ports), kept];
}
