// Owns the proof that each of the numbered mistakes is found at its word and mended: rows of text, mark and result.
import { describe, expect, it } from 'vitest';
import { type AnyFinding, allFixesFor, findingsOf } from '../../../server/src/lint/lint-file.ts';
import type { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { describeWithIptables, refusalsOf } from '../../support/iptables.ts';
import { applied, errorsIn, readFile } from './apply.ts';
import { allRows, type Row } from './rows.ts';

const rows = allRows();
const titleOf = ({ error, what }: Row) => `${error === undefined ? '' : `${error} `}${what}`;

function findingOf({ code, mark }: Row, file: RulesFile): AnyFinding {
  const finding = findingsOf(file).find(
    (one) => one.code === code && file.lines.line(one.line).slice(one.start, one.end) === mark,
  );
  if (!finding) throw new Error(`No ${code} at "${mark}".`);
  return finding;
}

/** The text after the preferred fix of the row's finding, or its first fix where none is preferred; and its title. */
function mended(row: Row): { readonly text: string; readonly title: string } {
  const { text, family, code } = row;
  const file = readFile(text, family);
  const finding = findingOf(row, file);
  const fixes = allFixesFor(file, finding);
  const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
  if (!fix) throw new Error(`No fix for ${code}.`);
  return { text: applied(text, fix.edits), title: fix.title };
}

describe('fixes', () => {
  it.each(rows.map((row) => [titleOf(row), row] as const))('mend %s', (_title, row) => {
    const result = mended(row);
    expect(result).toEqual({ text: row.fixed, title: row.fix });
    expect(errorsIn(row.fixed, row.family).map(({ message }) => message)).toEqual([]);
  });

  it('have a row for each of the 38 errors, but for 37, which depends on the machine and is none', () => {
    const numbers = new Set(rows.map(({ error }) => error));
    const missing = Array.from({ length: 38 }, (_, i) => i + 1).filter((number) => !numbers.has(number));
    expect(missing).toEqual([37]);
    expect(errorsIn('*filter\n-A INPUT -m set --match-set blocked src -j DROP\nCOMMIT\n', 4)).toEqual([]);
  });

  it.each(rows.filter(({ says }) => says !== undefined).map((row) => [titleOf(row), row] as const))(
    'have one finding to mend in %s',
    (_title, { text, family, says }) => {
      // A row is as short as can be, so most have no policies.
      const found = findingsOf(readFile(text, family)).filter(({ code }) => code !== 'missing-policy-line');
      expect(found.map(({ message }) => message)).toEqual([says]);
    },
  );

  it('name one cause once', () => {
    const several = rows.filter(({ text, family }) => errorsIn(text, family).length > 1).map(titleOf);
    // Each line, and each option too many, of these is refused for itself.
    expect(new Set(several)).toEqual(
      new Set([
        '17 --dport three times',
        '17 -p three times',
        '22 a mistyped COMMIT',
        '22 a table line without its star',
        '22 an indented table line',
        '22 rules without a table',
        '24 CR LF',
        "27 a shell's continuation",
        "35 a chain's name of thirty bytes",
      ]),
    );
  });
});

describeWithIptables(describe, 'fixes and the real tools', () => {
  it.each(rows.map((row) => [titleOf(row), row] as const))('load %s once it is mended', (_title, row) => {
    expect(refusalsOf(row.fixed, row.family)).toEqual([]);
  });

  it.each(rows.map((row) => [titleOf(row), row] as const))('refuse %s before, unless we only warn', (_title, row) => {
    const { severity, message } = findingOf(row, readFile(row.text, row.family));
    const loads = severity === 'warning' && !message.includes('Refused by');
    expect(refusalsOf(row.text, row.family).length === 0).toBe(loads);
  });
});
