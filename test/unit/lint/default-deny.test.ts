// What a default-deny chain must accept counts only where packets get to it.

import { expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const LOOPBACK = '-A INPUT -i lo -j ACCEPT';
const ANSWERS = '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT';

const SSH = '-A INPUT -p tcp --dport 22 -j ACCEPT';

/** Of a file that lets SSH in, since what lets nothing in is shut on purpose. */
function codesOf(...lines: readonly string[]): string[] {
  const text = ['*filter', ':INPUT DROP [0:0]', ':web - [0:0]', SSH, ...lines, 'COMMIT', ''].join('\n');
  return deniedIn(new RulesFile(text));
}

/** Only what a default-deny lacks. */
function deniedIn(file: RulesFile): string[] {
  return allFindingsOf(file).flatMap(({ code }) => (code.startsWith('default-deny') ? [code] : []));
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
    [LOOPBACK, ANSWERS, '-F INPUT', SSH],
    ['default-deny-without-established', 'default-deny-without-loopback'],
  ],
  ['one that -D takes away', [LOOPBACK, ANSWERS, '-D INPUT 2'], ['default-deny-without-loopback']],
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

test.each([
  ['nothing passes', [':OUTPUT ACCEPT [0:0]']],
  ['all that would pass is refused first', ['-A INPUT -j DROP', LOOPBACK, ANSWERS]],
])('nothing is said where %s', (_, lines) => {
  expect(deniedIn(new RulesFile(['*filter', ':INPUT DROP [0:0]', ...lines, 'COMMIT', ''].join('\n')))).toEqual([]);
});

test.each([
  ['a stateless rule that lets replies pass', ['-A FORWARD -i eth0 -o eth1 -j ACCEPT'], []],
  ['a rule the other way only', ['-A FORWARD -i eth0 -o eth1 -m state --state NEW -j ACCEPT'], [2]],
  ['replies that the rule for them takes', ['-A FORWARD -m state --state ESTABLISHED -j ACCEPT'], []],
])('FORWARD with %s', (_, lines, expected) => {
  const head = ['*filter', ':INPUT ACCEPT [0:0]', ':FORWARD DROP [0:0]', '-A FORWARD -i eth1 -o eth0 -j ACCEPT'];
  const found = allFindingsOf(new RulesFile([...head, ...lines, 'COMMIT', ''].join('\n')));
  expect(found.flatMap(({ code, line }) => (code === 'default-deny-without-established' ? [line] : []))).toEqual(
    expected,
  );
});

test('is found anew where an edit gives lines elsewhere back to the loaders', () => {
  const file = new RulesFile(
    `*filter\n:INPUT DROP [0:0]\n:standard - [0:0]\n${SSH}\n${LOOPBACK}\n${ANSWERS}\nCOMMIT\n`,
  );
  // A rule above keeps the chain from taking the name that stands behind every jump.
  file.edit({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '-A INPUT -j web\n');
  expect(allFindingsOf(file)).toEqual(allFindingsOf(new RulesFile(file.lines.text())));
});
