// Renaming chains and sets: what is edited, what is refused, and that the file means the same afterwards.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFile } from '../../../server/src/check/check-file.ts';
import { namesIn } from '../../../server/src/features/navigation/names.ts';
import { type Renaming, renamableAt, renameSteps } from '../../../server/src/features/rename.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';
import type { Position } from '../../../server/src/syntax/lines.ts';
import { applyEdits } from '../../lsp/text.ts';
import * as made from '../../support/edited-files.ts';
import { everyPlace, marked } from './marks.ts';

function renaming(
  file: RulesFile,
  position: Position,
  name: string,
  withComments = false,
): Renaming | string | undefined {
  const found = complete(renameSteps(file, position, name, withComments));
  return found && 'refusal' in found ? found.refusal : found;
}

/** The text with a new name at `$0`, comments left alone; a sentence where it is refused. */
function renamed(text: string, name: string, settings: Partial<FileSettings> = {}): string | undefined {
  const { file, position } = marked(text, settings);
  const found = renaming(file, position, name);
  return typeof found === 'object' ? applyEdits(file.lines.text(), found.edits) : found;
}

describe('the text afterwards', () => {
  test('declaration, commands, jumps, gotos and -E follow; other tables and words do not', () => {
    const before = [
      '*nat',
      ':web - [0:0]',
      '-A PREROUTING -j web',
      'COMMIT',
      '*filter',
      ':web - [0:0]',
      '# web',
      '-A INPUT -j w$0eb -m comment --comment web',
      '-A INPUT -g web',
      '-A INPUT --jump="web"',
      '-A INPUT "-jweb"',
      '-I web 1 -j RETURN',
      '-6 -A INPUT -j web',
      '-A INPUT --dport 1 -j web',
      '-A INPUT -m set --match-set web src',
      '-E web web2',
      'COMMIT',
    ].join('\r\n');
    expect(renamed(before, 'http')?.split('\r\n')).toEqual([
      '*nat',
      ':web - [0:0]',
      '-A PREROUTING -j web',
      'COMMIT',
      '*filter',
      ':http - [0:0]',
      '# web',
      '-A INPUT -j http -m comment --comment web',
      '-A INPUT -g http',
      '-A INPUT --jump=http',
      '-A INPUT -jhttp',
      '-I http 1 -j RETURN',
      '-6 -A INPUT -j http',
      '-A INPUT --dport 1 -j http',
      '-A INPUT -m set --match-set web src',
      '-E http web2',
      'COMMIT',
    ]);
  });

  test('a chain called like a target gets another name where it is the chain that is meant', () => {
    const text = '*filter\n-A INPUT -j LOG\n:LOG - [0:0]\n-A INPUT -j LO$0G\nCOMMIT\n*raw\n-A OUTPUT -j LOG\nCOMMIT\n';
    expect(renamed(text, 'logged')).toBe(
      '*filter\n-A INPUT -j LOG\n:logged - [0:0]\n-A INPUT -j logged\nCOMMIT\n*raw\n-A OUTPUT -j LOG\nCOMMIT\n',
    );
  });

  test('a set, in every table of the file', () => {
    const text =
      '*raw\n-A PREROUTING -m set --match-set bad src -j DROP\nCOMMIT\n*filter\n:bad - [0:0]\n-A INPUT -j SET --add-set=b$0ad src\nCOMMIT\n';
    expect(renamed(text, 'evil')).toBe(
      '*raw\n-A PREROUTING -m set --match-set evil src -j DROP\nCOMMIT\n*filter\n:bad - [0:0]\n-A INPUT -j SET --add-set=evil src\nCOMMIT\n',
    );
  });

  test('the same name is no edit', () => {
    const { file, position } = marked('*filter\n:we$0b - [0:0]\nCOMMIT\n');
    expect(renaming(file, position, 'web', true)).toEqual({ edits: [], inComments: [] });
  });
});

