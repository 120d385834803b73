// A file that is edited says the same as the edited text read anew, whatever the edits.

import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionsOf } from '../../server/src/features/completion.ts';
import { hoverOf } from '../../server/src/features/hover.ts';
import { allFixesFor, findingsOf } from '../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { edits, file, line, settings } from '../support/edited-files.ts';
import { modelOf } from '../support/model.ts';

/** What a file says, and what it holds: all of it follows from the text. */
function all(rules: RulesFile): unknown {
  const places = Array.from({ length: rules.lineCount }, (_, at) => ({ line: at, character: 4 }));
  const findings = findingsOf(rules);
  return {
    findings,
    fixes: findings.map((finding) => allFixesFor(rules, finding)),
    model: modelOf(rules),
    hovers: places.map((place) => hoverOf(rules, place)),
    completions: places.map((place) => completionsOf(rules, place).map(({ label }) => label)),
  };
}

/** More of them for a long run, and another `SEED`. */
const { INCREMENTAL_RUNS = '1500' } = process.env;
const RUNS = Number(INCREMENTAL_RUNS);

test('after edits it is as the text read anew', { timeout: RUNS * 100 }, () => {
  fc.assert(
    fc.property(file, edits, settings, (start, changes, wanted) => {
      const rules = new RulesFile(start, { ...DEFAULT_SETTINGS, ...wanted });
      findingsOf(rules);
      for (const change of changes) {
        const { range, insert } = change(rules);
        rules.edit(range, insert);
        const edited = all(rules);
        const fresh = all(new RulesFile(rules.lines.text(), rules.settings));
        // Quicker than to expect it each time.
        if (!isDeepStrictEqual(edited, fresh)) expect(edited).toEqual(fresh);
      }
    }),
    { numRuns: RUNS },
  );
});

test('no text makes it throw, and every mark lies on its line', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.oneof(line, fc.string({ maxLength: 8 })), { maxLength: 12 }).map((words) => words.join(' ')),
    file,
  );
  fc.assert(
    fc.property(hostile, fc.constantFrom<4 | 6>(4, 6), (whole, family) => {
      const file = new RulesFile(whole, { ...DEFAULT_SETTINGS, family });
      for (const { line: at, start, end, message } of findingsOf(file)) {
        expect(message).not.toBe('');
        expect(at).toBeLessThan(file.lineCount);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(file.lines.line(at).length);
      }
    }),
    { numRuns: 3000 },
  );
});
