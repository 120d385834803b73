// What comes from outside: addresses of the world, and interfaces behind which it lies.

import { AXES } from '../../analysis/dimensions.ts';
import { ofSteps } from '../../analysis/reach/of-steps.ts';
import type { Intervals } from '../../analysis/sets/intervals.ts';
import type { Family } from '../../vocabulary/schema.ts';
import type { PacketTable } from '../packets.ts';
import { isVirtualInterface } from './known-tools.ts';
import { isTo, SOURCE_TRANSLATORS } from './targets.ts';

/** Addresses far apart: a set that has them all is no network of somebody's own. */
export const WORLD: Readonly<Record<Family, readonly string[]>> = {
  4: ['8.8.8.8', '93.184.216.34', '151.101.65.140', '185.15.59.224'],
  6: ['2001:4860:4860::8888', '2606:4700::6810:84e5', '2a02:ec80:300:ed1a::1'],
};

const POINTS = {
  4: [0x08080808, 0x5db8d822, 0x9765418c, 0xb90f3be0],
  6: [0x20014860486000000000000000008888n, 0x260647000000000000000000681084e5n, 0x2a02ec800300ed1a0000000000000001n],
} as const;

/** Addresses that nobody outside can send to. */
export const PRIVATE: Readonly<Record<Family, Intervals>> = {
  4: AXES[4].destination.spans([
    { first: 0x0a000000, last: 0x0affffff },
    { first: 0x7f000000, last: 0x7fffffff },
    { first: 0xac100000, last: 0xac1fffff },
    { first: 0xc0a80000, last: 0xc0a8ffff },
  ]),
  6: AXES[6].destination.span(0xfc000000000000000000000000000000n, 0xfebfffffffffffffffffffffffffffffn),
};

/** Addresses of which nearly all of the world has one. */
const PUBLIC: Readonly<Record<Family, Intervals>> = {
  4: AXES[4].source.spans([
    { first: 0x01000000, last: 0x09ffffff },
    { first: 0x0b000000, last: 0x643fffff },
    { first: 0x64800000, last: 0x7effffff },
    { first: 0x80000000, last: 0xa9fdffff },
    { first: 0xa9ff0000, last: 0xac0fffff },
    { first: 0xac200000, last: 0xc0a7ffff },
    { first: 0xc0a90000, last: 0xdfffffff },
  ]),
  6: AXES[6].source.span(0x20000000000000000000000000000000n, 0x3fffffffffffffffffffffffffffffffn),
};

/** A set with every address that somebody outside may have. */
export function isAllOfWorld(addresses: Intervals, family: Family): boolean {
  return addresses.contains(PUBLIC[family]);
}

/** A set with at least the hundredth part of the addresses that somebody outside may have. */
export function isLargePart(addresses: Intervals, family: Family): boolean {
  return sizeOf(addresses.intersect(PUBLIC[family])) * 100n >= sizeOf(PUBLIC[family]);
}

/** How many addresses; of a set that ends. */
function sizeOf({ cuts }: Intervals): bigint {
  let size = 0n;
  for (let i = 0; i + 1 < cuts.length; i += 2) size += BigInt(cuts[i + 1] ?? 0) - BigInt(cuts[i] ?? 0);
  return size;
}

/** A set of addresses of which the world is a part. */
export function isWorld(addresses: Intervals, family: Family): boolean {
  return POINTS[family].every((point) => addresses.has(point));
}

/** An interface that no file names. */
const ANY_NAME = 'zz9';

/** The interfaces of a file that lead outside, as far as it tells. */
export class Outside {
  /** Those by which addresses are translated on the way out. */
  readonly exits: ReadonlySet<string>;
  /** The only one beside loopback that the filter speaks of, if there is one. */
  private readonly only: string | undefined;

  constructor(tables: readonly PacketTable[]) {
    this.exits = new Set(tables.filter(({ block }) => block.table === 'nat').flatMap(exitsOf));
    const names = new Set(tables.filter(({ block }) => block.table === 'filter').flatMap(interfacesOf));
    const [name] = names;
    this.only = names.size === 1 && this.exits.size === 0 && isFirst(name) ? name : undefined;
  }

  /** Whether packets from outside surely may come in by one of these interfaces. */
  isOuter(interfaces: Intervals): boolean {
    return (interfaces.has(ANY_NAME) && !sparesOne(interfaces)) || [...this.exits].some((name) => interfaces.has(name));
  }

  /** The same as far as one can tell: a machine whose rules speak of one interface has one. */
  isLikelyOuter(interfaces: Intervals): boolean {
    return this.isOuter(interfaces) || (this.only !== undefined && interfaces.has(this.only));
  }
}

/** By the tables of one look at a file. */
const known = new WeakMap<readonly PacketTable[], Outside>();

/** The interfaces of a file, by its tables, that lead outside. */
export function outsideOf(tables: readonly PacketTable[]): Outside {
  const outside = known.get(tables) ?? new Outside(tables);
  known.set(tables, outside);
  return outside;
}

/** All but some interface: who writes so means the one behind which the world lies. */
function sparesOne(interfaces: Intervals): boolean {
  const { cuts } = interfaces.complement();
  for (let at = 0; at + 1 < cuts.length; at += 2) {
    const [name, end] = [cuts[at], cuts[at + 1]];
    if (typeof name === 'string' && name !== '' && end === `${name}\0` && !isVirtualInterface(name)) return true;
  }
  return false;
}

/** A machine's first network card, or a line to a provider. */
function isFirst(name: string | undefined): boolean {
  return name !== undefined && /^(eth0|em1|eno\w*|ens\w*|enp\w*|enx\w*|venet0|wan\w*|ppp\w*|wwan\w*)$/.test(name);
}

function exitsOf({ family, chains }: PacketTable): readonly string[] {
  return [...chains].flatMap(EXITS[family]);
}

function interfacesOf({ family, chains }: PacketTable): readonly string[] {
  return [...chains].flatMap(INTERFACES[family]);
}

const EXITS = { 4: exitsOfChain(4), 6: exitsOfChain(6) } as const;
const INTERFACES = { 4: interfacesOfChain(4), 6: interfacesOfChain(6) } as const;

function exitsOfChain(family: Family) {
  const { destination, outputInterface } = AXES[family];
  return ofSteps((steps) => {
    const found: string[] = [];
    for (const step of steps) {
      if (!isTo(step, SOURCE_TRANSLATORS)) continue;
      // What goes to an inner address stays inside: it is translated so that answers come back this way.
      for (const { box } of step.parts)
        if (!PRIVATE[family].contains(box.on(destination))) found.push(...realName(box.on(outputInterface)));
    }
    return found;
  });
}

function interfacesOfChain(family: Family) {
  const { inputInterface, outputInterface } = AXES[family];
  return ofSteps((steps) => {
    const found = new Set<string>();
    for (const { parts } of steps) {
      for (const { box } of parts)
        for (const axis of [inputInterface, outputInterface])
          for (const name of realName(box.on(axis))) found.add(name);
    }
    return [...found];
  });
}

function realName(set: Intervals): readonly string[] {
  const name = nameIn(set) ?? nameIn(set.complement());
  return name === undefined || isVirtualInterface(name) ? [] : [name];
}

/** The only interface of a set. */
export function nameIn({ cuts }: Intervals): string | undefined {
  const [name, end] = cuts;
  return cuts.length === 2 && typeof name === 'string' && name !== '' && end === `${name}\0` ? name : undefined;
}
