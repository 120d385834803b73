// Outlines: the tree of tables, chains and rules, its ranges, and what rules are called.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { documentSymbolSteps, flatSymbolSteps } from '../../../server/src/features/document-symbols.ts';
import { outlineSteps, rulesShown } from '../../../server/src/features/symbols/outline.ts';
import { ruleTitle } from '../../../server/src/features/symbols/rule-title.ts';
import { MOST_SYMBOLS, workspaceSymbolSteps } from '../../../server/src/features/workspace-symbols.ts';
import { plainSettings, readRule } from '../../../server/src/ruleset/read-rule.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';
import * as made from '../../support/edited-files.ts';

const URI = 'file:///rules.v4';

/** Each symbol in a line: its depth, its name, its detail, the lines of its range. */
function tree(text: string, settings: Partial<FileSettings> = {}): readonly string[] {
  const file = new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings });
  const lines: string[] = [];
  const show = ({ name, detail, range, children }: DocumentSymbol, depth: number): void => {
    const where = `${range.start.line}-${range.end.line}`;
    lines.push(`${'  '.repeat(depth)}${name}${detail === undefined ? '' : ` | ${detail}`} | ${where}`);
    for (const child of children ?? []) show(child, depth + 1);
  };
  for (const symbol of complete(documentSymbolSteps(file))) show(symbol, 0);
  return lines;
}

describe('the tree', () => {
  test('as iptables-save writes a file', () => {
    const text = [
      '*filter',
      ':INPUT DROP [0:0]',
      ':OUTPUT ACCEPT [0:0]',
      ':web - [0:0]',
      '-A INPUT -i lo -j ACCEPT',
      '-A INPUT -p tcp -m tcp --dport 80 -m comment --comment "the site" -j web',
      '-A web -j ACCEPT',
      'COMMIT',
      '*nat',
      'COMMIT',
    ].join('\n');
    expect(tree(text)).toEqual([
      'filter | 3 rules | 0-7',
      '  INPUT | DROP · 2 rules | 4-5',
      '    accept in on lo | 4-4',
      '    jump to web tcp 80 (http) | the site | 5-5',
      '  OUTPUT | ACCEPT · 0 rules | 2-2',
      '  web | 1 rule | 6-6',
      '    accept | 6-6',
      'nat | 0 rules | 8-9',
    ]);
  });

  test('by hand: a chain has its longest run with the comment above, a rule its heading', () => {
    const text = [
      '*filter',
      '-A INPUT -i lo -j ACCEPT',
      '-A OUTPUT -o lo -j ACCEPT',
      '# --- In ---',
      '-A INPUT -p icmp -j ACCEPT',
      '',
      '# the rest',
      '# of it',
      '-I INPUT 2 -j DROP',
      'COMMIT',
    ].join('\n');
    expect(tree(text)).toEqual([
      'filter | 4 rules | 0-9',
      '  INPUT | 3 rules | 3-8',
      '    accept in on lo | 1-1',
      '    accept icmp | In | 4-4',
      '    at 2: drop | the rest | 8-8',
      '  OUTPUT | 1 rule | 2-2',
      '    accept out on lo | 2-2',
    ]);
  });

  test('what is half typed, refused or unknown is there as far as it says something', () => {
    expect(tree('*\n-A\n-A INPUT -p\n-A web -j LOGG --dport 22\n')).toEqual([
      '* | 2 rules | 0-4',
      '  INPUT | 1 rule | 2-2',
      '    count | 2-2',
      '  web | 1 rule | 3-3',
      '    jump to LOGG | 3-3',
    ]);
  });

  test("a template's placeholders stand as they are written", () => {
    const text = '*{{ table }}\n:{{ chain }} - [0:0]\n-A INPUT -s {{ net }} -j {{ verdict }}\nCOMMIT\n';
    expect(tree(text, { template: true })).toEqual([
      '{{ table }} | 1 rule | 0-3',
      '  INPUT | 1 rule | 2-2',
      '    {{ verdict }} from {{ net }} | 2-2',
    ]);
  });

  test('flat, for clients that take no trees', () => {
    const file = new RulesFile('*filter\n:web - [0:0]\n-A web -j DROP\nCOMMIT\n');
    const flat = complete(flatSymbolSteps(file, URI));
    expect(flat.map(({ name, containerName, location }) => [name, containerName, location.range.start.line])).toEqual([
      ['filter', undefined, 0],
      ['web', 'filter', 2],
      ['drop', 'web', 2],
    ]);
  });

  test('of very many rules each chain shows its first, small chains all', () => {
    const rules = (chain: string, count: number) => `-A ${chain} -j ACCEPT\n`.repeat(count);
    const file = new RulesFile(
      `*filter\n${rules('INPUT', 9000)}${rules('OUTPUT', 4000)}${rules('FORWARD', 10)}COMMIT\n`,
    );
    expect(rulesShown(complete(outlineSteps(file)))).toBe(2495);
    const [table] = complete(documentSymbolSteps(file));
    expect(table?.children?.map(({ name, children }) => [name, children?.length])).toEqual([
      ['INPUT', 2495],
      ['FORWARD', 10],
      ['OUTPUT', 2495],
    ]);
    expect(table?.children?.[0]?.detail).toBe('9000 rules, the first 2495 here');
  });

  test('names are never empty, and each selection is within its range, for any text', () => {
    fc.assert(
      fc.property(made.file, made.settings, (text, settings) => {
        const file = new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings });
        const look = ({ name, range, selectionRange, children }: DocumentSymbol): void => {
          expect(name).not.toBe('');
          const all = file.lines.text(range);
          expect(all).toContain(file.lines.text(selectionRange));
          expect(selectionRange.start.line).toBeGreaterThanOrEqual(range.start.line);
          expect(selectionRange.end.line).toBeLessThanOrEqual(range.end.line);
          for (const child of children ?? []) look(child);
        };
        for (const symbol of complete(documentSymbolSteps(file))) {
          look(symbol);
          const spans = (symbol.children ?? []).map(({ range }) => [range.start.line, range.end.line] as const);
          spans.sort((a, b) => a[0] - b[0]);
          // A cursor is in one chain at most.
          for (const [i, [first]] of spans.entries()) expect(first).toBeGreaterThan(spans[i - 1]?.[1] ?? -1);
        }
      }),
    );
  });
});

