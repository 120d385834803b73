// What lint rules find of the packets of a file that is edited is what they find of its text read anew.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { edits, file, settings } from '../../support/edited-files.ts';
import { FIRST_LINE, program, programText, ruleText } from './programs.ts';

/** More of them for a long run. */
const { EDIT_RUNS = '600' } = process.env;
const RUNS = Number(EDIT_RUNS);

/** Rules put in, taken out, exchanged and moved: at each place, and with each other rule, one after another. */
const changes = fc.array(
  fc.tuple(fc.constantFrom('put', 'take', 'exchange', 'move', 'break'), fc.nat(25), fc.nat(25)),
  { minLength: 4, maxLength: 12 },
);

test('rules come, go and move', { timeout: 400 * RUNS }, () => {
  fc.assert(
    fc.property(program, program, changes, (rules, others, made) => {
      const edited = new RulesFile(programText(rules));
      allFindingsOf(edited);
      for (const [kind, at, which] of made) {
        const count = edited.lineCount - FIRST_LINE - 1;
        const line = FIRST_LINE + (at % count);
        const fresh = ruleText(others[which % others.length] ?? { chain: 'INPUT', conditions: [], target: '' });
        const start = { line, character: 0 };
        const whole = { start, end: { line: line + 1, character: 0 } };
        if (kind === 'put') edited.edit({ start, end: start }, `${fresh}\n`);
        else if (count < 3) continue;
        else if (kind === 'take') edited.edit(whole, '');
        else if (kind === 'exchange') edited.edit(whole, `${fresh}\n`);
        else if (kind === 'break') edited.edit({ start: { line, character: 9 }, end: { line, character: 10 } }, '');
        else {
          const text = edited.lines.line(line);
          edited.edit(whole, '');
          const to = { line: FIRST_LINE + (which % (count - 1)), character: 0 };
          edited.edit({ start: to, end: to }, `${text}\n`);
        }
        // Sometimes two edits go by before anybody asks.
        if (which % 4 === 0) continue;
        const read = new RulesFile(edited.lines.text());
        expect(allFindingsOf(edited), edited.lines.text()).toEqual(allFindingsOf(read));
      }
    }),
    { numRuns: RUNS },
  );
});

test('any edits of any files', { timeout: 400 * RUNS }, () => {
  fc.assert(
    fc.property(file, edits, settings, (start, made, wanted) => {
      const edited = new RulesFile(start, { ...DEFAULT_SETTINGS, ...wanted });
      allFindingsOf(edited);
      for (const change of made) {
        const { range, insert } = change(edited);
        edited.edit(range, insert);
        expect(allFindingsOf(edited)).toEqual(allFindingsOf(new RulesFile(edited.lines.text(), edited.settings)));
      }
    }),
    { numRuns: RUNS },
  );
});
