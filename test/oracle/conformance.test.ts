// Our errors against the labelled cases and real files, where they lie beside the project.

import { describe, expect, test } from 'vitest';
import {
  CASE_FILES,
  casesOf,
  disagreement,
  oracleIsThere,
  realDisagreements,
  secondRoundDisagreements,
  versionDisagreements,
} from './cases.ts';

const there = oracleIsThere();
if (!there) console.log('Conformance: the labelled cases are not beside the project; 7 tests are skipped.');

describe.skipIf(!there)('conformance', () => {
  test.each(CASE_FILES)('the labelled cases of %s', { timeout: 300_000 }, (name) => {
    const wrong = casesOf(name).flatMap((one) => {
      const what = disagreement(one);
      return what === undefined ? [] : [`${one.id}: ${what}: ${JSON.stringify(one.text)}`];
    });
    expect(wrong).toEqual([]);
  });

  test('the second round: an error with each tool that refuses, none with one that loads', () => {
    expect(secondRoundDisagreements()).toEqual([]);
  });

  test('what versions differ about: an error with each tool that refuses, none with one that loads', () => {
    expect(versionDisagreements().wrong).toEqual([]);
  });

  test('real files: an error on every line that all tools refuse, none on a line that a tool takes', () => {
    expect(realDisagreements().wrong).toEqual([]);
  });
});
