// A rule whose step is read by the words of an earlier one has the step that it has when it is read by itself.

import { expect, test } from 'vitest';
import { changesOf } from '../../../server/src/analysis/reach/changes.ts';
import { type Step, stepOf } from '../../../server/src/analysis/reach/step.ts';
import { StepReader } from '../../../server/src/analysis/reach/step-reader.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Backend, Family } from '../../../server/src/vocabulary/schema.ts';
import { MACHINE_BOUND, Pool } from '../../oracle/fuzz/pool.ts';
import { Random } from '../../oracle/fuzz/random.ts';
import { makeRule } from '../../oracle/fuzz/rule.ts';
import { makeTable } from './many-matches.ts';

/** More of them for a long run. */
const { PLAN_RUNS = '60' } = process.env;
const RULES_A_FILE = 150;
const CHAINS = new Set(['INPUT', 'FORWARD', 'OUTPUT', 'PREROUTING', 'POSTROUTING', 'a', 'b', 'c', 'd']);
const NO_CHANGES = changesOf(new Set());

function shown({ parts, verdict, keepsCount }: Step): unknown {
  const boxes = parts.map(({ box, isSure }) => ({
    isSure,
    sets: box.sets.map((set) => [set.axis.name, set.cuts.map(String)]),
    literals: box.literals.map(({ test: _, ...literal }) => literal),
  }));
  return { boxes, verdict, keepsCount };
}

/** Every rule of a file, by the words of others and by itself. */
function compare(text: string, family: Family, backend: Backend | 'both'): number {
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, family, backend });
  const reader = new StepReader(file, CHAINS, NO_CHANGES);
  let count = 0;
  for (let line = 0; line < file.lineCount; line++) {
    const entry = file.entry(line);
    if (entry.kind !== 'command' || entry.letter !== 'A') continue;
    const alone = stepOf(file.freshRule(line), CHAINS, backend, NO_CHANGES);
    expect(shown(reader.read(line)), file.lines.line(line)).toEqual(shown(alone));
    count++;
  }
  return count;
}

const BACKENDS = ['both', 'legacy', 'nft'] as const;

test.each([4, 6] as const)(
  'rules with every extension of IPv%i, in every backend',
  (family) => {
    const pool = new Pool(family, MACHINE_BOUND);
    const runs = Number(PLAN_RUNS);
    let count = 0;
    for (let run = 0; run < runs; run++) {
      const random = new Random(`plans:${family}:${run}`);
      const rules = Array.from({ length: RULES_A_FILE }, () => makeRule(pool, random)?.words.join(' ') ?? '-A INPUT');
      count += compare(`*mangle\n${rules.join('\n')}\nCOMMIT\n`, family, BACKENDS[run % 3] ?? 'both');
      count += compare(makeTable(random, family), family, BACKENDS[run % 3] ?? 'both');
    }
    expect(count).toBeGreaterThan(runs * 100);
  },
  120_000,
);
