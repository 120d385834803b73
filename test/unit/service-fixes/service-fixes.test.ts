// A line that holds a service's name and nothing else: its first fix puts the service's rules in its place.

import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { checkFile } from '../../../server/src/check/check-file.ts';
import { codeActionSteps } from '../../../server/src/features/code-actions.ts';
import { insertServiceRules } from '../../../server/src/features/edits/index.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';
import { SERVICES } from '../../../server/src/vocabulary/service-catalogue.ts';
import { applied, fileOf, linesOf } from '../edits/apply.ts';

const URI = 'file:///rules.v4';

const client = { uri: URI, commands: new Set<string>(), createsFiles: false, open: () => [] };

/** The quick fixes on the line that holds `word`. */
function fixesOn(text: string, word: string): CodeAction[] {
  const lines = linesOf(text);
  const line = lines.indexOf(word);
  const range = { start: { line, character: 0 }, end: { line, character: word.length } };
  return complete(codeActionSteps(fileOf(lines), { uri: URI, range, only: ['quickfix'], client, resolves: false }));
}

function after(text: string, action: CodeAction | undefined): string {
  return applied(linesOf(text), action?.edit?.changes?.[URI] ?? expect.fail('There is no such fix.'));
}

function firstOn(text: string, word: string): { readonly title: string; readonly text: string } {
  const [first] = fixesOn(text, word);
  expect(first?.isPreferred).toBe(true);
  return { title: first?.title ?? '', text: after(text, first) };
}

const table = (line: string) => `*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n${line}\nCOMMIT\n`;
const SSH = '-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT';

describe('the name of a service', () => {
  test('gives way to its rules', () => {
    expect(firstOn(table('ssh'), 'ssh')).toEqual({ title: 'Insert rules for SSH', text: table(SSH) });
    expect(firstOn(table('SSH'), 'SSH').text).toBe(table(SSH));
  });

  test('has rules where they belong, wherever it stands', () => {
    const text =
      '*filter\nssh\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n-A INPUT -j LOG\n-A INPUT -j DROP\nCOMMIT\n';
    expect(firstOn(text, 'ssh').text).toBe(
      `*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\n${SSH}\n-A INPUT -j LOG\n-A INPUT -j DROP\nCOMMIT\n`,
    );
  });

  test('in a file of paragraphs becomes one', () => {
    const text = '*filter\n\n# Loopback\n-A INPUT -i lo -j ACCEPT\n\nssh\n\nCOMMIT\n';
    expect(firstOn(text, 'ssh').text).toBe(
      `*filter\n\n# Loopback\n-A INPUT -i lo -j ACCEPT\n\n# SSH\n${SSH}\n\nCOMMIT\n`,
    );
  });

  test.each(['ssh', 'ssh\n'])('in a file without a table (%j) makes one', (text) => {
    const { text: result } = firstOn(text, 'ssh');
    expect(result).toMatch(/^\*filter\n:INPUT ACCEPT \[0:0\]\n/);
    expect(result).toContain(`\n# SSH\n${SSH}\n`);
    expect(result).toMatch(/\nCOMMIT\n\n?$/);
    expect(checkFile(fileOf(linesOf(result)))).toEqual([]);
  });

  test('that means two offers both', () => {
    const titles = fixesOn(table('dns'), 'dns').map(({ title, isPreferred }) => [title, isPreferred]);
    expect(titles.slice(0, 2)).toEqual([
      ['Insert rules for DNS client', true],
      ['Insert rules for DNS server', undefined],
    ]);
    expect(titles.filter(([, preferred]) => preferred)).toHaveLength(1);
  });

  test('whose rules are there only goes', () => {
    const text = `*filter\n${SSH}\nssh\nCOMMIT\n`;
    expect(firstOn(text, 'ssh')).toEqual({
      title: 'Remove the line: rules for SSH are there',
      text: `*filter\n${SSH}\nCOMMIT\n`,
    });
  });
});

test.each(['ssh http', 'ssh, http', 'http ssh', 'Remote Desktop', 'www', 'postgres', 'smb'])(
  '%j is understood',
  (line) => {
    const { title, text } = firstOn(table(line), line);
    expect(title).toMatch(/^Insert rules for /);
    expect(checkFile(fileOf(linesOf(text)))).toEqual([]);
  },
);

test.each(['sssh', 'ssh now', '-A ssh', 'drop', 'ssh -j ACCEPT'])('%j is none', (line) => {
  for (const { title } of fixesOn(table(line), line)) expect(title).not.toContain('rules for');
});

test.each(SERVICES)('$id: the rules are those of the command, and the file loads', ({ id }) => {
  const without = '*filter\n:INPUT DROP [0:0]\n-A INPUT -i lo -j ACCEPT\nCOMMIT\n'.split('\n');
  const byCommand = applied(without, insertServiceRules(fileOf(without), { services: [{ id }], direction: 'default' }));
  const { text } = firstOn(table(id), id);
  expect(text.split('\n').sort()).toEqual(byCommand.split('\n').sort());
  expect(checkFile(fileOf(linesOf(text)))).toEqual([]);
});
