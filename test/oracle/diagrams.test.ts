// Which rules of real files packets reach, against decision diagrams, where the files lie beside the project.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { LineArray } from '../../server/src/syntax/lines.ts';
import { compareFile, nothingCompared } from '../support/diagrams/against.ts';
import { oracleIsThere, realFiles } from './cases.ts';

/** Longer files take seconds each; all of them by hand: `DIAGRAM_LINES=100000`. */
const { DIAGRAM_LINES = '700' } = process.env;
const MOST_LINES = Number(DIAGRAM_LINES);
const MOST_NODES = 1 << 24;

const there = oracleIsThere();
if (!there) console.log('Diagrams: the real files are not beside the project; 1 test is skipped.');

describe.skipIf(!there)('decision diagrams', () => {
  test('find the same rules of real files reached, covered and needless', { timeout: 600_000 }, () => {
    const sum = nothingCompared();
    let files = 0;
    for (const { file, path, family } of realFiles()) {
      const read = new RulesFile(new LineArray(readFileSync(path, 'utf8'), 'loader'), { ...DEFAULT_SETTINGS, family });
      if (read.lineCount > MOST_LINES) continue;
      const before = sum.wrong.length;
      compareFile(read, MOST_NODES, sum);
      expect(sum.wrong.slice(before), file).toEqual([]);
      files++;
    }
    console.log(`Diagrams: ${sum.rules} rules of ${files} real files, ${sum.dead} of them reached by no packet.`);
    expect(sum.unknown).toBe(0);
    expect([files > 100, sum.dead > 100, sum.redundant > 50]).toEqual([true, true, true]);
  });
});
