// The kind `nat-range`: the addresses and ports that NAT writes.

import type { Family } from '../schema.ts';
import { isWithin } from '../versions.ts';
import { NO_ADDRESS, readV6, strictV4 } from './address.ts';
import { part } from './address-fault.ts';
import { compareAddresses, lastV6Address, v4 } from './address-words.ts';
import type { ReadContext, ValueContext, ValueFault, ValueKind } from './kind.ts';
import type { NatRangeValue } from './kinds.ts';
import type { Address, NatRangeMeaning } from './meaning.ts';
import { BEFORE_9, bothReadings, cutV4, type NatCut, readNatRangeBefore9 } from './nat-before-9.ts';
import { natPortsFault, readNatPorts } from './nat-ports.ts';
import { quoted } from './quoted.ts';

/**
 * With brackets, the first pair holds the addresses and a colon behind it begins the ports; IPv4 refuses brackets.
 * Without them a single colon begins the ports, while two or more belong to an IPv6 address. Source: runs.
 */
function cut(text: string, family: Family): NatCut | ValueFault {
  const open = text.indexOf('[');
  if (open < 0) {
    const first = text.indexOf(':');
    const colon = first >= 0 && text.indexOf(':', first + 1) >= 0 ? -1 : first;
    return { from: 0, to: colon < 0 ? text.length : colon, colon, hasAddress: !standsForNone(text, colon) };
  }
  const close = text.indexOf(']', open + 1);
  if (family === 4)
    return { message: 'Brackets are for IPv6 addresses; write 192.0.2.1:8080.', start: open, end: open + 1 };
  if (close < 0)
    return { message: 'The closing bracket is missing; write [2001:db8::1]:8080.', start: open, end: text.length };
  const colon = text.indexOf(':', close + 1);
  return { from: open + 1, to: close, colon, hasAddress: !standsForNone(text, colon) };
}

/** Where the ports of a word begin: the colon before them, or -1. */
export function natRangeColon(text: string, family: Family): number {
  const parts = cut(text, family);
  return 'message' in parts ? -1 : parts.colon;
}

/** The library takes a colon in these two places for "no address" and does not look at what is before it. */
function standsForNone(text: string, colon: number): boolean {
  return colon === 0 || colon === 2 || text.startsWith('[]:');
}

/** Nothing that the versions read in several ways: no names, no leading zeros, no IPv6. */
const PLAIN = /^(?:(?:[1-9]\d*|0)(?:[.-](?=\d)|:(?=[1-9])|$)|:(?=[1-9]))+$/;

function check(text: string, value: NatRangeValue, context: ValueContext): ValueFault | undefined {
  const now = checkNow(text, value, context);
  if (now === undefined && PLAIN.test(text)) return undefined;
  return bothReadings(now, readBefore(text, value, context.family) !== undefined, () =>
    faultBefore(text, context.family),
  );
}

function readBefore(text: string, value: NatRangeValue, family: Family): NatRangeMeaning | undefined {
  const parts = family === 4 ? cutV4(text) : cut(text, family);
  if ('message' in parts) return undefined;
  return readNatRangeBefore9(text, parts, family, value.base !== 'lost');
}

/** Why versions before 1.8.9 refuse a word that others take: mostly its ports. */
function faultBefore(text: string, family: Family): ValueFault {
  const parts = family === 4 ? cutV4(text) : cut(text, family);
  const colon = 'message' in parts ? -1 : parts.colon;
  const ports = colon < 0 ? undefined : readNatPorts(text, colon + 1, undefined);
  const message = 'Before iptables 1.8.9, ports are decimal numbers from 1 to 65535 here.';
  const start = colon + 1;
  if (ports === undefined || ports.first === 0) return { message, start, end: text.length };
  const { first, last, base } = ports;
  const numbers = `${first}${last === first ? '' : `-${last}`}${base === undefined ? '' : `/${base}`}`;
  const suggestion = text.slice(0, start) + numbers;
  return { message, start, end: text.length, ...(suggestion === text ? {} : { suggestions: [suggestion] }) };
}

function checkNow(text: string, value: NatRangeValue, context: ValueContext): ValueFault | undefined {
  const { family } = context;
  const parts = cut(text, family);
  if ('message' in parts) return parts;
  const { from, to, colon, hasAddress } = parts;
  const ports = colon < 0 ? undefined : natPortsFault(text, colon + 1, value.base);
  if (ports !== undefined && ports.severity === undefined) return ports;
  if (!hasAddress) return colon === 0 || text.startsWith('[]:') ? ports : unread(text, 0, 2);
  const dash = text.indexOf('-', from);
  const isRange = dash >= 0 && dash < to;
  const wrong =
    addressFault(text, from, isRange ? dash : to, family) ??
    (isRange ? addressFault(text, dash + 1, to, family) : undefined);
  if (wrong !== undefined) return wrong;
  const beside = from === 0 ? undefined : besideBrackets(text, from, to, colon);
  return beside ?? (isRange ? backwards(text, from, dash, to, family) : undefined) ?? ports;
}

