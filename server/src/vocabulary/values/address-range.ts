// The kind `address-range`: one address, or two with a hyphen between them.

import type { Family } from '../schema.ts';
import { libxtablesV4, NO_ADDRESS, readV6, strictV4 } from './address.ts';
import { octalWarning, part } from './address-fault.ts';
import { addressText, compareAddresses, lastV6Address, v4 } from './address-words.ts';
import type { ValueContext, ValueFault, ValueKind } from './kind.ts';
import type { AddressRangeValue } from './kinds.ts';
import type { Address, AddressRangeMeaning } from './meaning.ts';
import { quoted } from './quoted.ts';

/** One end; undefined when it is no address. IPv4 may be abbreviated as with -s, host names are not taken. */
function readEnd(text: string, from: number, to: number, family: Family): Address | undefined {
  if (family === 6) return readV6(text, from, to) ? lastV6Address() : undefined;
  const address = libxtablesV4(text, from, to, false);
  return address === NO_ADDRESS ? undefined : v4(address);
}

function check(text: string, _value: AddressRangeValue, context: ValueContext): ValueFault | undefined {
  const { family } = context;
  const dash = text.indexOf('-');
  const end = dash < 0 ? text.length : dash;
  const first = readEnd(text, 0, end, family);
  if (first === undefined) return endFault(text, 0, end, family);
  if (dash < 0) return undefined;
  const last = readEnd(text, dash + 1, text.length, family);
  if (last === undefined) return endFault(text, dash + 1, text.length, family);
  if (compareAddresses(first, last) > 0) return backwards(text, dash, last);
  if (family === 6) return undefined;
  if (isShort(text.slice(dash + 1))) return shortEnd(text, dash, first, last);
  return octalEnd(text, 0, dash, first) ?? octalEnd(text, dash + 1, text.length, last);
}

/** An IPv4 address of fewer than four parts: the missing ones are zeros. */
function isShort(address: string): boolean {
  return address.split('.').length < 4;
}

/**
 * The last address of a range of which the end alone was written, as in `192.0.2.1-9`; undefined where it cannot be
 * told which parts were left out.
 */
export function completedEnd(first: string, end: string): string | undefined {
  const parts = first.split('.');
  const tail = end.split('.');
  if (parts.length !== 4 || tail.length > 2 || (tail.length > 1 && tail[0] === parts[0])) return undefined;
  const whole = [...parts.slice(0, parts.length - tail.length), ...tail].join('.');
  const [from, to] = [first, whole].map((address) => strictV4(address, 0, address.length));
  return from === undefined || to === undefined || from === NO_ADDRESS || to < from ? undefined : whole;
}

function meantRange(text: string, dash: number): string | undefined {
  const end = completedEnd(text.slice(0, dash), text.slice(dash + 1));
  return end === undefined ? undefined : `${text.slice(0, dash)}-${end}`;
}

/** `192.0.2.1-200` ends at 200.0.0.0. */
function shortEnd(text: string, dash: number, first: Address, last: Address): ValueFault {
  const count = ((last[0] ?? 0) - (first[0] ?? 0) + 1).toLocaleString('en-US');
  const meant = meantRange(text, dash);
  const hint = meant === undefined ? 'write the whole address.' : `did you mean "${meant}"?`;
  const message = `${quoted(text.slice(dash + 1))} is read as ${addressText(last)}, so the range holds ${count} addresses; ${hint}`;
  return { message, severity: 'warning', ...(meant === undefined ? {} : { suggestions: [meant] }) };
}

function octalEnd(text: string, from: number, to: number, [address = 0]: Address): ValueFault | undefined {
  return octalWarning(text, from, to, address);
}

function read(text: string, _value: AddressRangeValue, { family }: ValueContext): AddressRangeMeaning | undefined {
  const dash = text.indexOf('-');
  const first = readEnd(text, 0, dash < 0 ? text.length : dash, family);
  const last = dash < 0 ? first : readEnd(text, dash + 1, text.length, family);
  return first && last && { kind: 'address-range', first, last };
}

/** Loads and never matches; a short end such as `192.0.2.1-9` is the address 9.0.0.0. */
function backwards(text: string, dash: number, last: Address): ValueFault {
  const short = last.length === 1 && isShort(text.slice(dash + 1));
  const turned = `${text.slice(dash + 1)}-${text.slice(0, dash)}`;
  const meant = short ? meantRange(text, dash) : turned;
  const hint = meant === undefined ? 'write the whole address.' : `did you mean "${meant}"?`;
  const message = short
    ? `${quoted(text.slice(dash + 1))} is read as ${addressText(last)}, so the range runs backwards and never matches; ${hint}`
    : `The range "${text}" runs backwards and never matches; write "${turned}".`;
  return { message, severity: 'warning', ...(meant === undefined ? {} : { suggestions: [meant] }) };
}

function endFault(text: string, from: number, to: number, family: Family): ValueFault {
  const word = text.slice(from, to);
  const example = family === 4 ? '192.0.2.10-192.0.2.20' : '2001:db8::10-2001:db8::20';
  const what =
    word === ''
      ? 'The address is missing'
      : word.includes('/')
        ? `${quoted(word)} has a mask, which is not allowed here`
        : `"${word}" is not an IPv${family} address`;
  return { message: `${what}; write an address or a range such as ${example}.`, ...part(text, from, to) };
}

export const addressRange: ValueKind<AddressRangeValue, AddressRangeMeaning> = {
  check,
  read,
  describe: (_value, context) =>
    `an address or a range such as ${context.family === 4 ? '192.0.2.10-192.0.2.20' : '2001:db8::10-2001:db8::20'}`,
};
