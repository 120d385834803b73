// The lens over a chain counts its rules and those that jump to it, and tells the hooks behind them.

import { expect, test } from 'vitest';
import {
  codeLensSteps,
  LOCKED_OUT,
  lensData,
  resolveLens,
  SHOW_REFERENCES,
} from '../../../server/src/features/code-lens.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';

const URI = 'file:///etc/iptables/rules.v4';

function lenses(text: string, commands: readonly string[] = []) {
  const file = new RulesFile(text);
  return complete(codeLensSteps(file, URI, new Set(commands))).map((lens) => {
    const of = lensData(lens.data);
    if (!of) throw new Error('A lens about nothing.');
    return resolveLens(file, lens, of, new Set(commands));
  });
}

const TEXT = `*filter
:INPUT DROP [0:0]
:FORWARD ACCEPT [0:0]
:web - [0:0]
:old - [0:0]
-A INPUT -j web
-A FORWARD -g web
-A INPUT -p tcp --dport 22 -j ACCEPT
-A web -j ACCEPT
-N late
COMMIT
`;

test('over each line that makes a chain', () => {
  expect(lenses(TEXT).map(({ range, command }) => [range.start.line, command?.title])).toEqual([
    [1, 'policy DROP · 2 rules'],
    [2, 'policy ACCEPT · 1 rule'],
    [3, '1 rule · 2 references · reached from INPUT, FORWARD'],
    [4, '0 rules · 0 references · not reached'],
    [9, '0 rules · 0 references · not reached'],
  ]);
});

test('shows the references where the client can', () => {
  const [, , web] = lenses(TEXT, [SHOW_REFERENCES]);
  expect(web?.command?.command).toBe(SHOW_REFERENCES);
  expect(web?.command?.arguments).toEqual([
    URI,
    { line: 3, character: 0 },
    [
      { uri: URI, range: { start: { line: 5, character: 12 }, end: { line: 5, character: 15 } } },
      { uri: URI, range: { start: { line: 6, character: 14 }, end: { line: 6, character: 17 } } },
    ],
  ]);
});

test('asks whether one is locked out where INPUT drops what no rule accepts, and the client can tell', () => {
  const asking = (text: string, commands: readonly string[]) =>
    complete(codeLensSteps(new RulesFile(text), URI, new Set(commands))).filter(({ command }) => command !== undefined);
  const command = { title: 'Am I locked out?', command: LOCKED_OUT, arguments: [{ uri: URI }] };
  expect(asking(TEXT, [LOCKED_OUT])).toEqual([
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 17 } }, command },
  ]);
  expect(asking(TEXT, [])).toEqual([]);
  expect(asking(TEXT.replace('INPUT DROP', 'INPUT ACCEPT'), [LOCKED_OUT])).toEqual([]);
  expect(asking(TEXT.replace('*filter', '*mangle'), [LOCKED_OUT])).toEqual([]);
});

test('says nothing of a chain that is gone', () => {
  const [lens] = complete(codeLensSteps(new RulesFile(TEXT), URI, new Set())).slice(3);
  const gone = new RulesFile('*filter\n\n\n\n\nCOMMIT\n');
  if (!lens) throw new Error('no lens');
  expect(resolveLens(gone, lens, { uri: URI, name: 'old' }, new Set()).command).toEqual({ title: '', command: '' });
});
