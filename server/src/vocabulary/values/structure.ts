// The parts that a value of a kind is made of, in their order: for signature help, which shows where one is among them.

import type { Family } from '../schema.ts';
import type { Value } from './kinds.ts';
import { natRangeColon } from './nat-range.ts';

/** One part of a value. */
export interface ValuePart {
  /** As `Structure.label` has it. */
  readonly name: string;
  /** One sentence or two. */
  readonly says: string;
}

export interface Structure {
  /** The syntax, in which the names of the parts stand in their order: `first[:last]`. */
  readonly label: string;
  readonly parts: readonly ValuePart[];
  /** What stands in front of each part but the first, a character each; parts may be left out. */
  readonly between: string;
  /** Between the values of a list, each of which has all the parts. */
  readonly list?: ',';
}

type ValueOf<K extends Value['kind']> = Extract<Value, { readonly kind: K }>;
type Structures = { readonly [K in Value['kind']]?: (value: ValueOf<K>, family: Family) => Structure | undefined };

const PORTS: readonly ValuePart[] = [
  {
    name: 'first',
    says: 'A port from 0 to 65535 or the name of a service; of a range the first. Left out: from 0 on.',
  },
  { name: 'last', says: 'The last port of a range. Left out behind the colon: up to 65535.' },
];

const MASKED = (what: string): Structure => ({
  label: 'value[/mask]',
  parts: [
    { name: 'value', says: `${what}, in decimal, 0x hexadecimal or 0 octal.` },
    { name: 'mask', says: 'The bits that count. Left out: all of them.' },
  ],
  between: '/',
});

const STRUCTURES: Structures = {
  'address-range': () => ({
    label: 'first[-last]',
    parts: [
      { name: 'first', says: 'The first address.' },
      { name: 'last', says: 'The last address, in full: of `10.0.0.1-50` the end is 50.0.0.0.' },
    ],
    between: '-',
  }),
  'date-time': () => ({
    label: 'YYYY[-MM[-DD[Thh[:mm[:ss]]]]]',
    parts: [
      { name: 'YYYY', says: 'The year, from 1970 to 2038.' },
      { name: 'MM', says: 'The month. Left out: January.' },
      { name: 'DD', says: 'The day of the month. Left out: the first.' },
      { name: 'hh', says: 'The hour, behind a capital T. Left out: midnight.' },
      { name: 'mm', says: 'The minute.' },
      { name: 'ss', says: 'The second.' },
    ],
    between: '--T::',
  }),
  'icmp-type': () => ({
    label: 'type[/code]',
    parts: [
      { name: 'type', says: 'The type by its name or number.' },
      { name: 'code', says: 'The number of the code. Left out: every code. A name has its code with it.' },
    ],
    between: '/',
  }),
  'integer-range': ({ separator = ':', unit, alone }) => ({
    label: `from[${separator}to]`,
    parts: [
      {
        name: 'from',
        says: `The least${unit === undefined ? '' : `, in ${unit}`}. ${alone === undefined ? 'Alone it is the only number that fits.' : 'Alone it is that much and more.'}`,
      },
      { name: 'to', says: 'The most. Left out behind the sign: without limit.' },
    ],
    between: separator,
  }),
  mark: ({ mask }) => (mask === false ? undefined : MASKED('The mark, 32 bits')),
  'nat-ports': ({ base }) => ({
    label: base === false ? 'first[-last]' : 'first[-last][/base]',
    parts: [
      { name: 'first', says: 'The port, or the first of a range.' },
      { name: 'last', says: 'The last port of the range.' },
      ...(base === false ? [] : [BASE]),
    ],
    between: base === false ? '-' : '-/',
  }),
  'nat-range': (_value, family) => ({
    label: family === 4 ? 'address[-last][:port[-end[/base]]]' : '[address[-last]]:port[-end[/base]]',
    parts: [
      {
        name: 'address',
        says: `The new address, or the first of a range. ${family === 4 ? 'Left out, as in `:8080`, it stays.' : 'In brackets where a port follows.'}`,
      },
      { name: 'last', says: 'The last address of the range.' },
      { name: 'port', says: 'The new port, or the first of a range; it needs `-p tcp`, `-p udp` or the like.' },
      { name: 'end', says: 'The last port of the range.' },
      BASE,
    ],
    between: '-:-/',
  }),
  network: ({ list }, family) => ({
    label: list ? 'address[/mask][,…]' : 'address[/mask]',
    parts: [
      {
        name: 'address',
        says: `An IPv${family} address or a host name, which is looked up once, when the rules are loaded.`,
      },
      {
        name: 'mask',
        says: `How many leading bits count, 0 to ${family === 4 ? 32 : 128}, or the mask as an address. Left out: all bits.`,
      },
    ],
    between: '/',
    ...(list && { list: ',' }),
  }),
  'port-list': ({ maxPorts }) => ({
    label: 'first[:last][,…]',
    parts: [
      { name: 'first', says: `A port, or the first of a range. A list has at most ${maxPorts} places.` },
      { name: 'last', says: 'The last port of a range, which takes two places.' },
    ],
    between: ':',
    list: ',',
  }),
  'port-range': () => ({ label: 'first[:last]', parts: PORTS, between: ':' }),
  rate: ({ bytes }) => ({
    label: 'number[/unit]',
    parts: [
      {
        name: 'number',
        says: bytes ? 'How many packets, or with b, kb or mb how many bytes: `512kb/s`.' : 'How many packets.',
      },
      { name: 'unit', says: 'In what time: second, minute, hour or day, cut as one likes. Left out: a second.' },
    ],
    between: '/',
  }),
  'tcp-flags': ({ of }) => {
    const says =
      of === 'set'
        ? 'Those among the flags of the first list that must be set; the others must be clear. NONE: no flag.'
        : 'The flags to look at, with commas: SYN, ACK, FIN, RST, URG, PSH, or ALL.';
    return { label: of ?? 'flags', parts: [{ name: of ?? 'flags', says }], between: '' };
  },
  'time-of-day': () => ({
    label: 'hh:mm[:ss]',
    parts: [
      { name: 'hh', says: 'The hour, 0 to 23.' },
      { name: 'mm', says: 'The minute, 0 to 59.' },
      { name: 'ss', says: 'The second. Left out: 0.' },
    ],
    between: '::',
  }),
  tos: () => MASKED('The byte, or one of the five names'),
};

const BASE: ValuePart = {
  name: 'base',
  says: 'The port that becomes the first of the range; the others keep their distance.',
};

function structureFor<K extends Value['kind']>(kind: K): Structures[K] {
  return STRUCTURES[kind];
}

/** The parts of a value; undefined for kinds that have none. */
export function structureOf<K extends Value['kind']>(
  value: ValueOf<K> & { readonly kind: K },
  family: Family,
): Structure | undefined {
  return structureFor<K>(value.kind)?.(value, family);
}

/** Which of the parts an offset of an unquoted word is in, from 0. Takes half-typed words. */
export function partAt(text: string, at: number, { between, list }: Structure, value: Value, family: Family): number {
  const colon = value.kind === 'nat-range' ? natRangeColon(text, family) : -1;
  let part = 0;
  for (let i = 0; i < Math.min(at, text.length); i++) {
    const letter = text.charAt(i);
    if (letter === list) part = 0;
    // Within an IPv6 address a colon stands between no parts.
    if (value.kind === 'nat-range' && letter === ':' && i !== colon) continue;
    const next = between.indexOf(letter, part);
    if (next >= 0) part = next + 1;
  }
  return part;
}