describe('what a rule is called', () => {
  const rows: readonly (readonly [rule: string, title: string])[] = [
    ['-A INPUT -s 10.0.0.0/8 -p tcp -m tcp --dport 22 -j ACCEPT', 'accept tcp 22 (ssh) from 10.0.0.0/8'],
    ['-A INPUT -p udp --sport 53 --dport 1024:65535 -j DROP', 'drop udp 1024:65535 from port 53 (domain)'],
    ['-A FORWARD ! -d 192.0.2.1 -i eth0 ! -o eth1 -j REJECT', 'reject not to 192.0.2.1 in on eth0 not out on eth1'],
    ['-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT', 'accept if established, related'],
    ['-A INPUT -p tcp -m multiport --dports 80,443 -g web', 'go to web tcp 80,443'],
    ['-A INPUT -m limit --limit 5/min -j LOG --log-prefix "in: "', 'log in: (limit)'],
    ['-A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 192.0.2.1', 'DNAT 192.0.2.1 tcp 80 (http)'],
    ['-A INPUT -m set --match-set bad src -j DROP', 'drop from set bad'],
    ['-A INPUT -p icmp --icmp-type echo-request -j RETURN', 'return icmp echo-request'],
    ['-I INPUT -j DROP', 'first: drop'],
    ['-R INPUT 3 -j DROP', 'instead of 3: drop'],
    ['-A INPUT', 'count'],
  ];
  test.each(rows)('%s', (rule, title) => {
    expect(ruleTitle(readRule(rule, plainSettings(4)))).toBe(title);
  });

  test('cut where it is very long', () => {
    expect(ruleTitle(readRule(`-A INPUT -s ${'192.0.2.1,'.repeat(40)}192.0.2.2`, plainSettings(4)))).toHaveLength(121);
  });
});

describe('workspace symbols', () => {
  const file = new RulesFile('*filter\n:INPUT DROP [0:0]\n:web-in - [0:0]\n-N late\n-A web-in -j ACCEPT\nCOMMIT\n');
  const names = (query: string) =>
    complete(workspaceSymbolSteps(file, URI, query)).map(({ name, containerName, location }) => [
      name,
      containerName,
      location.range.start.line,
    ]);

  test('tables and the chains that have a line, where they are declared', () => {
    expect(names('')).toEqual([
      ['filter', undefined, 0],
      ['INPUT', 'filter', 1],
      ['web-in', 'filter', 2],
      ['late', 'filter', 3],
    ]);
  });

  test('a few letters in their order, whatever their case', () => {
    expect(names('WIN')).toEqual([['web-in', 'filter', 2]]);
    expect(names('niw')).toEqual([]);
  });

  test('no more than anybody reads', () => {
    const many = Array.from({ length: 2 * MOST_SYMBOLS }, (_, i) => `:c${i} - [0:0]\n`).join('');
    const found = complete(workspaceSymbolSteps(new RulesFile(`*filter\n${many}COMMIT\n`), URI, 'c'));
    expect(found).toHaveLength(MOST_SYMBOLS);
    expect(found.every(({ kind }) => kind === SymbolKind.Function)).toBe(true);
  });
});
