// What speaks of a chain or set: references, and highlights with what each line does.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { highlightSteps } from '../../../server/src/features/document-highlights.ts';
import { namesIn } from '../../../server/src/features/navigation/names.ts';
import { referenceSteps } from '../../../server/src/features/references.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';
import * as made from '../../support/edited-files.ts';
import { everyPlace, marked } from './marks.ts';

const WEB = [
  '*nat',
  ':web - [0:0]',
  '-A PREROUTING -j web',
  'COMMIT',
  '*filter',
  ':INPUT DROP [0:0]',
  ':«web» - [0:0]',
  '# web',
  '-A INPUT -p tcp --dport 80 -j «w$0eb»',
  '-A INPUT --goto=«web» -m comment --comment web',
  '-I INPUT 2 -j «"web"»',
  '-D INPUT -j «web»',
  '-A «web» -s 192.0.2.1 -j ACCEPT',
  '-A «web» -j «web»',
  '-A INPUT --dport 22 -j «web»',
  '-4 -A INPUT -j «web»',
  '-6 -A «web» -s 2001:db8::1 -j «web»',
  '-F «web»',
  '-j «web»',
  '-A INPUT -j web2',
  'COMMIT',
  '',
].join('\n');

test('every mention in the table and none of another', () => {
  const { file, position, marks } = marked(WEB);
  expect(complete(referenceSteps(file, position, true))).toEqual(marks);
});

test('without the lines that make it, where they are not asked for', () => {
  const { file, position, marks } = marked(WEB);
  expect(complete(referenceSteps(file, position, false))).toEqual(marks.slice(1));
});

test('the same from wherever it is asked', () => {
  const { file, marks } = marked(WEB);
  for (const { start, end } of marks) {
    for (let { character } = start; character <= end.character; character++)
      expect(complete(referenceSteps(file, { line: start.line, character }, true))).toEqual(marks);
  }
});

describe('more of them', () => {
  const rows: readonly (readonly [what: string, text: string])[] = [
    ['a built-in chain', '*filter\n:«INPUT» DROP [0:0]\n-A «IN$0PUT» -j ACCEPT\n-P «INPUT» ACCEPT\nCOMMIT\n'],
    ['a chain that nothing makes', '*filter\n-A INPUT -j «no$0where»\n-A «nowhere» -j DROP\nCOMMIT\n'],
    [
      'a chain under both of its names',
      '*filter\n:«old» - [0:0]\n-A INPUT -j «old»\n-E «old» «web»\n-A INPUT -j «we$0b»\n:old - [0:0]\n-A INPUT -j old\nCOMMIT\n',
    ],
    [
      'the second chain of a name',
      '*filter\n:old - [0:0]\n-A INPUT -j old\n-E old web\n-N «old»\n-A INPUT -j «o$0ld»\nCOMMIT\n',
    ],
    [
      'a set, in every table',
      '*raw\n-A PREROUTING -m set --match-set «bad» src -j DROP\nCOMMIT\n*filter\n:bad - [0:0]\n' +
        '-A INPUT -m set --match-set «b$0ad» src -m set ! --match-set «bad» dst -j SET --add-set «bad» src --exist\n' +
        '-A INPUT -m set --match-set bad2 src -m comment --comment bad -j bad\nCOMMIT\n',
    ],
    ['the line where the reading ends', '*filter\n:«web» - [0:0]\n-A «w$0eb» -j ACCEPT -V\n-A web -j DROP\nCOMMIT\n'],
  ];
  test.each(rows)('%s', (_, text) => {
    const { file, position, marks } = marked(text);
    expect(complete(referenceSteps(file, position, true))).toEqual(marks);
  });
});

test('highlights tell what changes it from what looks at it', () => {
  const text =
    '*filter\n:we$0b - [0:0]\n-A INPUT -j web\n-A web -j DROP\n-L web\n-X web\n-E web late\n-N web\n-C web -j DROP\nCOMMIT\n';
  const { file, position } = marked(text);
  const kinds = complete(highlightSteps(file, position)).map(({ range, kind }) => [range.start.line, kind]);
  const { Read, Write } = DocumentHighlightKind;
  // -E speaks of it twice; the chain that -N makes is another.
  expect(kinds).toEqual([
    [1, Write],
    [2, Read],
    [3, Write],
    [4, Read],
    [5, Write],
    [6, Write],
    [6, Write],
  ]);
});

test('a set is changed by what fills it', () => {
  const { file, position } = marked(
    '*filter\n-A INPUT -m set --match-set b$0ad src -j SET --add-set bad src\n-A INPUT -j SET --del-set bad src\nCOMMIT\n',
  );
  const kinds = complete(highlightSteps(file, position)).map(({ kind }) => kind);
  const { Read, Write } = DocumentHighlightKind;
  expect(kinds).toEqual([Read, Write, Write]);
});

describe('for any text', () => {
  test('what is told without reading a rule is what its words say', () => {
    fc.assert(
      fc.property(made.file, made.settings, (text, settings) => {
        const file = new RulesFile(text, { ...new RulesFile('').settings, ...settings });
        for (const block of file.blocks) {
          for (let line = block.firstLine; line <= block.lastLine; line++) {
            for (const named of namesIn(file, block, line)) {
              const range = { start: { line, character: named.start }, end: { line, character: named.end } };
              const found = complete(referenceSteps(file, range.start, true));
              expect(found).toContainEqual(range);
              expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(found.length);
            }
          }
        }
      }),
    );
  });

  test('nothing is thrown, wherever the cursor is', () => {
    fc.assert(
      fc.property(made.file, made.settings, (text, settings) => {
        const file = new RulesFile(text, { ...new RulesFile('').settings, ...settings });
        for (const place of everyPlace(file)) {
          for (const { range } of complete(highlightSteps(file, place)))
            expect(file.lines.text(range).length).toBe(range.end.character - range.start.character);
        }
      }),
      { numRuns: 20 },
    );
  });
});
