// Which rules packets reach, as the analysis has it, is what a walk of every packet of a small world finds.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { othersOf, Unpassed } from '../../../server/src/analysis/reach/always.ts';
import { TableReach } from '../../../server/src/analysis/reach/table-reach.ts';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { FIRST_LINE, program, programText, verdictsOf, walkAll } from './programs.ts';

/** More of them for a long run. */
const { REACH_RUNS = '2000' } = process.env;
const RUNS = Number(REACH_RUNS);

/** By line: whether any packet reaches the rule and matches. */
function answers(file: RulesFile): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const block of file.blocks) {
    const reach = TableReach.of(file, block);
    for (const chain of reach?.all() ?? [])
      for (const step of chain.steps) found.set(step.line, reach?.fateOf(chain, step).kind ?? 'unknown');
  }
  return found;
}

test('a rule is live where some packet of the world gets to it, and dead where none does', {
  timeout: 80 * RUNS + 20_000,
}, () => {
  fc.assert(
    fc.property(program, (rules) => {
      const found = answers(new RulesFile(programText(rules)));
      const { reached, possible } = walkAll(rules);
      rules.forEach((_, at) => {
        const answer = found.get(at + FIRST_LINE);
        const isNever = !possible.has(at);
        expect([at, answer === 'live'], programText(rules)).toEqual([at, reached.has(at)]);
        if (answer === 'covered' || answer === 'excluded')
          expect([at, isNever], programText(rules)).toEqual([at, false]);
      });
    }),
    { numRuns: RUNS },
  );
});

test('a rule is said to match always where no packet of the world gets to it and may not match', {
  timeout: 80 * RUNS + 20_000,
}, () => {
  let count = 0;
  fc.assert(
    fc.property(program, (rules) => {
      const file = new RulesFile(programText(rules));
      const { reached, passed } = walkAll(rules);
      for (const block of file.blocks) {
        const reach = TableReach.of(file, block);
        for (const chain of reach?.all() ?? []) {
          const unpassed = new Unpassed();
          for (const step of chain.steps) {
            const fate = reach?.fateOf(chain, step);
            if (fate?.kind === 'live') unpassed.see(step, fate.probe);
          }
          for (const step of chain.steps) {
            const at = step.line - FIRST_LINE;
            if (!reach || !reached.has(at) || step.parts.some(({ box }) => box.isEverything)) continue;
            const isAlways = othersOf(reach, chain, step) !== undefined;
            expect([at, isAlways], programText(rules)).toEqual([at, !passed.has(at)]);
            if (!isAlways) continue;
            count++;
            expect(unpassed.steps, programText(rules)).toContain(step);
          }
        }
      }
    }),
    { numRuns: RUNS },
  );
  expect(count).toBeGreaterThan(RUNS / 20);
});

test('without its redundant and its unreachable rules a program does the same with every packet', {
  timeout: 80 * RUNS + 20_000,
}, () => {
  let left = 0;
  fc.assert(
    fc.property(program, (rules) => {
      const lines = new Set(
        allFindingsOf(new RulesFile(programText(rules))).flatMap(({ code, line }) =>
          code === 'redundant-rule' || code === 'unreachable-rule' ? [line] : [],
        ),
      );
      if (lines.size === 0) return;
      left += lines.size;
      const others = rules.filter((_, at) => !lines.has(at + FIRST_LINE));
      expect(verdictsOf(others), programText(rules)).toEqual(verdictsOf(rules));
    }),
    { numRuns: Math.ceil(RUNS / 2) },
  );
  expect(left).toBeGreaterThan(RUNS / 4);
});
