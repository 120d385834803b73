// What a rule decides where it stands: packets of it get to the rule and match, and all others that match do not get there.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidedBy } from '../../../server/src/analysis/explain/decided.ts';
import { Probe } from '../../../server/src/analysis/reach/probe.ts';
import { Random } from '../../../server/src/analysis/reach/random.ts';
import { passes } from '../../../server/src/analysis/reach/search.ts';
import { TableReach } from '../../../server/src/analysis/reach/table-reach.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { program, programText } from './programs.ts';

/** More of them for a long run. */
const { REACH_RUNS = '1000' } = process.env;
const RUNS = Number(REACH_RUNS);
const PROBES = 6;

test('packets of the boxes get there, packets beside them do not', { timeout: 80 * RUNS + 20_000 }, () => {
  let count = 0;
  fc.assert(
    fc.property(program, (rules) => {
      const file = new RulesFile(programText(rules));
      const random = new Random(7);
      for (const block of file.blocks) {
        const reach = TableReach.of(file, block);
        for (const chain of reach?.all() ?? [])
          for (const step of chain.steps) {
            const decided = reach && decidedBy(reach, chain, step);
            const path = reach?.pathsTo(chain)?.[0];
            if (!decided || !path) continue;
            const places = [...path.places, { chain, before: step }];
            const gets = (probe: Probe) => passes((name) => reach.chain(name), places, probe);
            for (const box of decided.boxes)
              for (let i = 0; i < PROBES; i++) {
                count++;
                expect([step.line, gets(Probe.of(box, 4, random))], programText(rules)).toEqual([step.line, true]);
              }
            const own = step.parts.flatMap(({ box }) => path.boxes.flatMap((one) => one.intersect(box) ?? []));
            for (const box of own)
              for (let i = 0; i < PROBES; i++) {
                const probe = Probe.of(box, 4, random);
                const isDecided = decided.boxes.some((one) => probe.isIn(one));
                expect([step.line, gets(probe)], programText(rules)).toEqual([step.line, isDecided]);
              }
          }
      }
    }),
    { numRuns: RUNS },
  );
  expect(count).toBeGreaterThan(RUNS);
});
