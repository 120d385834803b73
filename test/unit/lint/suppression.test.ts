// Comments that suppress findings: which they take away, and what is said of those that do nothing.

import { describe, expect, test } from 'vitest';
import { codeActionSteps } from '../../../server/src/features/code-actions.ts';
import { allFindingsOf, allFixesFor, knownFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';

/** A `-F` behind rules in lines 4 and 7 (from 1), each with its finding. */
const FLUSHES = ['*filter', '-A INPUT -j LOG', '%1', '-F', '%2', '%3', '-F', '%4', 'COMMIT'];

/** The file with comments in some of its gaps. */
function flushes(comments: Readonly<Record<number, string>>): string {
  return `${FLUSHES.map((line) => line.replace(/%(\d)/, (_, at) => comments[Number(at)] ?? '')).join('\n')}\n`;
}

function said(text: string, settings: Partial<FileSettings> = {}): string[] {
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings });
  return allFindingsOf(file).map(({ line, code }) => `${line + 1} ${code}`);
}

const BOTH = ['4 bare-flush', '7 bare-flush'];

describe('what is suppressed', () => {
  test.each([
    [{}, BOTH],
    [{ 1: '# iptables-lint-disable-next-line bare-flush -- why' }, ['7 bare-flush']],
    [
      { 1: '#iptables-lint-disable-next-line table-twice,bare-flush --  why' },
      ['3 unused-suppression', '7 bare-flush'],
    ],
    [{ 2: '# iptables-lint-disable-next-line bare-flush -- why', 3: '# another comment' }, ['4 bare-flush']],
    [{ 1: '# iptables-lint-disable bare-flush -- why' }, []],
    [{ 1: '# iptables-lint-disable bare-flush -- why', 2: '# iptables-lint-enable bare-flush' }, ['7 bare-flush']],
    [{ 3: '# iptables-lint-disable bare-flush -- why' }, ['4 bare-flush']],
    [{ 4: '# iptables-lint-disable-file bare-flush -- why' }, []],
    [{ 1: '# iptables-lint-disable-next-line bare-flush' }, ['3 suppression-without-reason', '7 bare-flush']],
    [{ 1: '# iptables-lint-disable-next-line -- why' }, ['3 invalid-suppression', ...BOTH]],
    [{ 1: '# iptables-lint-disable-next-line bare-flsh -- why' }, ['3 invalid-suppression', ...BOTH]],
    [{ 1: '# iptables-lint-disable-line bare-flush -- why' }, ['3 invalid-suppression', ...BOTH]],
    [{ 1: '# iptables-lint-disable-next-line bare-flush why' }, ['3 invalid-suppression', '7 bare-flush']],
    [{ 1: '# iptables-lint-enable bare-flush' }, ['3 unused-suppression', ...BOTH]],
    [{ 1: '# iptables-lint is a program' }, BOTH],
    [{ 1: '# iptables-lint-disable-next-line lock-out -- why' }, ['3 unused-suppression', ...BOTH]],
    [
      {
        1: '# iptables-lint-disable-next-line lock-out -- why',
        4: '# iptables-lint-disable-file unused-suppression, bare-flush -- why',
      },
      [],
    ],
  ])('%j', (comments, findings) => {
    expect(said(flushes(comments))).toEqual(findings);
  });

  test('what hangs on packets', () => {
    const rules =
      '-A INPUT -j ACCEPT\n# iptables-lint-disable-next-line unreachable-rule -- kept for later\n-A INPUT -s 192.0.2.1 -j DROP';
    expect(said(`*filter\n:INPUT ACCEPT [0:0]\n${rules}\nCOMMIT\n`)).toEqual([]);
  });

  test('never an error', () => {
    const text =
      '*filter\n:INPUT ACCEPT [0:0]\n# iptables-lint-disable-next-line unknown-target -- why\n-A INPUT -j nowhere\nCOMMIT\n';
    const file = new RulesFile(text);
    expect(allFindingsOf(file).map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'unused-suppression information',
      'unknown-target error',
    ]);
  });

  test('a warning of the checks', () => {
    const text = (comment: string) =>
      `*filter\n:INPUT ACCEPT [0:0]\n${comment}-A INPUT -m geoip --src-cc CN -j DROP\nCOMMIT\n`;
    expect(said(text(''))).toEqual(['3 unknown-extension']);
    expect(said(text('# iptables-lint-disable-next-line unknown-extension -- from xtables-addons\n'))).toEqual([]);
  });

  test('nothing where comments do not count', () => {
    const text = flushes({ 1: '# iptables-lint-disable-next-line bare-flush, nonsense' });
    expect(said(text, { suppressions: false })).toEqual(BOTH);
  });
});

