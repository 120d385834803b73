// A rule that is read by its shape says the same as the rule read in full.

import { expect, test } from 'vitest';
import { RuleReader } from '../../server/src/ruleset/reader/rule-reader.ts';
import { RuleShapes } from '../../server/src/ruleset/reader/rule-shapes.ts';
import { readLine } from '../../server/src/syntax/line.ts';
import { makeCase } from '../oracle/fuzz/case.ts';
import { Pool } from '../oracle/fuzz/pool.ts';

const CASES = 60_000;

test(`every rule of ${CASES} made-up files, whole and broken, has the same meaning by its shape`, {
  timeout: 300_000,
}, () => {
  const pools = { 4: new Pool(4, new Set()), 6: new Pool(6, new Set()) };
  const shapes = { 4: new RuleShapes(4), 6: new RuleShapes(6) };
  const reader = new RuleReader();
  let read = 0;
  let byShape = 0;
  for (let i = 0; i < CASES; i++) {
    const { text, family } = makeCase(i, { seed: 'shapes' }, pools);
    for (const line of text.split('\n')) {
      const syntax = readLine(line);
      if (syntax.kind !== 'command') continue;
      const known = shapes[family].read(line, syntax.from);
      const full = reader.read(line, syntax.from, family);
      shapes[family].learn(reader, full);
      read++;
      if (!known) continue;
      byShape++;
      // Most agree, and comparing texts is a tenth of the time.
      if (JSON.stringify(known) !== JSON.stringify(full)) expect(known, line).toEqual(full);
    }
  }
  expect(byShape).toBeGreaterThan(read / 10);
});
