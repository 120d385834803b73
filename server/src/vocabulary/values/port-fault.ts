// Judges one port, for the kinds of ports: the two ways in which the tools read one, and what is wrong with it.

import { nearest } from '../nearest.ts';
import { commonlyCalled, findPort, listedServices, serviceSource, serviceTransports } from '../services.ts';
import { ANY_LISTED, ANY_TRANSPORT, transportNames } from '../transports.ts';
import { indexWithin } from './address.ts';
import { part } from './address-fault.ts';
import type { ValueFault } from './kind.ts';
import type { Range } from './meaning.ts';
import { quoted } from './quoted.ts';
import { NO_NUMBER, scanDecimal, scanEnd, scanUnsigned, wholeUnsigned } from './scan.ts';

/** `strtoul`: base 0, at most 65535. `getaddrinfo`: decimal with a sign, cut to 16 bits. */
export type PortReader = 'strtoul' | 'getaddrinfo';

/** No port and no service. */
export const NO_PORT = -1;

export const MAX_PORT = 65535;

/** The plain decimal number that nearly every port is; `NO_PORT` for anything else, be it right or wrong. */
export function plainPort(text: string, from: number, to: number): number {
  let value = 0;
  if (from >= to || (text.charCodeAt(from) === 0x30 && to - from > 1)) return NO_PORT;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return NO_PORT;
    value = value * 10 + digit;
    if (value > MAX_PORT) return NO_PORT;
  }
  return value;
}

/** A number as the reader takes it, before it is cut to 16 bits; `NO_NUMBER` when it looks for a service instead. */
function portNumber(text: string, from: number, to: number, reader: PortReader): number {
  if (reader === 'strtoul') return wholeUnsigned(text, from, to, MAX_PORT);
  if (from === to) return 0;
  const value = scanDecimal(text, from, to, 31);
  return scanEnd() === to && value >= 0 ? value : NO_NUMBER;
}

/** The port that a word stands for, services of these transports included; `NO_PORT` when it stands for none. */
export function portOf(text: string, from: number, to: number, reader: PortReader, transports: number): number {
  const plain = plainPort(text, from, to);
  if (plain !== NO_PORT) return plain;
  const number = portNumber(text, from, to, reader);
  if (number !== NO_NUMBER) return number % 65536;
  return findPort(text.slice(from, to), transports) ?? NO_PORT;
}

/** Both ends of a range, or one port twice; undefined where one is no port. Either may be left out beside a colon. */
export function readPorts(
  text: string,
  from: number,
  to: number,
  reader: PortReader,
  transports: number,
): Range | undefined {
  const colon = indexWithin(text, 0x3a, from, to);
  if (colon < 0) {
    const port = portOf(text, from, to, reader, transports);
    return port === NO_PORT ? undefined : { first: port, last: port };
  }
  const first = colon === from ? 0 : portOf(text, from, colon, reader, transports);
  const last = colon + 1 === to ? MAX_PORT : portOf(text, colon + 1, to, reader, transports);
  return first === NO_PORT || last === NO_PORT ? undefined : { first, last };
}

/** Judges one port: a number, or a service of these transports. */
export function portFault(
  text: string,
  from: number,
  to: number,
  reader: PortReader,
  transports: number,
): ValueFault | undefined {
  if (plainPort(text, from, to) !== NO_PORT) return undefined;
  const number = portNumber(text, from, to, reader);
  if (number === NO_NUMBER) return serviceFault(text, from, to, reader, transports);
  const isSame = reader === 'strtoul' || Number(text.slice(from, to)) === number;
  if (number <= MAX_PORT && isSame) return octalWarning(text, from, to, reader, number);
  const message = `${quoted(text.slice(from, to))} is not a port from 0 to 65535 and is silently read as port ${number % 65536}.`;
  return { message, ...part(text, from, to), severity: 'warning' };
}

