// The conditions of a rule hold for the very packets for which its words hold, read naively one by one.

import { expect, test } from 'vitest';
import type { Literal } from '../../../server/src/analysis/literal.ts';
import { conditionsOf } from '../../../server/src/analysis/rule-conditions.ts';
import { isGrave } from '../../../server/src/ruleset/fault.ts';
import { plainSettings, readRule } from '../../../server/src/ruleset/read-rule.ts';
import { Random } from '../../oracle/fuzz/random.ts';
import { matches } from './naive.ts';
import { makePacket, makeRule, packetOf } from './rules.ts';

const RULES = 10_000;
const PACKETS = 12;
const LITERALS = ['mark', 'set', 'string', 'limit'];

test.each([4, 6] as const)(
  `a packet matches ${RULES} rules of IPv%i as their words say`,
  { timeout: 300_000 },
  (family) => {
    const random = new Random(`membership:${family}`);
    const settings = plainSettings(family);
    let read = 0;
    let matching = 0;
    for (let i = 0; i < RULES; i++) {
      const words = makeRule(random, family);
      const rule = readRule(`-A FORWARD ${words} -j ACCEPT`, settings);
      if (rule.faults.some(isGrave)) continue;
      read++;
      const conditions = conditionsOf(rule, 'legacy');
      const either = conditionsOf(rule);
      for (let n = 0; n < PACKETS; n++) {
        const plain = makePacket(random, family);
        const held = LITERALS.filter(() => random.chance(0.5));
        const expected = matches(words, plain, (match) => held.includes(match));
        const answer = ({ match }: Literal) => (LITERALS.includes(match) ? held.includes(match) : undefined);
        const found = conditions.has(packetOf(plain), answer);
        if (expected) matching++;
        // Where both back ends are meant, what only one of them says is unknown.
        const onBoth = either.has(packetOf(plain), answer);
        if (onBoth !== undefined && onBoth !== expected)
          expect.fail(`${words}: ${onBoth} on both, and legacy ${expected}`);
        if (found !== expected)
          expect.fail(`${words}\n${JSON.stringify({ ...plain, held })}\nis ${found}, and by its words ${expected}`);
      }
    }
    expect(read).toBeGreaterThan(RULES * 0.7);
    expect(matching).toBeGreaterThan(read);
  },
);
