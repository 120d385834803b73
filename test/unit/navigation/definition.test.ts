// Where "Go to Definition" leads from each word.

import { describe, expect, test } from 'vitest';
import { definitionSteps } from '../../../server/src/features/definition.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';
import { marked } from './marks.ts';

describe('from the cursor to what is marked', () => {
  const rows: readonly (readonly [what: string, text: string])[] = [
    ['a jump', '*filter\n:«web» - [0:0]\n-A INPUT -j w$0eb\nCOMMIT\n'],
    ['a goto', '*filter\n:«web» - [0:0]\n-A INPUT -g web$0\nCOMMIT\n'],
    ['a joined jump', '*filter\n:«web» - [0:0]\n-A INPUT --jump=w$0eb\nCOMMIT\n'],
    ['a quoted jump', '*filter\n:«web» - [0:0]\n-A INPUT -j "w$0eb"\nCOMMIT\n'],
    ['the chain of a rule', '*filter\n:«web» - [0:0]\n-A $0web -j RETURN\nCOMMIT\n'],
    ['the chain of an insertion', '*filter\n:«web» - [0:0]\n-I we$0b 1 -j RETURN\nCOMMIT\n'],
    ['a deletion', '*filter\n:«web» - [0:0]\n-X we$0b\nCOMMIT\n'],
    ['-N makes it', '*filter\n-N «web»\n-A INPUT -j $0web\nCOMMIT\n'],
    ['its own table, not another', '*nat\n:web - [0:0]\nCOMMIT\n*filter\n:«web» - [0:0]\n-A INPUT -j $0web\nCOMMIT\n'],
    ['a chain that is made further down', '*filter\n-A INPUT -j $0web\n:«web» - [0:0]\nCOMMIT\n'],
    ['the last that made it', '*filter\n:web - [0:0]\n-X web\n-N «web»\n-A INPUT -j $0web\nCOMMIT\n'],
    ['the one before it was deleted', '*filter\n:«web» - [0:0]\n-A web -j $0web\n-X web\n-N web\nCOMMIT\n'],
    ['the first of two lines for one chain', '*filter\n:«web» - [0:0]\n:web - [0:0]\n-A INPUT -j $0web\nCOMMIT\n'],
    ['a new name', '*filter\n:old - [0:0]\n-E old «web»\n-A INPUT -j $0web\nCOMMIT\n'],
    ['an old name', '*filter\n:«old» - [0:0]\n-A INPUT -j o$0ld\n-E old web\nCOMMIT\n'],
    ['a built-in chain', '*filter\n:«INPUT» DROP [0:0]\n-A IN$0PUT -j ACCEPT\nCOMMIT\n'],
    ['a built-in chain of which -P tells', '*filter\n-P «INPUT» DROP\n-A IN$0PUT -j ACCEPT\nCOMMIT\n'],
    ['the definition itself', '*filter\n:«we$0b» - [0:0]\nCOMMIT\n'],
    ['a line that is refused', '*filter\n:«web» - [0:0]\n-A INPUT --dport 22 -j $0web\nCOMMIT\n'],
    ['a line that is half typed', '*filter\n:«web» - [0:0]\n-j $0web\nCOMMIT\n'],
    ['a line of the other family', '*filter\n:«web» - [0:0]\n-6 -A INPUT -j $0web\nCOMMIT\n'],
    ['a chain called like a target', '*filter\n:«LOG» - [0:0]\n-A INPUT -j $0LOG\nCOMMIT\n'],
    [
      'a set: the rules that fill it',
      '*filter\n-A INPUT -m set --match-set b$0ad src -j DROP\n-A INPUT -j SET --add-set «bad» src\nCOMMIT\n' +
        '*raw\n-A PREROUTING -m set --match-set bad src -j DROP\n-A PREROUTING -j SET --del-set «bad» src\nCOMMIT\n',
    ],
    [
      'a set that nothing fills: its other mentions',
      '*filter\n-A INPUT -m set ! --match-set b$0ad src -j DROP\nCOMMIT\n*raw\n-A OUTPUT -m set --match-set «bad» dst\nCOMMIT\n',
    ],
  ];
  test.each(rows)('%s', (_, text) => {
    const { file, position, marks } = marked(text);
    const found = complete(definitionSteps(file, position));
    expect(found?.targets.map(({ name }) => name)).toEqual(marks);
    for (const { line, name } of found?.targets ?? []) {
      expect(line).toEqual({
        start: { line: name.start.line, character: 0 },
        end: { line: name.start.line, character: file.lines.line(name.start.line).length },
      });
    }
  });
});

describe('nowhere', () => {
  const rows: readonly (readonly [what: string, text: string])[] = [
    ['a verdict', '*filter\n-A INPUT -j ACC$0EPT\nCOMMIT\n'],
    ['a target', '*filter\n-A INPUT -j LO$0G\nCOMMIT\n'],
    ['a chain that nothing makes', '*filter\n-A INPUT -j nowh$0ere\nCOMMIT\n'],
    ['a chain of another table', '*nat\n:web - [0:0]\nCOMMIT\n*filter\n-A INPUT -j $0web\nCOMMIT\n'],
    ['behind the end of the reading', '*filter\n:web - [0:0]\n-V\n-A INPUT -j $0web\nCOMMIT\n'],
    ['a line outside of every table', ':web - [0:0]\n-A INPUT -j $0web\n'],
    ['a comment', '*filter\n:web - [0:0]\n# we$0b\nCOMMIT\n'],
    ['an option', '*filter\n:web - [0:0]\n-A INPUT --ju$0mp web\nCOMMIT\n'],
    ['a set that is named once', '*filter\n-A INPUT -m set --match-set b$0ad src -j DROP\nCOMMIT\n'],
  ];
  test.each(rows)('%s', (_, text) => {
    const { file, position } = marked(text);
    expect(complete(definitionSteps(file, position))).toBeUndefined();
  });

  test("a template's placeholder", () => {
    const text = '*filter\n:{{ a }} - [0:0]\n-A INPUT -j {{$0 a }}\nCOMMIT\n';
    const { file, position } = marked(text, { template: true });
    expect(complete(definitionSteps(file, position))).toBeUndefined();
  });
});

test('the word from which one goes is all of the name', () => {
  const { file, position, marks } = marked('*filter\n:web-in - [0:0]\n-A INPUT -j «web-$0in»\nCOMMIT\n');
  expect(complete(definitionSteps(file, position))?.origin).toEqual(marks[0]);
});
