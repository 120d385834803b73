// Which rules of a long chain may take a packet, without a look at all of them: each rule lies under the address, port,
// protocol or interface that the fewest others ask for.

import type { Box } from '../box.ts';
import type { Dimension } from '../dimensions.ts';
import type { Intervals, Point } from '../sets/intervals.ts';
import type { Flow } from './flow.ts';
import type { Prepared } from './prepared.ts';

/** Hands out the places of rules that may match, in their order. */
export interface Cursor {
  /** The place of the next; -1 after the last. */
  next(): number;
}

type AddressDimension = 'source' | 'destination';

/** Shorter chains are as quickly looked through. */
const SHORT = 32;
/** A rule with more ports or names than this lies under none of them. */
const MOST_POINTS = 16;

const ADDRESSES: readonly AddressDimension[] = ['destination', 'source'];
const PORTS: ReadonlySet<Dimension> = new Set(['destinationPort', 'sourcePort']);
/** Nothing in a table changes these until its end. */
const EXACT: readonly Dimension[] = ['destinationPort', 'sourcePort', 'inputInterface', 'outputInterface', 'protocol'];

/** The places of rules, in their order, by what they ask for. */
type Drawer = Map<Point, number[]>;

/** Drawers of one dimension: of addresses one for each length of a network, else one. */
interface Cabinet {
  readonly dimension: Dimension;
  /** Of addresses the number of addresses in each network; 1 for all else. */
  readonly size: number | bigint;
  readonly counts: Map<Point, number>;
  readonly drawers: Drawer;
}

/** Where a rule may lie: under all of these keys of a cabinet. */
interface Choice {
  readonly cabinet: Cabinet;
  readonly keys: readonly Point[];
}

export class ChainIndex {
  private readonly count: number;
  private readonly cabinets = new Map<string, Cabinet>();
  /** Rules that ask for nothing of the kind. */
  private readonly rest: number[] = [];
  private isBuilt = false;
  private readonly rules: readonly Prepared[];

  constructor(rules: readonly Prepared[]) {
    this.rules = rules;
    this.count = rules.length;
  }

  /** The rules that may take a packet. It must not change in what `EXACT` and the addresses say before the last. */
  from(flow: Flow): Cursor {
    if (this.count < SHORT || flow.isLaterFragment) return all(this.count);
    if (!this.isBuilt) this.build();
    const { packet } = flow;
    const lists: (readonly number[])[] = this.rest.length > 0 ? [this.rest] : [];
    for (const { dimension, size, drawers } of this.cabinets.values()) {
      const point = packet[dimension];
      if (point === undefined) {
        // Whoever asks for ports asks for the protocol, too.
        if (PORTS.has(dimension) && !flow.hasPorts) continue;
        return all(this.count);
      }
      const list = drawers.get(networkOf(point, size));
      if (list) lists.push(list);
    }
    return merged(lists);
  }

  private build(): void {
    this.isBuilt = true;
    for (const rule of this.rules) {
      for (const { cabinet, keys } of this.choicesOf(rule))
        for (const key of keys) cabinet.counts.set(key, (cabinet.counts.get(key) ?? 0) + 1);
    }
    this.rules.forEach((rule, place) => {
      this.put(place, this.choicesOf(rule));
    });
    for (const [name, { drawers, counts }] of this.cabinets) {
      counts.clear();
      if (drawers.size === 0) this.cabinets.delete(name);
    }
  }