/** A range whose last address comes before its first: the kernel counts on past the end of all addresses. */
function backwards(text: string, from: number, dash: number, to: number, family: Family): ValueFault | undefined {
  const [first, last] = [readAddress(text, from, dash, family), readAddress(text, dash + 1, to, family)];
  if (!first || !last || compareAddresses(first, last) <= 0) return undefined;
  const meant = `${text.slice(dash + 1, to)}-${text.slice(from, dash)}`;
  return {
    message: `The range "${text.slice(from, to)}" runs backwards; write "${meant}".`,
    start: from,
    end: to,
    severity: 'warning',
    suggestions: [`${text.slice(0, from)}${meant}${text.slice(to)}`],
  };
}

/** What stands before or behind the brackets and is no port is not read. */
function besideBrackets(text: string, from: number, to: number, colon: number): ValueFault | undefined {
  if (from > 1) return unread(text, 0, from - 1);
  const end = colon < 0 ? text.length : colon;
  return end > to + 1 ? unread(text, to + 1, end) : undefined;
}

function unread(text: string, start: number, end: number): ValueFault {
  return {
    message: `"${text.slice(start, end)}" is ignored here; remove it.`,
    start,
    end,
    severity: 'warning',
  };
}

function addressFault(text: string, from: number, to: number, family: Family): ValueFault | undefined {
  const fine = family === 4 ? strictV4(text, from, to) !== NO_ADDRESS : readV6(text, from, to);
  if (fine) return undefined;
  const word = text.slice(from, to);
  const example =
    family === 4
      ? '192.0.2.1, 192.0.2.1-192.0.2.9 or 192.0.2.1:8080'
      : '2001:db8::1, 2001:db8::1-2001:db8::9 or [2001:db8::1]:8080';
  const other = family === 4 ? readV6(text, from, to) : strictV4(text, from, to) !== NO_ADDRESS;
  const reason =
    word === ''
      ? 'The address is missing'
      : other
        ? `${quoted(word)} is an IPv${family === 4 ? 6 : 4} address, but this file is for IPv${family}`
        : `"${word}" is not a complete IPv${family} address, and host names are not allowed here`;
  return { message: `${reason}; write ${example}.`, ...part(text, from, to) };
}

function read(text: string, value: NatRangeValue, context: ReadContext): NatRangeMeaning | undefined {
  const { family, version } = context;
  if (version !== undefined && isWithin(version, BEFORE_9)) return readBefore(text, value, family);
  const now = checkNow(text, value, context);
  const isRefused = now !== undefined && now.severity === undefined;
  const newest = isRefused ? undefined : readNow(text, value, family);
  const before = version === undefined ? readBefore(text, value, family) : undefined;
  if (newest === undefined || before === undefined || isSame(newest, before)) return newest ?? before;
  return { ...newest, differs: true };
}

function isSame(one: NatRangeMeaning, other: NatRangeMeaning): boolean {
  const [a, b] = [one, other].map(({ addresses, ports }) => [
    ...(addresses ? [...addresses.first, ...addresses.last] : []),
    ports?.first,
    ports?.last,
    ports?.base,
  ]);
  return a?.join() === b?.join();
}

function readNow(text: string, value: NatRangeValue, family: Family): NatRangeMeaning | undefined {
  const parts = cut(text, family);
  if ('message' in parts) return undefined;
  const { from, to, colon, hasAddress } = parts;
  const ports = colon < 0 ? undefined : readNatPorts(text, colon + 1, value.base);
  if (colon >= 0 && ports === undefined) return undefined;
  const written = ports === undefined ? {} : { ports };
  if (!hasAddress) return { kind: 'nat-range', ...written };
  const dash = text.indexOf('-', from);
  const isRange = dash >= 0 && dash < to;
  const first = readAddress(text, from, isRange ? dash : to, family);
  const last = isRange ? readAddress(text, dash + 1, to, family) : first;
  return first && last && { kind: 'nat-range', addresses: { first, last }, ...written };
}

function readAddress(text: string, from: number, to: number, family: Family): Address | undefined {
  if (family === 6) return readV6(text, from, to) ? lastV6Address() : undefined;
  const address = strictV4(text, from, to);
  return address === NO_ADDRESS ? undefined : v4(address);
}

export const natRange: ValueKind<NatRangeValue, NatRangeMeaning> = {
  check,
  read,
  describe: (_value, context) =>
    context.family === 4
      ? 'an address, a range or ports: 192.0.2.1-192.0.2.9:8000-8010'
      : 'an address, a range or ports: [2001:db8::1-2001:db8::9]:8000-8010',
};