describe('comments', () => {
  const TEXT = [
    '# web outside',
    '*filter',
    '# iptables: expect web',
    '# «web», not webs or web-in; (see «web»)',
    ':we$0b - [0:0]',
    '-A INPUT -m comment --comment "to «web» or my_web" -j web',
    '-A INPUT -m comment --comment «web» -j ACCEPT',
    'COMMIT',
    '',
  ].join('\n');

  test('whole words of the table, apart from the edits of what is loaded', () => {
    const { file, position, marks } = marked(TEXT);
    const found = renaming(file, position, 'http', true);
    if (typeof found !== 'object') throw new Error(`No edits: ${found}`);
    expect(found.inComments.map(({ range }) => range)).toEqual(marks);
    expect(found.edits).toHaveLength(2);
  });

  test('left alone where the user is not asked', () => {
    const { file, position } = marked(TEXT);
    expect(renaming(file, position, 'http')).toMatchObject({ inComments: [] });
  });
});

describe('refused', () => {
  const TEXT =
    '*filter\n:we$0b - [0:0]\n:other - [0:0]\n-A INPUT -j web\n-A INPUT -j nowhere\n-A INPUT -j web-6 --bad\nCOMMIT\n';
  const rows: readonly (readonly [name: string, says: string])[] = [
    ['', 'A chain needs a name.'],
    ['a'.repeat(29), `The name of a chain has at most 28 bytes; "${'a'.repeat(29)}" has 29.`],
    ['ü'.repeat(15), `The name of a chain has at most 28 bytes; "${'ü'.repeat(15)}" has 30.`],
    ['a b', 'The name of a chain cannot contain spaces, quotes or backslashes.'],
    ['a"b', 'The name of a chain cannot contain spaces, quotes or backslashes.'],
    ['-web', 'The name of a chain cannot start with "-".'],
    ['INPUT', '"INPUT" is the name of a built-in chain.'],
    ['PREROUTING', '"PREROUTING" is the name of a built-in chain.'],
    ['ACCEPT', '"ACCEPT" is a verdict and cannot be the name of a chain.'],
    ['LOG', '"LOG" is a target; if a chain had its name, rules could not use it any more.'],
    ['DNPT', '"DNPT" is a target; if a chain had its name, rules could not use it any more.'],
    ['TARPIT', '"TARPIT" is a target; if a chain had its name, rules could not use it any more.'],
    ['other', 'The table "filter" already has a chain "other".'],
    ['nowhere', 'Line 5 already uses a chain "nowhere", which would become this one.'],
    ['web-6', 'Line 6 already uses a chain "web-6", which would become this one.'],
  ];
  test.each(rows)('%j', (name, says) => {
    expect(renamed(TEXT, name)).toBe(says);
  });

  test('28 bytes are taken', () => {
    expect(renamed(TEXT, 'ü'.repeat(14))).toContain(`-A INPUT -j ${'ü'.repeat(14)}\n`);
  });

  test('a placeholder of a template, which elsewhere is a name like any other', () => {
    expect(renamed(TEXT, '{{x}}', { template: true })).toMatch(/^A placeholder has no value/);
    expect(renamed(TEXT, '{{x}}')).toContain('-A INPUT -j {{x}}\n');
  });

  test('names of sets', () => {
    const text = '*filter\n-A INPUT -m set --match-set b$0ad src -m set --match-set worse src -j DROP\nCOMMIT\n';
    expect(renamed(text, 'a'.repeat(32))).toMatch(/at most 31 bytes/);
    expect(renamed(text, 'worse')).toBe('Line 2 already uses a set "worse"; the two would become one.');
    expect(renamed(text, 'LOG')).toContain('--match-set LOG src -m set --match-set worse src');
  });
});

