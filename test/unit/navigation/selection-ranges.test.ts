// How a selection grows from the cursor outwards.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRangesOf } from '../../../server/src/features/selection-ranges.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import * as made from '../../support/edited-files.ts';
import { everyPlace, marked } from './marks.ts';

function* outwards(selection: SelectionRange | undefined): Generator<SelectionRange> {
  for (let one = selection; one; one = one.parent) yield one;
}

/** The texts that are selected one after the other. */
function grown(text: string): readonly string[] {
  const { file, position } = marked(text);
  const [selection] = selectionRangesOf(file, [position]);
  return [...outwards(selection)].map(({ range }) => file.lines.text(range));
}

describe('within a line', () => {
  const RULE = '-A INPUT -p tcp -m tcp ! --dport 22 --sport 1024:65535 -m comment --comment "to ssh" -j ACCEPT';
  const table = (rule: string) => `*filter\n\n${rule}\n\nCOMMIT\n`;
  const rows: readonly (readonly [rule: string, ...grows: string[]])[] = [
    [RULE.replace('22', '2$02'), '22', '! --dport 22', '-m tcp ! --dport 22 --sport 1024:65535', RULE],
    [RULE.replace('--dport', '--dp$0ort'), '--dport', '! --dport 22', '-m tcp ! --dport 22 --sport 1024:65535', RULE],
    [RULE.replace('! ', '$0! '), '! --dport 22', '-m tcp ! --dport 22 --sport 1024:65535', RULE],
    [RULE.replace('-m tcp', '-m t$0cp'), 'tcp', '-m tcp', '-m tcp ! --dport 22 --sport 1024:65535', RULE],
    [RULE.replace('to ssh', 'to $0ssh'), '"to ssh"', '--comment "to ssh"', '-m comment --comment "to ssh"', RULE],
    [RULE.replace('-p tcp', '-p t$0cp'), 'tcp', '-p tcp', RULE],
    [RULE.replace('-A INPUT', '-A IN$0PUT'), 'INPUT', '-A INPUT', RULE],
    [
      '[1:2] -A INPUT -i lo -j AC$0CEPT',
      'ACCEPT',
      '-j ACCEPT',
      '-A INPUT -i lo -j ACCEPT',
      '[1:2] -A INPUT -i lo -j ACCEPT',
    ],
    ['[1$0:2] -A INPUT -i lo -j ACCEPT', '[1:2]', '[1:2] -A INPUT -i lo -j ACCEPT'],
    [
      '-A INPUT -j LOG --log-pre$0fix x',
      '--log-prefix',
      '--log-prefix x',
      '-j LOG --log-prefix x',
      '-A INPUT -j LOG --log-prefix x',
    ],
    ['-A INPUT no$0nsense', 'nonsense', '-A INPUT nonsense'],
    [':INPUT DR$0OP [0:0]', 'DROP', ':INPUT DROP [0:0]'],
    ['#   pro$0se here', 'prose here', '#   prose here'],
  ];
  test.each(rows)('%s', (rule, ...grows) => {
    const whole = table(rule.replace('$0', ''));
    expect(grown(table(rule))).toEqual([...grows, whole.trimEnd(), whole]);
  });
});

test('from a rule to its chain, its heading, its table, the file', () => {
  const text =
    '*filter\n-A OUTPUT -j ACCEPT\n# Let in\n-A INPUT -i lo -j ACCEPT\n-A INPUT -j $0DROP\nCOMMIT\n*nat\nCOMMIT\n';
  expect(grown(text).slice(2)).toEqual([
    '-A INPUT -j DROP',
    '-A INPUT -i lo -j ACCEPT\n-A INPUT -j DROP',
    '# Let in\n-A INPUT -i lo -j ACCEPT\n-A INPUT -j DROP',
    '*filter\n-A OUTPUT -j ACCEPT\n# Let in\n-A INPUT -i lo -j ACCEPT\n-A INPUT -j DROP\nCOMMIT',
    text.replace('$0', ''),
  ]);
});

test('from a comment to its block, and to the rules below it', () => {
  const text = '*filter\n# Let\n# i$0n\n-A INPUT -i lo -j ACCEPT\n-A OUTPUT -j DROP\nCOMMIT\n';
  expect(grown(text).slice(0, 4)).toEqual(['in', '# in', '# Let\n# in', '# Let\n# in\n-A INPUT -i lo -j ACCEPT']);
});

test('one answer for each place, also past the end', () => {
  const { file } = marked('*filter\nCOMMIT\n');
  const places = [
    { line: 0, character: 3 },
    { line: 99, character: 9 },
  ];
  expect(selectionRangesOf(file, places)).toHaveLength(2);
});

test('every range holds the one before and the cursor, for any text', () => {
  fc.assert(
    fc.property(made.file, made.settings, (text, settings) => {
      const file = new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings });
      for (const place of everyPlace(file)) {
        let inner = file.lines.text({ start: file.lines.clamp(place), end: file.lines.clamp(place) });
        const [selection] = selectionRangesOf(file, [place]);
        for (const { range } of outwards(selection)) {
          const now = file.lines.text(range);
          expect(now).toContain(inner);
          expect(now.length > inner.length || inner === '').toBe(true);
          inner = now;
        }
        expect(inner).toBe(text);
      }
    }),
    { numRuns: 20 },
  );
});
