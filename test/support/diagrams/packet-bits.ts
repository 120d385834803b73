// Owns the bits of a packet: which of them hold which field, and the sets of packets whose fields have some values.

import type { Family } from '../../../server/src/vocabulary/schema.ts';
import type { InterfaceMeaning } from '../../../server/src/vocabulary/values/meaning.ts';
import { ALL, type Diagram, Diagrams, NONE } from './diagrams.ts';

/** In the order of their bits. What the file says of interfaces and what is not modelled comes behind, as it is asked. */
const WIDTHS = {
  input: 12,
  output: 12,
  protocol: 8,
  fragment: 1,
  /** INVALID, UNTRACKED, NEW, ESTABLISHED, RELATED; then whether either address is translated. */
  state: 3,
  sourceNat: 1,
  destinationNat: 1,
  destinationPort: 16,
  sourcePort: 16,
  icmpType: 8,
  icmpCode: 8,
  flags: 6,
  source: 128,
  destination: 128,
  ttl: 8,
  tos: 8,
  /** What is longer than the header can say has the highest bit. */
  length: 17,
  hasSender: 1,
  sender: 48,
  packetType: 3,
  hasUser: 1,
  user: 32,
  hasGroup: 1,
  group: 32,
  sourceType: 4,
  destinationType: 4,
} as const;

export type Field = keyof typeof WIDTHS;

export interface Place {
  readonly first: number;
  readonly width: number;
}

function placesOf(): { readonly places: ReadonlyMap<Field, Place>; readonly end: number } {
  const places = new Map<Field, Place>();
  let first = 0;
  for (const [field, width] of Object.entries(WIDTHS)) {
    places.set(field as Field, { first, width });
    first += width;
  }
  return { places, end: first };
}

const { places: PLACES, end: FIRST_FREE } = placesOf();

/** Where a field's bits are. */
export function placeOf(field: Field): Place {
  return PLACES.get(field) ?? { first: 0, width: 0 };
}

/** The fields that matches read of which targets write: others read none of these. */
const READ_BY: Readonly<Record<string, readonly Field[]>> = {
  conntrack: ['state', 'sourceNat', 'destinationNat'],
  tos: ['tos'],
  ttl: ['ttl'],
  hl: ['ttl'],
  length: ['length'],
};

/** No name of an interface has it. */
const NO_CHARACTER = '\u0001';

export class PacketBits {
  readonly diagrams: Diagrams;
  /** A name for each way in which interfaces can be told apart; none first. */
  readonly names: readonly string[];
  private readonly family: Family;
  private readonly asked: readonly InterfaceMeaning[];
  private readonly variables = new Map<string, { readonly bit: number; readonly match: string }>();

  /** `asked`: all that rules say of interfaces. */
  constructor(most: number, family: Family, asked: readonly InterfaceMeaning[]) {
    this.diagrams = new Diagrams(most);
    this.family = family;
    const names = asked.map(({ name, prefix }) => (prefix ? name + NO_CHARACTER : name));
    this.asked = asked;
    this.names = [...new Set(['', NO_CHARACTER, ...names])];
    if (this.names.length > 2 ** WIDTHS.input) throw new Error('There are too many names of interfaces.');
  }

  /** All packets there may be. */
  universe(): Diagram {
    const { diagrams } = this;
    const lastAddress = (1n << (this.family === 4 ? 32n : 128n)) - 1n;
    const limits: Diagram[] = [
      this.span('input', 0, this.names.length - 1),
      this.span('output', 0, this.names.length - 1),
      this.span('source', 0, lastAddress),
      this.span('destination', 0, lastAddress),
      this.span('state', 0, 4),
      this.span('packetType', 0, 4),
      this.span('sourceType', 0, 11),
      this.span('destinationType', 0, 11),
      // Who is not tracked has no addresses that could be translated.
      diagrams.or(
        this.span('state', 2, 4),
        diagrams.and(this.span('sourceNat', 0, 0), this.span('destinationNat', 0, 0)),
      ),
    ];
    return limits.reduce((all, limit) => diagrams.and(all, limit), ALL);
  }