describe('what can be renamed', () => {
  test('the word under the cursor', () => {
    const { file, position, marks } = marked('*filter\n:web - [0:0]\n-A INPUT -j «"we$0b"»\nCOMMIT\n');
    expect(renamableAt(file, position)).toEqual({ range: marks[0], name: 'web' });
  });

  const refused: readonly (readonly [text: string, says: string])[] = [
    ['*filter\n-A INP$0UT -j ACCEPT\nCOMMIT\n', '"INPUT" is a built-in chain; its name cannot be changed.'],
    ['*filter\n-A INPUT -j ACC$0EPT\nCOMMIT\n', '"ACCEPT" is a verdict of iptables; its name cannot be changed.'],
    ['*filter\n-A INPUT -j LO$0G\nCOMMIT\n', '"LOG" is a target of iptables; its name cannot be changed.'],
  ];
  test.each(refused)('%j', (text, says) => {
    const { file, position } = marked(text);
    expect(renamableAt(file, position)).toEqual({ refusal: says });
    expect(renaming(file, position, 'other')).toBe(says);
  });

  test('not a chain that another file makes', () => {
    const text = '*filter\n-A INPUT -j ufw-u$0ser-input\nCOMMIT\n';
    const { file, position } = marked(text, { fragment: true });
    expect(renamableAt(file, position)).toMatchObject({ refusal: expect.stringContaining('another file') });
    expect(renamed(text, 'mine')).toContain('-A INPUT -j mine');
  });

  test('not the chain by which another table may have one of the name of a target', () => {
    const text = '*raw\n:LO$0G - [0:0]\nCOMMIT\n*filter\n:web - [0:0]\n-E web LOG\nCOMMIT\n';
    expect(renamed(text, 'logged')).toMatch(/table "filter" also uses a chain "LOG"\. Rename that one first\.$/);
    const other = text.replace('$0', '').replace('-E web LOG', '-E web LO$0G');
    expect(renamed(other, 'logged')).toContain('*raw\n:LOG - [0:0]\nCOMMIT\n*filter\n:web - [0:0]\n-E web logged\n');
  });

  test('nothing where nothing is named', () => {
    const { file, position } = marked('*filter\n-A INPUT -p t$0cp -j ACCEPT\nCOMMIT\n');
    expect(renamableAt(file, position)).toBeUndefined();
    expect(renaming(file, position, 'udp')).toBeUndefined();
  });
});

describe('for any text', () => {
  const errorsOf = (file: RulesFile) => checkFile(file).filter(({ severity }) => severity === 'error');
  const codesOf = (file: RulesFile) => errorsOf(file).map(({ line, code }) => `${line} ${code}`);
  const name = fc.oneof(
    fc.constantFrom(
      'new',
      'late',
      'a-b_c.d',
      'x'.repeat(28),
      'ünï',
      '[x]',
      ':x',
      'COMMIT',
      '*filter',
      'a,b',
      "it's",
      '$x',
    ),
    fc.string({ maxLength: 6 }),
  );

  test('errors stay what they are; where the name is one that no chain should have, a file without any still has none', () => {
    fc.assert(
      fc.property(made.file, made.settings, name, fc.nat(), (text, settings, newName, which) => {
        const file = new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings });
        const places = file.blocks.flatMap((block) =>
          file.lines
            .all()
            .flatMap((_, line) => namesIn(file, block, line).map(({ start }) => ({ line, character: start }))),
        );
        const place = places[which % Math.max(places.length, 1)];
        if (!place) return;
        const found = renaming(file, place, newName, true);
        if (typeof found !== 'object') return;
        const after = new RulesFile(applyEdits(text, [...found.edits, ...found.inComments]), file.settings);
        if (errorsOf(file).length === 0) expect(codesOf(after)).toEqual([]);
        const old = renamableAt(file, place);
        const isFit = old && 'name' in old && /^[a-z]+$/.test(old.name) && old.name !== 'standard';
        if (isFit && !file.taken.any) expect(codesOf(after)).toEqual(codesOf(file));
      }),
      { numRuns: 500 },
    );
  });

  test('nothing is thrown, wherever the cursor is', () => {
    fc.assert(
      fc.property(made.file, made.settings, (text, settings) => {
        const file = new RulesFile(text, { ...DEFAULT_SETTINGS, ...settings });
        for (const place of everyPlace(file)) {
          const found = renamableAt(file, place);
          const isNamed = found !== undefined && !('refusal' in found);
          expect(typeof renaming(file, place, 'some-new-name', true)).toBe(
            found ? (isNamed ? 'object' : 'string') : 'undefined',
          );
        }
      }),
      { numRuns: 20 },
    );
  });
});
