// Semantic tokens: each word told for what it is, the same wherever it stands, and a difference that gives the whole.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-types';
import { LEGEND, tokenDeltaSteps, tokenSteps, tokensIn } from '../../../server/src/features/semantic-tokens.ts';
import { LineShape } from '../../../server/src/features/tokens/line-shape.ts';
import { textOf } from '../../../server/src/features/tokens/token-list.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { complete } from '../../../server/src/ruleset/steps.ts';
import { splitWords } from '../../../server/src/syntax/words.ts';
import { edits, file, settings } from '../../support/edited-files.ts';

/** `text type.modifiers` of each token. */
function told(rules: RulesFile, data: readonly number[]): string[] {
  const found: string[] = [];
  let line = 0;
  let start = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    line += down;
    start = down === 0 ? start + right : right;
    const names = LEGEND.tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    const text = rules.lines.line(line).slice(start, start + length);
    found.push([text, [LEGEND.tokenTypes[type], ...names].join('.')].join(' '));
  }
  return found;
}

const all = (rules: RulesFile) => complete(tokenSteps(rules));

function ofLines(...lines: readonly string[]): string[] {
  const rules = new RulesFile(`${lines.join('\n')}\n`);
  return told(rules, all(rules).data);
}

test('tell tables, chains, options, matches, targets, verdicts and values apart', () => {
  expect(
    ofLines(
      '# my rules',
      '*filter',
      ':INPUT DROP [0:0]',
      ':LOGDROP - [0:0]',
      '[1:2] -A INPUT ! -i lo -s 10.0.0.0/8 -p tcp -m tcp --dport 22 -m comment --comment "a b" -j LOGDROP',
      '-A LOGDROP -m conntrack --ctstate NEW -j LOG --log-prefix x',
      '-A LOGDROP --dport=70 -j DROP',
      'COMMIT',
    ),
  ).toEqual([
    '# my rules comment',
    'filter namespace.declaration',
    'INPUT function.declaration.defaultLibrary',
    'DROP enumMember',
    '[0:0] number',
    'LOGDROP function.declaration',
    '[0:0] number',
    '[1:2] number',
    '-A keyword',
    'INPUT function.defaultLibrary',
    '! operator',
    '-i parameter',
    'lo variable',
    '-s parameter',
    '10.0.0.0/8 macro',
    '-p parameter',
    'tcp type',
    '-m parameter',
    'tcp type',
    '--dport parameter',
    '22 number',
    '-m parameter',
    'comment type',
    '--comment parameter',
    '"a b" string',
    '-j parameter',
    'LOGDROP function',
    '-A keyword',
    'LOGDROP function',
    '-m parameter',
    'conntrack type',
    '--ctstate parameter',
    'NEW enumMember',
    '-j parameter',
    'LOG class',
    '--log-prefix parameter',
    'x string',
    '-A keyword',
    'LOGDROP function',
    '-j parameter',
    'DROP enumMember',
    'COMMIT keyword',
  ]);
});

test('tell a jump to a chain and a target apart by what the file declares', () => {
  expect(ofLines('*filter', ':services - [0:0]', '-A INPUT -j services', 'COMMIT')).toContain('services function');
  expect(ofLines('*filter', ':LOG - [0:0]', '-A INPUT -j LOG', 'COMMIT').at(-2)).toBe('LOG function');
});

test('of words in quotes are the same', () => {
  expect(ofLines('*filter', '"-A" "INPUT" "!" "-i" "lo"', 'COMMIT').slice(1, -1)).toEqual([
    '"-A" keyword',
    '"INPUT" function.defaultLibrary',
    '"!" operator',
    '"-i" parameter',
    '"lo" variable',
  ]);
});

test('come to the same numbers where they are written in JSON at once', () => {
  const long = `*filter\n# ${'x'.repeat(12345)}\n${'-A INPUT -p tcp --dport 22 -j ACCEPT\n\n'.repeat(2000)}COMMIT\n`;
  for (const text of ['', '\n\n', '*filter\n', long]) {
    const rules = new RulesFile(text);
    const { data } = complete(tokenSteps(rules, true));
    const written = Buffer.concat(textOf(data) ?? []).toString();
    expect(data).toEqual([]);
    expect(JSON.parse(`[${written}]`)).toEqual(all(rules).data);
  }
});

const character = fc.constantFrom(...' \t"\\-!jmx');

test('the words of a shape are those of the line', () => {
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 30 }), fc.nat(5), (line, from) => {
      const words = splitWords(line, from);
      const shape = new LineShape().read(line, from);
      expect(shape.start.slice(0, shape.count)).toEqual(words.start.slice(0, words.count));
      expect(shape.end.slice(0, shape.count)).toEqual(words.end.slice(0, words.count));
    }),
    { numRuns: 3000 },
  );
});

test('of some lines are those of the whole', () => {
  const rules = new RulesFile('*nat\n# x\n-A PREROUTING -j web\n\n*filter\n-A INPUT -j web\nCOMMIT\n');
  const range = { start: { line: 4, character: 3 }, end: { line: 99, character: 0 } };
  expect(told(rules, tokensIn(rules, range).data)).toEqual(told(rules, all(rules).data).slice(-6));
});

function applied(before: readonly number[], answer: SemanticTokens | SemanticTokensDelta): readonly number[] {
  if ('data' in answer) return answer.data;
  const data = [...before];
  for (const { start, deleteCount, data: fresh = [] } of answer.edits) data.splice(start, deleteCount, ...fresh);
  return data;
}

test('the difference after edits gives the tokens of the text read anew', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(file, edits, settings, (start, changes, wanted) => {
      const rules = new RulesFile(start, { ...DEFAULT_SETTINGS, ...wanted });
      let { data, resultId = '' }: { data: readonly number[]; resultId?: string } = all(rules);
      for (const [i, change] of changes.entries()) {
        const { range, insert } = change(rules);
        rules.edit(range, insert);
        // Now and then several edits come before the client asks.
        if (i % 3 === 1) continue;
        const answer = complete(tokenDeltaSteps(rules, resultId));
        data = applied(data, answer);
        resultId = answer.resultId ?? '';
        expect(data).toEqual(all(new RulesFile(rules.lines.text(), rules.settings)).data);
      }
    }),
    { numRuns: 600 },
  );
});