  /** Puts a rule where the fewest others are. */
  private put(place: number, choices: readonly Choice[]): void {
    let best: Choice | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const choice of choices) {
      const { counts } = choice.cabinet;
      const crowd = choice.keys.reduce<number>((sum, key) => sum + (counts.get(key) ?? 0), 0);
      if (crowd >= least) continue;
      best = choice;
      least = crowd;
    }
    if (!best) this.rest.push(place);
    for (const key of best?.keys ?? []) {
      const list = best?.cabinet.drawers.get(key);
      if (list) list.push(place);
      else best?.cabinet.drawers.set(key, [place]);
    }
  }

  private choicesOf({ conditions }: Prepared): readonly Choice[] {
    const boxes = conditions.flatMap((one) => one.boxes);
    // What never matches lies nowhere.
    if (boxes.length === 0) return [{ cabinet: this.cabinet('protocol', 1), keys: [] }];
    if (boxes.length > MOST_POINTS) return [];
    const found: Choice[] = [];
    for (const dimension of EXACT) {
      const keys = pointsOf(boxes, dimension);
      if (keys) found.push({ cabinet: this.cabinet(dimension, 1), keys });
    }
    const [box, ...more] = boxes;
    for (const dimension of box && more.length === 0 ? ADDRESSES : []) {
      const set = box?.sets.find(({ axis }) => axis.name === dimension);
      const size = set && sizeOf(set);
      if (set?.least !== undefined && size !== undefined)
        found.push({ cabinet: this.cabinet(dimension, size), keys: [networkOf(set.least, size)] });
    }
    return found;
  }

  private cabinet(dimension: Dimension, size: number | bigint): Cabinet {
    const name = `${dimension} ${size}`;
    const known = this.cabinets.get(name);
    if (known) return known;
    const made: Cabinet = { dimension, size, counts: new Map(), drawers: new Map() };
    this.cabinets.set(name, made);
    return made;
  }
}

/** The points that all of these boxes together take in a dimension; undefined where one takes too many. */
function pointsOf(boxes: readonly Box[], dimension: Dimension): readonly Point[] | undefined {
  const keys = new Set<Point>();
  for (const { sets } of boxes) {
    const set = sets.find(({ axis }) => axis.name === dimension);
    if (!set || !addPoints(keys, set)) return undefined;
  }
  return keys.size <= MOST_POINTS ? [...keys] : undefined;
}

/** Adds the points of a set that has few of them; false for any other. */
function addPoints(keys: Set<Point>, { cuts }: Intervals): boolean {
  for (let at = 0; at < cuts.length; at += 2) {
    const [first, end] = [cuts[at], cuts[at + 1]];
    if (typeof first === 'string') {
      if (end !== `${first}\0`) return false;
      keys.add(first);
    } else if (typeof first === 'number' && typeof end === 'number' && end - first <= MOST_POINTS) {
      for (let point = first; point < end; point++) keys.add(point);
    } else return false;
  }
  return true;
}

const V4_END = 2 ** 32;
const V6_END = 1n << 128n;

/** How many addresses a set has that is one network; undefined for any other. */
function sizeOf({ cuts }: Intervals): number | bigint | undefined {
  const [first, end] = cuts;
  if (cuts.length > 2) return undefined;
  if (typeof first === 'number') {
    const size = Number(end ?? V4_END) - first;
    return Number.isInteger(Math.log2(size)) && first % size === 0 ? size : undefined;
  }
  if (typeof first !== 'bigint') return undefined;
  const size = BigInt(end ?? V6_END) - first;
  return (size & (size - 1n)) === 0n && first % size === 0n ? size : undefined;
}

/** The number of the network of this size that an address is in; any other point itself. */
function networkOf(point: Point, size: number | bigint): Point {
  if (size === 1 || size === 1n || typeof point === 'string') return point;
  if (typeof point === 'bigint') return point / BigInt(size);
  return Math.floor(point / Number(size));
}

function all(count: number): Cursor {
  let at = -1;
  return { next: () => (++at < count ? at : -1) };
}

/** The places of several ascending lists in their order. */
function merged(lists: readonly (readonly number[])[]): Cursor {
  const heads = lists.map(() => 0);
  return {
    next() {
      let best = -1;
      let from = -1;
      for (let i = 0; i < lists.length; i++) {
        const place = lists[i]?.[heads[i] ?? 0];
        if (place === undefined || (best >= 0 && place > best)) continue;
        best = place;
        from = i;
      }
      if (from >= 0) heads[from] = (heads[from] ?? 0) + 1;
      return best;
    },
  };
}
