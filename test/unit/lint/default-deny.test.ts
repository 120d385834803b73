// What a default-deny chain must accept counts only where packets get to it.

import { expect, test } from 'vitest';
import { findingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const LOOPBACK = '-A INPUT -i lo -j ACCEPT';
const ANSWERS = '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT';

function codesOf(...lines: readonly string[]): string[] {
  const text = ['*filter', ':INPUT DROP [0:0]', ':web - [0:0]', ...lines, 'COMMIT', ''].join('\n');
  return findingsOf(new RulesFile(text)).map(({ code }) => code);
}

test.each([
  ['both rules', [LOOPBACK, ANSWERS], []],
  [
    'both in a chain that INPUT jumps to',
    ['-A INPUT -j web', LOOPBACK.replace('INPUT', 'web'), ANSWERS.replace('INPUT', 'web')],
    [],
  ],
  ['both inserted', [LOOPBACK.replace('-A', '-I'), ANSWERS.replace('-A', '-I')], []],
  ['a rule that accepts everything', ['-A INPUT -j ACCEPT'], []],
  ['nothing', [], ['default-deny-without-established', 'default-deny-without-loopback']],
  [
    'rules that -F takes away',
    [LOOPBACK, ANSWERS, '-F INPUT'],
    ['default-deny-without-established', 'default-deny-without-loopback'],
  ],
  ['one that -D takes away', [LOOPBACK, ANSWERS, '-D INPUT 1'], ['default-deny-without-loopback']],
  [
    'rules behind a refusal of everything',
    ['-A INPUT -j DROP', LOOPBACK, ANSWERS],
    ['default-deny-without-established', 'default-deny-without-loopback'],
  ],
  ['a refusal that stands last', [LOOPBACK, ANSWERS, '-A INPUT -j REJECT'], []],
  [
    'rules inserted above a refusal',
    ['-A INPUT -j DROP', LOOPBACK.replace('-A', '-I'), ANSWERS.replace('-A', '-I')],
    [],
  ],
  [
    'a jump behind a refusal',
    ['-A INPUT -j DROP', '-A INPUT -j web', '-A web -j ACCEPT'],
    ['default-deny-without-established', 'default-deny-without-loopback'],
  ],
  ['a negated interface', [LOOPBACK.replace('-i', '! -i'), ANSWERS], ['default-deny-without-loopback']],
  ['a state that is cut', [LOOPBACK, ANSWERS.replace('ESTABLISHED', 'ESTAB')], []],
] as const)('%s', (_, lines, expected) => {
  expect(codesOf(...lines).sort()).toEqual(expected);
});

test('is found anew where an edit gives lines elsewhere back to the loaders', () => {
  const file = new RulesFile(`*filter\n:INPUT DROP [0:0]\n:standard - [0:0]\n${LOOPBACK}\n${ANSWERS}\nCOMMIT\n`);
  expect(findingsOf(file).map(({ code }) => code)).toContain('default-deny-without-loopback');
  // A rule above keeps the chain from taking the name that stands behind every jump.
  file.edit({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '-A INPUT -j web\n');
  expect(findingsOf(file)).toEqual(findingsOf(new RulesFile(file.lines.text())));
});
