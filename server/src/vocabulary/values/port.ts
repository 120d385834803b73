// The kind `port`: one port, as getaddrinfo reads a service.

import { ANY_TRANSPORT, listedServices, transportNames } from '../services.ts';
import type { ValueFault, ValueKind } from './kind.ts';
import type { PortValue } from './kinds.ts';
import type { PortsMeaning } from './meaning.ts';
import { portFault, readPorts } from './port-fault.ts';

function check(text: string): ValueFault | undefined {
  if (text === '') return { message: 'An empty word is taken for port 0; write the port.', severity: 'warning' };
  return portFault(text, 0, text.length, 'getaddrinfo', ANY_TRANSPORT);
}

/** Services as completions: `http`, "Port 80, TCP and UDP." */
export function serviceNames(transports: number): readonly { readonly name: string; readonly summary: string }[] {
  return listedServices(transports).map(({ name, service }) => ({
    name,
    summary: `Port ${service.port}, ${transportNames(service.transports)}.`,
  }));
}

export const port: ValueKind<PortValue, PortsMeaning> = {
  check,
  read: (text) => {
    const range = readPorts(text, 0, text.length, 'getaddrinfo', ANY_TRANSPORT);
    return range && { kind: 'ports', ranges: [range] };
  },
  describe: () => 'a port from 0 to 65535 or a service name',
  names: () => serviceNames(ANY_TRANSPORT),
};