test('while packets are looked at again, what was said of a comment stays with its line', () => {
  const comment = '# iptables-lint-disable-file unreachable-rule -- why';
  const file = new RulesFile(`*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp -j DROP\n${comment}\nCOMMIT\n`);
  const isOfComment = ({ code }: { readonly code: string }) => code.includes('suppression');
  const lines = () => knownFindingsOf(file).flatMap((one) => (isOfComment(one) ? `${one.line} ${one.code}` : []));
  expect(lines()).toEqual([]);
  allFindingsOf(file);
  expect(lines()).toEqual(['3 unused-suppression']);
  const start = { line: 2, character: 0 };
  file.edit({ start, end: start }, '-A INPUT -p udp -j DROP\n');
  expect(lines()).toEqual(['4 unused-suppression']);
  file.edit({ start, end: start }, '-A INPUT -j DROP\n');
  allFindingsOf(file);
  expect(lines()).toEqual([]);
});

describe('fixes', () => {
  /** The text with the first fix of a finding made. */
  function mended(text: string, wanted: string): string {
    const file = new RulesFile(text);
    const finding = allFindingsOf(file).find(({ code }) => code === wanted);
    const edits = finding ? (allFixesFor(file, finding)[0]?.edits ?? []) : [];
    expect(edits.length).toBeGreaterThan(0);
    for (const edit of edits) file.edit(edit.range, edit.text);
    return file.lines.text();
  }

  const line = (text: string) => flushes({ 1: text });
  test.each([
    ['unused-suppression', 'table-twice, bare-flush -- why', 'bare-flush -- why'],
    ['unused-suppression', 'bare-flush, table-twice -- why', 'bare-flush -- why'],
    ['invalid-suppression', 'bare-flsh -- why', 'bare-flush -- why'],
    ['invalid-suppression', 'bare-flush why', 'bare-flush -- why'],
  ])('%s: %s', (code, before, after) => {
    const start = '# iptables-lint-disable-next-line ';
    expect(mended(line(start + before), code)).toBe(line(start + after));
  });

  test('a directive with a wrong word', () => {
    const [before, after] = ['disable-nxt-line', 'disable-next-line'].map(
      (word) => `# iptables-lint-${word} bare-flush -- why`,
    );
    expect(mended(line(before ?? ''), 'invalid-suppression')).toBe(line(after ?? ''));
  });

  /** The text after the action with this title, at a line. */
  function acted(text: string, at: number): string {
    const file = new RulesFile(text);
    const uri = 'file:///rules.v4';
    const range = { start: { line: at, character: 0 }, end: { line: at, character: 0 } };
    const client = { uri, commands: new Set<string>(), createsFiles: false, open: () => [] };
    const actions = complete(codeActionSteps(file, { uri, range, only: ['quickfix'], client, resolves: false }));
    const [edit] =
      actions.find(({ title }) => title === 'Suppress bare-flush in this line')?.edit?.changes?.[uri] ?? [];
    expect(edit).toBeDefined();
    if (edit) file.edit(edit.range, edit.newText);
    return file.lines.text();
  }

  test('a comment above the line, with a place for the reason', () => {
    expect(acted(flushes({}), 3)).toBe(
      flushes({}).replace('-F', '# iptables-lint-disable-next-line bare-flush -- \n-F'),
    );
  });

  test('one more name in the comment above', () => {
    expect(acted(line('# iptables-lint-disable-next-line table-twice -- why'), 3)).toBe(
      line('# iptables-lint-disable-next-line table-twice, bare-flush -- why'),
    );
  });
});
