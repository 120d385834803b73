// What one can follow in a rules file: the text marks where each link begins and ends.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksForSetsSteps, documentLinkSteps, setFileSteps } from '../../../server/src/features/document-links.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';
import * as made from '../../support/edited-files.ts';
import { marked } from './marks.ts';

const SAVED = [
  '# ipset v7.17',
  'create blocked hash:net family inet',
  'add blocked 192.0.2.0/24',
  'create -exist admins hash:ip',
  '-N "old" iphash',
  'create  ',
].join('\n');
const setFileAs = (...file: Parameters<typeof setFileSteps>) => complete(setFileSteps(...file));
const SETS = setFileAs('file:///etc/iptables/ipsets', 'ipsets', SAVED);
const ALONE = setFileAs('file:///etc/iptables/blocked.ipset', 'blocked.ipset', '\ncreate blocked hash:net\n');

const inFilter = (line: string): string => `*filter\n${line}\nCOMMIT\n`;

test('the sets that a file creates, and where', () => {
  expect([...SETS.lines]).toEqual([
    ['blocked', 1],
    ['admins', 3],
    ['old', 4],
  ]);
});

describe('from mark to mark', () => {
  const rows: readonly (readonly [what: string, text: string, targets: readonly string[]])[] = [
    ['a set', inFilter('-A INPUT -m set --match-set «blocked» src -j DROP'), ['file:///etc/iptables/ipsets#L2']],
    [
      'several in a rule',
      inFilter(
        '-A INPUT -m set ! --match-set «admins» src -m set --match-set unknown src -j SET --add-set «"blocked"» src',
      ),
      ['file:///etc/iptables/ipsets#L4', 'file:///etc/iptables/ipsets#L2'],
    ],
    [
      'the second of a rule alone',
      inFilter('-A INPUT -m set --match-set unknown src -m set --match-set «admins» src -j DROP'),
      ['file:///etc/iptables/ipsets#L4'],
    ],
    ['a set that no file creates', inFilter('-A INPUT -m set --match-set unknown src -j DROP'), []],
    ['a set in a comment', inFilter('# --match-set blocked src\n-A INPUT -m comment --comment "-set blocked"'), []],
    [
      'a page in a comment',
      '# see «https://example.org/a(b)c?d#e», and (not «http://example.org/x»).\n',
      ['https://example.org/a(b)c?d#e', 'http://example.org/x'],
    ],
    [
      "a page in a rule's own comment",
      inFilter('-A INPUT -m comment --comment "why: «https://example.org/why»" -j DROP'),
      ['https://example.org/why'],
    ],
    ['what a rule looks for is no page', inFilter('-A INPUT -m string --string http://a/b --algo bm -j DROP'), []],
    ['no page yet', '# https:// and https://{{ host }}/x and ftp://example.org\n', []],
  ];
  test.each(rows)('%s', (_, text, targets) => {
    const { file, marks } = marked(text);
    const links = complete(documentLinkSteps(file, [SETS]));
    expect(links.map(({ range }) => range)).toEqual(marks);
    expect(links.map(({ target }) => target)).toEqual(targets);
  });
});

test("a set's own file comes before one of many, and the tooltip says where it leads", () => {
  const { file } = marked(inFilter('-A INPUT -m set --match-set blocked src -j DROP'));
  expect(complete(documentLinkSteps(file, [SETS, ALONE]))).toMatchObject([
    {
      target: 'file:///etc/iptables/blocked.ipset#L2',
      tooltip: 'Open the line of blocked.ipset that creates the set "blocked"',
    },
  ]);
});

test('files are only looked for where a rule names a set', () => {
  const asks = (line: string) => complete(asksForSetsSteps(marked(inFilter(line)).file));
  expect(asks('-A INPUT -m set --match-set blocked src -j DROP')).toBe(true);
  expect(asks('-A INPUT -j SET --add-set blocked src')).toBe(true);
  expect(asks('-A INPUT -j DROP\n# --match-set blocked src')).toBe(false);
});

test('no more than anybody follows', () => {
  const text = inFilter('-A INPUT -m set --match-set blocked src -j DROP\n'.repeat(3000));
  expect(complete(documentLinkSteps(new RulesFile(text), [SETS]))).toHaveLength(1000);
});

test('links stand within their lines, whatever the text', () => {
  fc.assert(
    fc.property(made.file, made.settings, (text, settings) => {
      const more = '# https://example.org/\n-A INPUT -m set --match-set blocked src -j DROP';
      const file = new RulesFile(`${text}\n${more}`, { ...DEFAULT_SETTINGS, ...settings });
      for (const { range } of complete(documentLinkSteps(file, [SETS]))) {
        expect(range.start.line).toBe(range.end.line);
        expect(range.end.character).toBeGreaterThan(range.start.character);
        expect(range.end.character).toBeLessThanOrEqual(file.lines.line(range.end.line).length);
      }
    }),
  );
});
