// The kind `port-list`: ports and ranges with commas between them, as multiport takes them.

import { ANY_TRANSPORT, transportOf } from '../transports.ts';
import type { ReadContext, ValueFault, ValueKind } from './kind.ts';
import type { PortListValue } from './kinds.ts';
import type { PortsMeaning, Range } from './meaning.ts';
import { serviceNamesFor } from './port.ts';
import { plainPort, portFault, readPorts } from './port-fault.ts';

/** Judges the list for a rule whose -p is one of these transports: a service counts only if it is listed for it. */
export function portListFault(
  text: string,
  value: PortListValue,
  transports: number = ANY_TRANSPORT,
): ValueFault | undefined {
  let count = 0;
  let warning: ValueFault | undefined;
  for (let from = 0; ; ) {
    const comma = text.indexOf(',', from);
    const to = comma < 0 ? text.length : comma;
    const colon = text.indexOf(':', from);
    const isRange = colon >= 0 && colon < to;
    count += isRange ? 2 : 1;
    if (count > value.maxPorts) return tooMany(text, from, value.maxPorts);
    if (isRange || plainPort(text, from, to) < 0) {
      const fault = isRange ? rangeFault(text, from, colon, to, transports) : entryFault(text, from, to, transports);
      if (fault !== undefined && fault.severity === undefined) return fault;
      warning ??= fault;
    }
    if (comma < 0) return warning;
    from = comma + 1;
  }
}

function tooMany(text: string, from: number, most: number): ValueFault {
  const message = `A list has at most ${most} ports, where a range counts as two; put the rest into a second rule.`;
  return { message, start: Math.max(from - 1, 0), end: text.length };
}

function entryFault(text: string, from: number, to: number, transports: number): ValueFault | undefined {
  if (from < to || text === '') return portFault(text, from, to, 'strtoul', transports);
  const start = from > 0 ? from - 1 : Math.max(text.indexOf(','), 0);
  return { message: 'The list has an empty entry; remove the comma.', start, end: start + 1 };
}

function rangeFault(text: string, from: number, colon: number, to: number, transports: number): ValueFault | undefined {
  if (colon === from || colon + 1 === to) {
    const message = 'A range in a list needs both ports, such as 1024:65535.';
    return { message, start: from, end: to };
  }
  const second = text.indexOf(':', colon + 1);
  if (second >= 0 && second < to)
    return { message: 'A range has one colon, such as 1024:2048.', start: second, end: to };
  const first = portFault(text, from, colon, 'strtoul', transports);
  if (first !== undefined && first.severity === undefined) return first;
  const last = portFault(text, colon + 1, to, 'strtoul', transports);
  if (last !== undefined && last.severity === undefined) return last;
  const range = readPorts(text, from, to, 'strtoul', transports);
  if (range === undefined || range.first < range.last) return first ?? last;
  const turned = `${text.slice(colon + 1, to)}:${text.slice(from, colon)}`;
  const right = range.first === range.last ? text.slice(from, colon) : turned;
  const message =
    range.first === range.last
      ? `The range "${text.slice(from, to)}" is a single port; write "${right}".`
      : `The range "${text.slice(from, to)}" runs backwards; write "${right}".`;
  return { message, start: from, end: to, suggestions: [text.slice(0, from) + right + text.slice(to)] };
}

function read(text: string, _value: PortListValue, { protocol }: ReadContext): PortsMeaning | undefined {
  const transports = (protocol !== undefined && transportOf(protocol)) || ANY_TRANSPORT;
  const ranges: Range[] = [];
  for (let from = 0; ; ) {
    const comma = text.indexOf(',', from);
    const to = comma < 0 ? text.length : comma;
    const range = readPorts(text, from, to, 'strtoul', transports);
    if (range === undefined) return undefined;
    ranges.push(range);
    if (comma < 0) return { kind: 'ports', ranges };
    from = comma + 1;
  }
}

export const portList: ValueKind<PortListValue, PortsMeaning> = {
  check: (text, value) => portListFault(text, value),
  read,
  describe: (value) =>
    `up to ${value.maxPorts} ports or service names separated by commas, such as 80,443,8000:8080; a range counts as two`,
  names: (_value, context) => serviceNamesFor(context),
};