/** `080` is refused and `010` is port 8 where numbers are read in base 0; where they are decimal, both are plain. */
function octalWarning(
  text: string,
  from: number,
  to: number,
  reader: PortReader,
  number: number,
): ValueFault | undefined {
  if (reader !== 'strtoul') return undefined;
  const word = text.slice(from, to);
  if (!/^0[0-7]+$/.test(word) || Number(word) === number) return undefined;
  const message = `A leading zero makes a number octal, so "${word}" is port ${number}; remove the zero.`;
  return {
    message,
    ...part(text, from, to),
    severity: 'warning',
    suggestions: whole(text, from, to, [String(Number(word))]),
  };
}

function serviceFault(
  text: string,
  from: number,
  to: number,
  reader: PortReader,
  transports: number,
): ValueFault | undefined {
  const name = text.slice(from, to);
  const source = serviceSource(name, transports);
  if (source === 'debian') return undefined;
  const range = part(text, from, to);
  if (source === 'iana') {
    const port = findPort(name, transports);
    const message = `${quoted(name)} is registered with IANA for port ${port}, but not in Debian's /etc/services for ${names(transports)}, so it only loads on some machines; write "${port}".`;
    return { message, ...range, severity: 'warning', suggestions: whole(text, from, to, [String(port)]) };
  }
  const port = shapeOf(name, reader);
  if (port !== undefined)
    return {
      message: `${port.reason} ${ALLOWED}`,
      ...range,
      ...(port.instead ? { suggestions: whole(text, from, to, port.instead) } : {}),
    };
  const others = serviceTransports(name);
  if (others !== 0) {
    const number = findPort(name, ANY_LISTED);
    const message = `The service "${name}" exists for ${names(others)}, not for ${names(transports)}; write its port, "${number}".`;
    return { message, ...range, suggestions: whole(text, from, to, [String(number)]) };
  }
  const meant = commonlyCalled(name);
  const listed = listedServices(transports).map((entry) => entry.name);
  const near = meant === undefined ? nearest(name, listed) : [meant];
  const hint = near[0] === undefined ? '' : ` Did you mean "${near[0]}"?`;
  return {
    message: `Unknown service ${quoted(name)}. ${ALLOWED}${hint}`,
    ...range,
    suggestions: whole(text, from, to, near),
  };
}

const ALLOWED = 'Write a number from 0 to 65535 or a service name.';

const names = (transports: number): string =>
  transports === ANY_TRANSPORT || transports === ANY_LISTED ? 'any protocol' : transportNames(transports);

/** The whole word with the wrong part replaced, for suggestions. */
function whole(text: string, from: number, to: number, replacements: readonly string[]): string[] {
  return replacements.map((replacement) => text.slice(0, from) + replacement + text.slice(to));
}

/** What is wrong with the form of a word that is no service either, and what could stand instead. */
function shapeOf(
  name: string,
  reader: PortReader,
): { readonly reason: string; readonly instead?: readonly string[] } | undefined {
  if (name === '') return { reason: 'The port is missing.' };
  const value = scanUnsigned(name, 0, name.length);
  const isWhole = value !== NO_NUMBER && scanEnd() === name.length;
  if (/^-\s*\d/.test(name)) return { reason: `${quoted(name)} is negative.` };
  if (isWhole && value > MAX_PORT) return { reason: `Port "${name}" is over 65535.` };
  if (isWhole && reader === 'getaddrinfo')
    return { reason: `${quoted(name)} is hexadecimal, which is not allowed here.`, instead: [String(value)] };
  if (/^0[0-9]+$/.test(name))
    return {
      reason: `${quoted(name)} begins with a zero, so it is read as octal and cannot contain 8 or 9.`,
      instead: [String(Number(name))],
    };
  const dash = /^(\d+)-(\d+)$/.exec(name);
  if (dash)
    return {
      reason: `Port ranges use a colon: "${dash[1]}:${dash[2]}".`,
      instead: [`${dash[1]}:${dash[2]}`],
    };
  if (name.includes(','))
    return { reason: `${quoted(name)} is a list; lists need "-m multiport" and "--dports" or "--sports".` };
  if (/^\s|\s$/.test(name)) return { reason: `${quoted(name)} contains a space.`, instead: [name.trim()] };
  return undefined;
}
