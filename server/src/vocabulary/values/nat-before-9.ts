// How iptables before 1.8.9 reads what NAT writes: ports by atoi, IPv4 addresses as -s takes them, names hardly anywhere.
// Source: runs of 1.8.7 and 1.8.9.

import type { VersionRange } from '../schema.ts';
import { ANY_LISTED } from '../transports.ts';
import { libxtablesV4, NO_ADDRESS, readV6 } from './address.ts';
import { lastV6Address, v4 } from './address-words.ts';
import type { ValueFault } from './kind.ts';
import type { Address, NatPorts, NatRangeMeaning, Range } from './meaning.ts';
import { MAX_PORT, NO_PORT, portOf } from './port-fault.ts';
import { NO_NUMBER, scanDecimal, scanEnd, scanUnsigned } from './scan.ts';

/** The versions that read this way; those after them read another. */
export const BEFORE_9: VersionRange = { until: '1.8.9' };
const SINCE_9: VersionRange = { since: '1.8.9' };

/** Where the addresses and the ports of a range stand; `colon` is -1 without ports. */
export interface NatCut {
  readonly from: number;
  readonly to: number;
  readonly colon: number;
  readonly hasAddress: boolean;
}

/**
 * What the two readings have against a word: `now` is the fault of those since 1.8.9, `before` whether those before
 * take it, and `why` what these mind.
 */
export function bothReadings(
  now: ValueFault | undefined,
  before: boolean,
  why: () => ValueFault,
): ValueFault | undefined {
  const isRefused = now !== undefined && now.severity === undefined;
  if (before) return isRefused ? { ...now, ...SINCE_9 } : now;
  return isRefused ? now : { ...why(), ...BEFORE_9 };
}

/** In IPv4 the first colon begins the ports, whatever stands before it. */
export function cutV4(text: string): NatCut {
  const colon = text.indexOf(':');
  return { from: 0, to: colon < 0 ? text.length : colon, colon, hasAddress: colon !== 0 };
}

/** Addresses and ports; undefined where they are refused. `hasBase`: a base port is looked for behind a range. */
export function readNatRangeBefore9(
  text: string,
  cut: NatCut,
  family: 4 | 6,
  hasBase: boolean,
): NatRangeMeaning | undefined {
  const { from, to, colon, hasAddress } = cut;
  const ports = colon < 0 ? undefined : byAtoi(text, colon + 1, hasBase);
  if (colon >= 0 && ports === undefined) return undefined;
  const written = ports === undefined ? {} : { ports };
  if (!hasAddress) return { kind: 'nat-range', ...written };
  const dash = text.indexOf('-', from);
  const isRange = dash >= 0 && dash < to;
  const first = readAddress(text, from, isRange ? dash : to, family);
  const last = isRange ? readAddress(text, dash + 1, to, family) : first;
  return first && last && { kind: 'nat-range', addresses: { first, last }, ...written };
}

function readAddress(text: string, from: number, to: number, family: 4 | 6): Address | undefined {
  if (family === 6) return readV6(text, from, to) ? lastV6Address() : undefined;
  const address = libxtablesV4(text, from, to, false);
  return address === NO_ADDRESS ? undefined : v4(address);
}

/** atoi's decimal number, whatever follows it, as a port from 1 on. */
function atoiPort(text: string, from: number): number {
  const port = scanDecimal(text, from, text.length, 31);
  return port >= 1 && port <= MAX_PORT ? port : NO_PORT;
}

function byAtoi(text: string, from: number, hasBase: boolean): NatPorts | undefined {
  const first = atoiPort(text, from);
  if (first === NO_PORT || text.includes(':', from)) return undefined;
  const dash = text.indexOf('-', from);
  if (dash < 0) return { first, last: first };
  const last = atoiPort(text, dash + 1);
  if (last < first) return undefined;
  const slash = hasBase ? text.indexOf('/', dash) : -1;
  if (slash < 0) return { first, last };
  const base = atoiPort(text, slash + 1);
  return base === NO_PORT ? undefined : { first, last, base };
}

/** The ports of REDIRECT and MASQUERADE; of `names` REDIRECT alone takes any, at the end of a range, too. */
export function readNatPortsBefore9(text: string, names: boolean): Range | undefined {
  const number = scanUnsigned(text, 0, text.length);
  const end = scanEnd();
  const whole = number === NO_NUMBER || number > MAX_PORT;
  const first = whole ? namedPort(text, 0, names) : number;
  if (first === NO_PORT) return undefined;
  if (whole || end === text.length) return { first, last: first };
  if (text.charCodeAt(end) !== 0x2d) return undefined;
  const high = scanUnsigned(text, end + 1, text.length);
  const isPort = high !== NO_NUMBER && high <= MAX_PORT && scanEnd() === text.length;
  const last = isPort ? high : namedPort(text, end + 1, names);
  return last < first ? undefined : { first, last };
}

/** A word that is no number, as the name of a service. */
function namedPort(text: string, from: number, names: boolean): number {
  return names ? portOf(text, from, text.length, 'strtoul', ANY_LISTED) : NO_PORT;
}
