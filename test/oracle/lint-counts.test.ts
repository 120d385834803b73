// What each lint rule finds in real files: a change of it is to be seen, looked through and kept on purpose.

import { expect, test } from 'vitest';
import { LINT_RULES } from '../../server/src/lint/registry.ts';
import { oracleIsThere } from './cases.ts';
import { countsOf, foundByRule } from './lint-counts/count.ts';
import { keptCounts } from './lint-counts/kept.ts';

const there = oracleIsThere();
if (!there) console.log('Counts of lint findings: the real files are not beside the project; 1 test is skipped.');

test('there is a count for every rule and for nothing else', () => {
  expect(Object.keys(keptCounts().rules)).toEqual(LINT_RULES.map(({ name }) => name).sort());
});

test.skipIf(!there)('each rule finds in the real files what it found there', { timeout: 300_000 }, () => {
  expect(countsOf(foundByRule()), 'If this is meant: npm run rules:count, then npm run generate.').toEqual(
    keptCounts(),
  );
});
