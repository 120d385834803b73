// What lint rules find of chains is found anew after an edit that concerns them, however far away it is.

import { expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

/** What is found once a text is put in place of one line, or before it, next to what a fresh read finds. */
function findings(text: string, at: string, put: string, where: 'instead' | 'before' = 'instead') {
  const file = new RulesFile(text);
  allFindingsOf(file);
  const line = text.split('\n').indexOf(at);
  const end = where === 'instead' ? { line, character: at.length } : { line, character: 0 };
  file.edit({ start: { line, character: 0 }, end }, where === 'instead' ? put : `${put}\n`);
  return { edited: allFindingsOf(file), fresh: allFindingsOf(new RulesFile(file.lines.text())) };
}

const LOGS = `*filter
:b - [0:0]
:c - [0:0]
-A INPUT -j b
-A b -m limit --limit 3/min -j c
-A FORWARD -j ACCEPT
-A c -j LOG
COMMIT
`;

test.each([
  ['a rule of another chain', '-A FORWARD -j ACCEPT'],
  ['a comment', '# Here.'],
])('a second jump to a chain takes the place of %s', (_what, line) => {
  const { edited, fresh } = findings(LOGS.replace('-A FORWARD -j ACCEPT', line), line, '-A b -j c');
  expect(fresh.map(({ code }) => code)).toContain('log-without-limit');
  expect(edited).toEqual(fresh);
});

test('a rule that tracks connections comes into another chain', () => {
  const text = '*filter\n:a - [0:0]\n-A INPUT -j a\n-A INPUT -j ACCEPT\n-A a -f -j ACCEPT\nCOMMIT\n';
  const tracking = '-A INPUT -m conntrack --ctstate NEW -j DROP';
  const { edited, fresh } = findings(text, '-A INPUT -j ACCEPT', tracking, 'before');
  expect(fresh.map(({ code }) => code)).toContain('fragment-match-with-conntrack');
  expect(edited).toEqual(fresh);
});

test('a table goes, and a second one of its name is the only one', () => {
  const text = '*nat\n:web - [0:0]\nCOMMIT\n*nat\n:web - [0:0]\nCOMMIT\n';
  const file = new RulesFile(text);
  allFindingsOf(file);
  file.edit({ start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, '');
  expect(allFindingsOf(file)).toEqual(allFindingsOf(new RulesFile(file.lines.text())));
  expect(allFindingsOf(file).map(({ line, code }) => [line, code])).toContainEqual([3, 'unused-chain']);
});
