// What each format of the command line prints, and that nobody's words get out of it.

import { describe, expect, test } from 'vitest';
import type { Circumstances, Entry, Result, Totals } from '../../../server/src/cli/formats/format.ts';
import { FORMATS, type FormatName } from '../../../server/src/cli/formats/index.ts';
import { excerpt } from '../../../server/src/cli/formats/text.ts';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { sarifFaults } from '../../support/sarif.ts';
import { tagsOf } from '../../support/xml.ts';

const RULES = `*filter
:INPUT ACCEPT [0:0]
:web - [0:0]
-A INPUT -p tcp --dport 70000 -j ACCEPT
-A INPUT -j LOG
-F
COMMIT
`;
/** A name and a comment that would move the cursor, begin a line, end a command or a tag. */
const HOSTILE_PATH = 'a\x1b[2J\n::error::b,c:"<&>\u202e.v4';
const HOSTILE_RULES = '*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -j \x1b[31m"no\x07\u2028where<&\'%0A"\nCOMMIT\n';

function resultOf(text: string, path: string): Result {
  const file = new RulesFile(text);
  return { path, family: 4, findings: allFindingsOf(file), file };
}

function printed(
  name: FormatName,
  results: readonly Result[],
  circumstances: Circumstances = { colours: false },
): string {
  const format = FORMATS[name];
  const output = format.output();
  const join = output.join ?? ((entries: readonly Entry[]) => entries.map(({ text }) => text).join(''));
  const totals: Totals = { error: 1, warning: 1, information: 1, hint: 0, files: results.length };
  return [
    output.start ?? '',
    ...results.map((result) => join(format.entries(result, circumstances))),
    output.end(totals),
  ].join('');
}

const both = [resultOf(RULES, './dir/rules.v4'), resultOf('*filter\nCOMMIT\n', 'clean file.v4')];
const hostile = [resultOf(HOSTILE_RULES, HOSTILE_PATH)];

describe('text', () => {
  test('the line with the mark under it', () => {
    const said = printed('text', both).split('\n');
    expect(said.slice(0, 3)).toEqual([
      expect.stringMatching(/^\.\/dir\/rules\.v4:4:25: error: .* \[bad-value\]$/),
      '    4 | -A INPUT -p tcp --dport 70000 -j ACCEPT',
      '      |                         ^^^^^',
    ]);
    expect(said.at(-2)).toBe('1 error, 1 warning, 1 note in 2 files');
  });

  test('colours only where they are wanted', () => {
    expect(printed('text', both)).not.toContain('\x1b');
    expect(printed('text', both, { colours: true })).toContain('\x1b[1;31merror:\x1b[0m');
  });

  test('nothing of a file reaches the terminal raw, and no line is forged', () => {
    const said = printed('text', hostile);
    expect(said).not.toMatch(/[^\n\x20-\x7e]/);
    expect(said).toContain('a\\x1b[2J\\x0a::error::b,c:"<&>\\u202e.v4:3:13: error:');
    const findings = hostile[0]?.findings.length ?? 0;
    expect(said.split('\n')).toHaveLength(3 * findings + 2);
  });

  test('a long line is cut around the mark', () => {
    const { shown, mark } = excerpt(`${'x'.repeat(300)}HERE${'y'.repeat(300)}`, 300, 304);
    expect(shown.length).toBeLessThan(120);
    expect(shown.slice(mark.indexOf('^'), mark.length)).toBe('HERE');
    expect(shown).toMatch(/^\.\.\..*\.\.\.$/);
  });

  test('of a thousand findings and more the rest is counted', () => {
    const many = resultOf(`*filter\n:INPUT ACCEPT [0:0]\n${'-A INPUT -j nowhere\n'.repeat(1200)}COMMIT\n`, 'a.v4');
    const said = printed('text', [many]);
    expect(said.split('\n')).toHaveLength(3000 + 3);
    expect(said).toContain('a.v4: 200 more findings are not shown.\n');
  });
});

test('json is one document with all files', () => {
  const { files } = JSON.parse(printed('json', both));
  expect(
    files.map(({ path, family, diagnostics }: { path: string; family: number; diagnostics: [] }) => [
      path,
      family,
      diagnostics.length,
    ]),
  ).toEqual([
    ['./dir/rules.v4', 4, both[0]?.findings.length],
    ['clean file.v4', 4, 0],
  ]);
});

