// The kind `port-range`: one port, or two with a colon between them, either of which may be left out.

import { ANY_TRANSPORT, TRANSPORT } from '../transports.ts';
import type { ValueContext, ValueFault, ValueKind } from './kind.ts';
import type { PortRangeValue } from './kinds.ts';
import type { PortsMeaning } from './meaning.ts';
import { serviceNames } from './port.ts';
import { NO_PORT, type PortReader, plainPort, portFault, readPorts } from './port-fault.ts';

const transportsOf = (value: PortRangeValue): number =>
  value.protocol === undefined ? ANY_TRANSPORT : TRANSPORT[value.protocol];

const readerOf = (value: PortRangeValue): PortReader => (value.protocol === undefined ? 'getaddrinfo' : 'strtoul');

function check(text: string, value: PortRangeValue): ValueFault | undefined {
  const colon = text.indexOf(':');
  const reader = readerOf(value);
  if (colon < 0) {
    if (plainPort(text, 0, text.length) !== NO_PORT) return undefined;
    if (text === '' && reader === 'getaddrinfo')
      return { message: 'An empty value means port 0; write the port.', severity: 'warning' };
    return portFault(text, 0, text.length, reader, transportsOf(value));
  }
  return checkRange(text, colon, value, reader);
}

function checkRange(text: string, colon: number, value: PortRangeValue, reader: PortReader): ValueFault | undefined {
  const transports = transportsOf(value);
  const second = text.indexOf(':', colon + 1);
  if (second >= 0) return { message: 'A range has one colon, such as 1024:2048.', start: second, end: text.length };
  const first = colon === 0 ? undefined : portFault(text, 0, colon, reader, transports);
  if (first !== undefined && first.severity === undefined) return first;
  const last = colon + 1 === text.length ? undefined : portFault(text, colon + 1, text.length, reader, transports);
  if (last !== undefined && last.severity === undefined) return last;
  return orderFault(text, colon, value, reader) ?? first ?? last;
}

function orderFault(text: string, colon: number, value: PortRangeValue, reader: PortReader): ValueFault | undefined {
  const range = readPorts(text, 0, text.length, reader, transportsOf(value));
  if (range === undefined || range.first <= range.last) return undefined;
  const turned = `${text.slice(colon + 1)}:${text.slice(0, colon)}`;
  const message = `The range "${text}" runs backwards; write "${turned}".`;
  const fault = { message, suggestions: [turned] };
  if (value.ordered === undefined) return { ...fault, severity: 'warning' };
  return value.ordered === 'always' ? fault : { ...fault, ...value.ordered };
}

export const portRange: ValueKind<PortRangeValue, PortsMeaning> = {
  check,
  read: (text, value) => {
    const range = readPorts(text, 0, text.length, readerOf(value), transportsOf(value));
    return range && { kind: 'ports', ranges: [range] };
  },
  describe: () => 'a port from 0 to 65535 or a service name, or a range such as 1024:65535, :1023 or 1024:',
  names: (value: PortRangeValue, _context: ValueContext) => serviceNames(transportsOf(value)),
};
