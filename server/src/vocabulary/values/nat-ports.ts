// The kind `nat-ports`: the ports that NAT writes, one or a range with a hyphen.

import { ANY_LISTED } from '../transports.ts';
import { isWithin } from '../versions.ts';
import { part } from './address-fault.ts';
import type { ReadContext, ValueFault, ValueKind } from './kind.ts';
import type { NatPortsValue } from './kinds.ts';
import type { NatPorts, NatPortsMeaning } from './meaning.ts';
import { BEFORE_9, bothReadings, readNatPortsBefore9 } from './nat-before-9.ts';
import { serviceNamesFor } from './port.ts';
import { MAX_PORT, NO_PORT, plainPort, portFault, portOf } from './port-fault.ts';
import { NO_NUMBER, scanEnd, scanUnsigned } from './scan.ts';

const FORM = 'write a port such as 8080 or a range such as 8000-8010';

/**
 * Judges `port[-port[/base]]` from `from` to the text's end: a number or a service alone, numbers only in a range, and
 * for the base port again a number from 1 on or a service.
 */
export function natPortsFault(text: string, from: number, base: NatPortsValue['base']): ValueFault | undefined {
  const to = text.length;
  if (plainPort(text, from, to) !== NO_PORT) return undefined;
  const low = scanUnsigned(text, from, to);
  const end = scanEnd();
  if (low === NO_NUMBER || low > MAX_PORT) return portFault(text, from, to, 'strtoul', ANY_LISTED);
  if (end === to) return portFault(text, from, to, 'strtoul', ANY_LISTED);
  if (text.charCodeAt(end) !== 0x2d) return garbage(text, end);
  const high = scanUnsigned(text, end + 1, to);
  const stop = scanEnd();
  if (high === NO_NUMBER || high > MAX_PORT) return highFault(text, end + 1);
  if (stop < to && (text.charCodeAt(stop) !== 0x2f || base === false))
    return stop < to && text.charCodeAt(stop) === 0x2f ? baseRefused(text, stop) : garbage(text, stop);
  if (high < low) return backwards(text, from, end, stop);
  if (stop === to) return undefined;
  const wrong = baseFault(text, stop + 1);
  return base !== 'lost' || (wrong !== undefined && wrong.severity === undefined) ? wrong : lostBase(text, stop);
}

/** Source: runs of 1.8.9, where SNAT and MASQUERADE save `80-90/1080` as `80-90/0`. */
function lostBase(text: string, at: number): ValueFault {
  const message = `"${text.slice(at)}" is accepted, but the kernel gets 0: only DNAT passes on a base port. Remove it.`;
  return { message, start: at, end: text.length, severity: 'warning' };
}

function garbage(text: string, at: number): ValueFault {
  const rest = text.slice(at);
  const reason = rest.startsWith(':')
    ? 'port ranges use a hyphen here'
    : rest.startsWith(',')
      ? 'lists are not allowed here'
      : `unexpected "${rest}" after the port`;
  const suggestions = /^:\d+$/.test(rest) ? [`${text.slice(0, at)}-${rest.slice(1)}`] : undefined;
  return {
    message: `${reason[0]?.toUpperCase()}${reason.slice(1)}; ${FORM}.`,
    start: at,
    end: text.length,
    ...(suggestions ? { suggestions } : {}),
  };
}

function baseRefused(text: string, at: number): ValueFault {
  return { message: `A base port after "/" is not allowed here; ${FORM}.`, start: at, end: text.length };
}

function highFault(text: string, from: number): ValueFault {
  const word = text.slice(from);
  const reason =
    word === ''
      ? 'The end of the range is missing'
      : `"${word}" is not a port number from 0 to 65535, and ranges cannot contain names`;
  return { message: `${reason}; ${FORM}.`, ...part(text, from, text.length) };
}

function backwards(text: string, from: number, middle: number, end: number): ValueFault {
  const turned = `${text.slice(middle + 1, end)}-${text.slice(from, middle)}`;
  return {
    message: `The range "${text.slice(from, end)}" runs backwards; write "${turned}".`,
    start: from,
    end,
    suggestions: [text.slice(0, from) + turned + text.slice(end)],
  };
}

/** The base port: a number from 1 on, whatever follows it, or a service. */
function baseFault(text: string, from: number): ValueFault | undefined {
  const base = scanUnsigned(text, from, text.length);
  if (base !== NO_NUMBER && base >= 1 && base <= MAX_PORT) {
    const end = scanEnd();
    return end === text.length
      ? undefined
      : {
          message: `"${text.slice(end)}" after the base port is ignored.`,
          start: end,
          end: text.length,
          severity: 'warning',
        };
  }
  const message = `"${text.slice(from)}" is not a base port; write a number from 1 to 65535 or a service name.`;
  return base === NO_NUMBER && from < text.length
    ? portFault(text, from, text.length, 'strtoul', ANY_LISTED)
    : { message, start: from, end: text.length };
}

/** The ports that stand from `from` to the text's end, where `natPortsFault` has nothing against them. */
export function readNatPorts(text: string, from: number, kept: NatPortsValue['base']): NatPorts | undefined {
  const to = text.length;
  const first = scanUnsigned(text, from, to);
  const end = scanEnd();
  if (first === NO_NUMBER || end === to) {
    const port = portOf(text, from, to, 'strtoul', ANY_LISTED);
    return port === NO_PORT ? undefined : { first: port, last: port };
  }
  const last = scanUnsigned(text, end + 1, to);
  const stop = scanEnd();
  if (text.charCodeAt(end) !== 0x2d || last === NO_NUMBER) return undefined;
  if (stop === to) return { first, last };
  // What follows the digits of a base port is not read.
  const number = scanUnsigned(text, stop + 1, to);
  const base = number === NO_NUMBER ? portOf(text, stop + 1, to, 'strtoul', ANY_LISTED) : number;
  return base === NO_PORT ? undefined : { first, last, base: kept === 'lost' ? 0 : base };
}

function check(text: string, value: NatPortsValue): ValueFault | undefined {
  const now = natPortsFault(text, 0, value.base);
  if (now === undefined && plainPort(text, 0, text.length) !== NO_PORT) return undefined;
  return bothReadings(now, readBefore(text, value) !== undefined, () => {
    const ports = readNatPorts(text, 0, value.base);
    const message = 'Before iptables 1.8.9, only a number from 0 to 65535 or a range of two is allowed here.';
    return { message, ...(ports && { suggestions: [rangeText(ports)] }) };
  });
}

const rangeText = ({ first, last }: NatPorts): string => (first === last ? String(first) : `${first}-${last}`);

function readBefore(text: string, value: NatPortsValue): NatPorts | undefined {
  return readNatPortsBefore9(text, value.namesBefore9 ?? false);
}

function read(text: string, value: NatPortsValue, { version }: ReadContext): NatPortsMeaning | undefined {
  const before = version !== undefined && isWithin(version, BEFORE_9);
  const now = before ? undefined : natPortsFault(text, 0, value.base);
  const isRefused = now !== undefined && now.severity === undefined;
  const ports = before || isRefused ? readBefore(text, value) : readNatPorts(text, 0, value.base);
  return ports && { kind: 'nat-ports', ...ports };
}

export const natPorts: ValueKind<NatPortsValue, NatPortsMeaning> = {
  check,
  read,
  describe: () => 'a port from 0 to 65535 or a service name, or a range such as 8000-8010',
  names: (_value, context) => serviceNamesFor(context),
};