describe('sarif', () => {
  test.each([
    ['findings', both],
    ['hostile words', hostile],
    ['nothing', []],
  ])('is valid: %s', (_, results) => {
    expect(sarifFaults(JSON.parse(printed('sarif', results)))).toEqual([]);
  });

  const [run] = JSON.parse(printed('sarif', both)).runs;

  test('rules have help, findings their places, fixes and related places', () => {
    const { rules } = run.tool.driver;
    const flush = rules.find(({ id }: { id: string }) => id === 'bare-flush');
    expect(flush).toMatchObject({ help: { markdown: expect.stringContaining('docs/rules/bare-flush.md') } });
    const found = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'bare-flush');
    expect(rules[found.ruleIndex].id).toBe('bare-flush');
    expect(found.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'dir/rules.v4' },
      region: { startLine: 6, startColumn: 1, endLine: 6, endColumn: 3 },
    });
    expect(found.fixes[0].artifactChanges[0].replacements[0]).toEqual({
      deletedRegion: { startLine: 6, startColumn: 1, endLine: 6, endColumn: 3 },
      insertedContent: { text: '-F INPUT' },
    });
  });

  test('fingerprints stay where lines move, and no two are equal', () => {
    const prints = (text: string): string[] =>
      JSON.parse(printed('sarif', [resultOf(text, 'a.v4')])).runs[0].results.map(
        ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) =>
          Object.values(partialFingerprints)[0],
      );
    const twice = RULES.replace('-F\n', '-F\n-F\n');
    expect(prints(`# a comment\n\n${twice}`)).toEqual(prints(twice));
    expect(new Set(prints(twice)).size).toBe(prints(twice).length);
  });

  test('what could not be read is told by the run', () => {
    const message = 'Cannot read "x".';
    const finding = { code: 'unreadable', severity: 'error', message, line: 0, start: 0, end: 0 } as const;
    const unread: Result = { path: 'x', family: 4, findings: [finding], file: undefined };
    const whole = JSON.parse(printed('sarif', [unread]));
    expect(sarifFaults(whole)).toEqual([]);
    expect(whole.runs[0].invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ message: { text: message } }],
    });
  });
});

describe('github', () => {
  test('a command a finding', () => {
    expect(printed('github', both)).toContain('::error file=dir/rules.v4,line=4,col=25,endColumn=29,title=bad-value::');
  });

  test('words of a file begin no command', () => {
    const lines = printed('github', hostile).trimEnd().split('\n');
    expect(lines).toHaveLength(hostile[0]?.findings.length ?? 0);
    expect(lines[0]).toContain('::error file=a\\x1b[2J\\x0a%3A%3Aerror%3A%3Ab%2Cc%3A"<&>\\u202e.v4,line=3,');
  });
});

test('gitlab is a list with places and fingerprints', () => {
  const list = JSON.parse(printed('gitlab', both));
  expect(list).toHaveLength(both[0]?.findings.length ?? 0);
  expect(list).toContainEqual({
    description: expect.any(String),
    check_name: 'bad-value',
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    severity: 'critical',
    location: { path: './dir/rules.v4', lines: { begin: 4 } },
  });
  expect(JSON.parse(printed('gitlab', []))).toEqual([]);
});

describe.each(['checkstyle', 'junit'] as const)('%s', (name) => {
  test('is XML, whatever stands in a file', () => {
    for (const results of [both, hostile, []]) expect(() => tagsOf(printed(name, results))).not.toThrow();
  });

  test('says what was found', () => {
    const tags = tagsOf(printed(name, both));
    const grave = both[0]?.findings.filter(({ severity }) => severity === 'error' || severity === 'warning') ?? [];
    const told = name === 'junit' ? grave : (both[0]?.findings ?? []);
    const named = tags.filter(({ tag }) => tag === (name === 'junit' ? 'failure' : 'error'));
    expect(named.map(({ values }) => values.message)).toEqual(told.map(({ message }) => message));
  });

  test('names come back as they were', () => {
    const tags = tagsOf(printed(name, hostile));
    const file = tags.find(({ tag }) => tag === (name === 'junit' ? 'testsuite' : 'file'));
    // XML has no way to write an escape character.
    expect(file?.values.name).toBe(HOSTILE_PATH.replace('\x1b', '\ufffd'));
  });
});
