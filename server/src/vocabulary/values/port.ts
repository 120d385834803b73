// The kind `port`: one port, as getaddrinfo reads a service.

import { listedServices } from '../services.ts';
import { ANY_TRANSPORT, TRANSPORT, transportNames, transportOf } from '../transports.ts';
import type { ReadContext, ValueFault, ValueKind, ValueName } from './kind.ts';
import type { PortValue } from './kinds.ts';
import type { PortsMeaning } from './meaning.ts';
import { portFault, readPorts } from './port-fault.ts';

function check(text: string): ValueFault | undefined {
  if (text === '') return { message: 'An empty value means port 0; write the port.', severity: 'warning' };
  return portFault(text, 0, text.length, 'getaddrinfo', ANY_TRANSPORT);
}

/** Services as completions: `http`, "Port 80, TCP and UDP." */
export function serviceNames(transports: number): readonly ValueName[] {
  const known = namesFor.get(transports);
  if (known) return known;
  const names = listedServices(transports).map(({ name, service }): ValueName => {
    const only = ONLY.get(service.transports);
    return {
      name,
      summary: `Port ${service.port}, ${transportNames(service.transports)}.`,
      stands: only === undefined ? String(service.port) : `${service.port}/${only}`,
      ...(name === service.name ? {} : { aliasOf: service.name }),
    };
  });
  namesFor.set(transports, names);
  return names;
}

/** The same for the transport of a rule's protocol; for any where that is not known. */
export function serviceNamesFor({ protocol }: ReadContext): readonly ValueName[] {
  return serviceNames((protocol === undefined ? undefined : transportOf(protocol)) ?? ANY_TRANSPORT);
}

const namesFor = new Map<number, readonly ValueName[]>();
const ONLY: ReadonlyMap<number, string> = new Map([
  [TRANSPORT.tcp, 'tcp'],
  [TRANSPORT.udp, 'udp'],
]);

export const port: ValueKind<PortValue, PortsMeaning> = {
  check,
  read: (text) => {
    const range = readPorts(text, 0, text.length, 'getaddrinfo', ANY_TRANSPORT);
    return range && { kind: 'ports', ranges: [range] };
  },
  describe: () => 'a port from 0 to 65535 or a service name',
  names: () => serviceNames(ANY_TRANSPORT),
};
