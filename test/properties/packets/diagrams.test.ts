// Which rules packets reach, as the analysis has it, is what decision diagrams find in tables with all sorts of matches.

import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { Random } from '../../oracle/fuzz/random.ts';
import { compareFile, nothingCompared } from '../../support/diagrams/against.ts';
import { makeTable } from './many-matches.ts';

/** More of them for a long run. */
const { DIAGRAM_RUNS = '300', SEED = '1' } = process.env;
const RUNS = Number(DIAGRAM_RUNS);
const MOST_NODES = 1 << 24;

test('rules are reached, covered and needless as decision diagrams have it', { timeout: 400 * RUNS }, () => {
  const sum = nothingCompared();
  for (let i = 0; i < RUNS; i++) {
    const random = new Random(`diagrams ${SEED}:${i}`);
    const family = random.pick([4, 4, 6] as const);
    const text = makeTable(random, family);
    const before = sum.wrong.length;
    compareFile(new RulesFile(text, { ...DEFAULT_SETTINGS, family }), MOST_NODES, sum);
    expect(sum.wrong.slice(before), text).toEqual([]);
  }
  expect(sum.unknown).toBe(0);
  expect(sum.rules - sum.dead).toBeGreaterThan(2 * RUNS);
  expect(sum.dead).toBeGreaterThan(2 * RUNS);
  expect(sum.redundant).toBeGreaterThan(RUNS / 10);
});
