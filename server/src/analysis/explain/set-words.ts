// What sets say in words: addresses as networks, ports with their services, names of states.

import { protocolName } from '../../vocabulary/protocols.ts';
import type { Family } from '../../vocabulary/schema.ts';
import { usualService } from '../../vocabulary/services.ts';
import { ANY_TRANSPORT, transportOf } from '../../vocabulary/transports.ts';
import { addressText } from '../../vocabulary/values/address-words.ts';
import type { Intervals, Point } from '../sets/intervals.ts';
import { statesSet } from '../sets/states.ts';

/** Of more parts than this the first ones are named. */
const MOST_PARTS = 12;

/** The spans of a set of numbers, both ends included. */
function spansOf({ cuts, axis }: Intervals): readonly (readonly [bigint, bigint])[] {
  const spans: (readonly [bigint, bigint])[] = [];
  for (let i = 0; i < cuts.length; i += 2) {
    const end = cuts[i + 1];
    spans.push([BigInt(cuts[i] ?? 0), end === undefined ? BigInt(axis.last ?? 0) : BigInt(end) - 1n]);
  }
  return spans;
}

/** The words of a set, or of all that is not in it where that is shorter: `not 10.0.0.0/8`. */
function either(set: Intervals, words: (set: Intervals) => readonly string[]): string {
  const inside = words(set);
  const outside = inside.length > 1 ? words(set.complement()) : inside;
  return outside.length < inside.length ? `not ${joined(outside)}` : joined(inside);
}

function joined(words: readonly string[]): string {
  if (words.length <= MOST_PARTS) return words.join(', ');
  return `${words.slice(0, MOST_PARTS).join(', ')} and ${words.length - MOST_PARTS} more`;
}

/** Networks where they are few, else ranges. */
export function addressesText(set: Intervals, family: Family): string {
  return either(set, (one) => spansOf(one).flatMap(([first, last]) => rangeText(first, last, family)));
}

function rangeText(first: bigint, last: bigint, family: Family): string {
  const bits = family === 4 ? 32 : 128;
  const size = last - first + 1n;
  const isNetwork = (size & (size - 1n)) === 0n && first % size === 0n;
  const text = numberText(first, family);
  if (size === 1n) return text;
  return isNetwork ? `${text}/${bits - (size.toString(2).length - 1)}` : `${text}-${numberText(last, family)}`;
}

function numberText(number: bigint, family: Family): string {
  const words = family === 4 ? 1 : 4;
  return addressText(
    Array.from({ length: words }, (_, i) => Number((number >> BigInt(32 * (words - 1 - i))) & 0xffffffffn)),
  );
}

/** `22 (ssh), 8000-8080` */
export function portsText(set: Intervals, protocol: number | undefined): string {
  const transports = (protocol === undefined ? undefined : transportOf(protocol)) ?? ANY_TRANSPORT;
  return either(set, (one) =>
    spansOf(one).map(([first, last]) => {
      if (first !== last) return `${first}-${last}`;
      const service = usualService(Number(first), transports);
      return service === undefined ? String(first) : `${first} (${service})`;
    }),
  );
}

export function protocolsText(set: Intervals): string {
  return either(set, (one) =>
    spansOf(one).map(([first, last]) =>
      first === last ? (protocolName(Number(first)) ?? `protocol ${first}`) : `protocols ${first}-${last}`,
    ),
  );
}

/** `eth0`, `eth+`, `not lo`; undefined for whatever interface there is. */
export function interfacesText(set: Intervals): string | undefined {
  const absent = set.axis.point('');
  const present = set.minus(absent);
  if (present.isNothing || set.contains(absent.complement())) return undefined;
  return either(present, (one) => {
    const names: string[] = [];
    for (let i = 0; i < one.cuts.length; i += 2) names.push(nameText(one.cuts[i], one.cuts[i + 1]));
    return names.filter((name) => name !== '');
  });
}

function nameText(first: Point | undefined, end: Point | undefined): string {
  const name = String(first ?? '');
  if (end === `${name}\0`) return name;
  return `${name.replace('\0', '')}+`;
}

const STATES = ['NEW', 'ESTABLISHED', 'RELATED', 'INVALID', 'UNTRACKED', 'SNAT', 'DNAT'];

/** `new`, `established, related`, `not invalid`. */
export function statesText(set: Intervals): string {
  const inside = namesIn(set);
  if (inside) return inside.join(', ').toLowerCase();
  const outside = namesIn(set.complement());
  return outside ? `not ${outside.join(', ').toLowerCase()}` : 'some states';
}

/** States that make up the set; undefined where none do. */
function namesIn(set: Intervals): readonly string[] | undefined {
  const names: string[] = [];
  let left = set;
  for (const name of STATES) {
    const own = statesSet(set.axis, [{ name }]);
    if (!own || !set.contains(own) || !left.intersects(own)) continue;
    names.push(name);
    left = left.minus(own);
  }
  return left.isNothing && names.length > 0 ? names : undefined;
}