  /** The field is at least the first number and at most the last. */
  span(field: Field, first: number | bigint, last: number | bigint): Diagram {
    const { width } = placeOf(field);
    const highest = (1n << BigInt(width)) - 1n;
    const [from, to] = [BigInt(first), BigInt(last)];
    if (from > to || from > highest || to < 0n) return NONE;
    return this.diagrams.and(
      this.compared(field, from < 0n ? 0n : from, (bit, rest) => (bit ? [NONE, rest] : [rest, ALL])),
      this.compared(field, to > highest ? highest : to, (bit, rest) => (bit ? [ALL, rest] : [rest, NONE])),
    );
  }

  /** The bits of the mask are those of the value. */
  masked(field: Field, value: number | bigint, mask: number | bigint): Diagram {
    const [wanted, counted] = [BigInt(value), BigInt(mask)];
    if ((wanted & ~counted) !== 0n) return NONE;
    const { first, width } = placeOf(field);
    let set: Diagram = ALL;
    for (let at = 0; at < width; at++) {
      if (!isSet(counted, at)) continue;
      const bit = first + width - 1 - at;
      set = isSet(wanted, at) ? this.diagrams.node(bit, NONE, set) : this.diagrams.node(bit, set, NONE);
    }
    return set;
  }

  interfaces(field: 'input' | 'output', asked: InterfaceMeaning): Diagram {
    return this.any(this.names.flatMap((name, at) => (hasName(asked, name) ? [this.span(field, at, at)] : [])));
  }

  /** The number of the name that nothing that is asked tells from this one. */
  atomOf(name: string): number {
    return this.names.findIndex(
      (own) => (own === '') === (name === '') && this.asked.every((one) => hasName(one, own) === hasName(one, name)),
    );
  }

  /** The packets for which something holds that is told by its words alone, which a match asks. */
  variable(match: string, words: string): Diagram {
    const known = this.variables.get(words) ?? { bit: FIRST_FREE + this.variables.size, match };
    this.variables.set(words, known);
    return this.diagrams.bit(known.bit);
  }

  /** The packets that are in a set, if what some matches look at may be anything. */
  whatever(set: Diagram, matches: ReadonlySet<string>): Diagram {
    if (matches.size === 0) return set;
    const free = new Set<number>();
    for (const { bit, match } of this.variables.values()) if (matches.has(match)) free.add(bit);
    for (const match of matches)
      for (const field of READ_BY[match] ?? []) {
        const { first, width } = placeOf(field);
        for (let bit = first; bit < first + width; bit++) free.add(bit);
      }
    return this.diagrams.whatever(set, (bit) => free.has(bit));
  }

  any(sets: readonly Diagram[]): Diagram {
    return sets.reduce((all, set) => this.diagrams.or(all, set), NONE);
  }

  all(sets: readonly Diagram[]): Diagram {
    return sets.reduce((all, set) => this.diagrams.and(all, set), ALL);
  }

  /** From the lowest bit up: what each bit of a number makes of the set of those below. */
  private compared(
    field: Field,
    number: bigint,
    step: (bit: boolean, rest: Diagram) => readonly [low: Diagram, high: Diagram],
  ): Diagram {
    const { first, width } = placeOf(field);
    let set: Diagram = ALL;
    for (let at = 0; at < width; at++) {
      const [low, high] = step(isSet(number, at), set);
      set = this.diagrams.node(first + width - 1 - at, low, high);
    }
    return set;
  }
}

/** Whether what a rule says takes an interface of this name; without one it is empty. */
export function hasName({ name, prefix }: InterfaceMeaning, own: string): boolean {
  if (!prefix) return own === name;
  return name === '' || own.startsWith(name);
}

function isSet(number: bigint, at: number): boolean {
  return ((number >> BigInt(at)) & 1n) === 1n;
}
