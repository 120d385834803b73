// What conditions say of each other is what every packet says that tells them apart, tried one by one.

import { expect, test } from 'vitest';
import type { Conditions } from '../../../server/src/analysis/conditions.ts';
import type { Packet } from '../../../server/src/analysis/dimensions.ts';
import { isRepeatable, type Literal } from '../../../server/src/analysis/literal.ts';
import { conditionsOf } from '../../../server/src/analysis/rule-conditions.ts';
import type { Axis, Point } from '../../../server/src/analysis/sets/intervals.ts';
import { isGrave } from '../../../server/src/ruleset/fault.ts';
import { plainSettings, readRule } from '../../../server/src/ruleset/read-rule.ts';
import { Random } from '../../oracle/fuzz/random.ts';
import { makeRule } from './rules.ts';

const PAIRS = 2000;
/** Pairs that ask about so much that they have more worlds than this are left out. */
const MOST_WORLDS = 4000;

/** A packet, and what the literals of two rules answer in turn. */
interface World {
  readonly packet: Packet;
  readonly held: ReadonlySet<string>;
}

/** What stands for a literal: its key, or where each asking is a new one, whose it is. */
const variable = (literal: Literal, whose: string): string =>
  isRepeatable(literal) ? literal.key : `${whose} ${literal.match}`;

function answersOf({ held }: World, whose: string): (literal: Literal) => boolean {
  return (literal) => held.has(variable(literal, whose));
}

/** A world for every way in which the two can be told apart; undefined where those are too many. */
function worldsOf(pair: Readonly<Record<string, Conditions>>): readonly World[] | undefined {
  const points = new Map<Axis, Set<Point>>();
  const literals = new Set<string>();
  for (const [whose, { boxes }] of Object.entries(pair)) {
    for (const box of boxes) {
      for (const { axis, cuts } of box.sets) {
        const known = points.get(axis) ?? new Set([axis.first]);
        for (const cut of cuts) known.add(cut);
        points.set(axis, known);
      }
      for (const literal of box.literals) literals.add(variable(literal, whose));
    }
  }
  let packets: readonly Packet[] = [{}];
  for (const [{ name }, known] of points) {
    if (packets.length * known.size > MOST_WORLDS) return undefined;
    packets = packets.flatMap((packet) => [...known].map((point) => ({ ...packet, [name]: point })));
  }
  let held: readonly ReadonlySet<string>[] = [new Set()];
  for (const literal of literals) held = held.flatMap((set) => [set, new Set([...set, literal])]);
  if (packets.length * held.length > MOST_WORLDS) return undefined;
  return packets.flatMap((packet) => held.map((set) => ({ packet, held: set })));
}

function checkPair(words: readonly [string, string], a: Conditions, b: Conditions): boolean {
  const worlds = worldsOf({ a, b });
  if (!worlds) return false;
  const tells = (conditions: Conditions | undefined, whose: string) =>
    worlds.map((world) => conditions?.has(world.packet, answersOf(world, whose)));
  const inA = tells(a, 'a');
  const inB = tells(b, 'b');
  const expected = {
    contains: inB.every((held, at) => !held || inA[at]),
    intersects: inA.some((held, at) => held && inB[at]),
    isNothing: inA.every((held) => !held),
    isEverything: inA.every((held) => held),
  };
  const found = {
    contains: a.contains(b),
    intersects: a.intersects(b),
    isNothing: a.isNothing,
    isEverything: a.isEverything,
  };
  expect({ words, ...found }).toEqual({ words, ...expected });
  const both = a.intersect(b);
  // Of literals that answer anew each time the intersection has both, and only one name for them here.
  if (a.boxes.concat(b.boxes).every(({ literals }) => literals.every(isRepeatable))) {
    expect({ words, both: tells(both, 'a') }).toEqual({ words, both: inA.map((held, at) => held && inB[at]) });
    const outside = a.complement();
    if (outside) expect({ words, outside: tells(outside, 'a') }).toEqual({ words, outside: inA.map((held) => !held) });
  } else if (a.boxes.some(({ literals }) => !literals.every(isRepeatable))) expect(a.complement()).toBeUndefined();
  const sample = a.sample();
  expect(sample === undefined).toBe(a.isNothing);
  if (sample) expect(a.boxes.some((box) => box.has(sample, ({ negated }) => !negated))).toBe(true);
  return true;
}

test.each([4, 6] as const)(`${PAIRS} pairs of rules of IPv%i`, { timeout: 300_000 }, (family) => {
  const random = new Random(`algebra:${family}`);
  const settings = plainSettings(family);
  const kept: [string, Conditions][] = [];
  const make = (): [string, Conditions] => {
    for (;;) {
      const words = makeRule(random, family);
      const rule = readRule(`-A FORWARD ${words} -j ACCEPT`, settings);
      if (!rule.faults.some(isGrave)) return [words, conditionsOf(rule, 'legacy')];
    }
  };
  let tried = 0;
  let contained = 0;
  for (let i = 0; i < PAIRS; i++) {
    const [wordsA, a] = make();
    kept.push([wordsA, a]);
    // A rule and the same with more conditions are often one within the other.
    const [wordsB, b] = random.chance(0.5) ? (random.pick(kept) ?? make()) : make();
    if (!checkPair([wordsA, wordsB], a, b)) continue;
    tried++;
    if (a.contains(b)) contained++;
  }
  expect(tried).toBeGreaterThan(PAIRS / 2);
  expect(contained).toBeGreaterThan(PAIRS / 50);
});
