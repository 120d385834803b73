// A rule of a template says what its file says of it: nothing of a placeholder, nor of what hangs on one.

import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const LINES = [
  '-A INPUT -s {{ net }} -j ACCEPT',
  '-A INPUT -p {{ proto }} --dport 22 -j ACCEPT',
  '-A {{ chain }} -j {{ target }}',
  '-A INPUT -p tcp --dport {{ port }} -j DNAT --to {{ to }}',
  '-A INPUT {{ more }} --dprt 22',
  '-A INPUT -s {{ net }} -p tcp --dprt 22',
];

test('a rule has the faults that its line has', () => {
  const file = new RulesFile(['*filter', ...LINES, 'COMMIT', ''].join('\n'), { ...DEFAULT_SETTINGS, template: true });
  for (let line = 1; line <= LINES.length; line++) {
    const entry = file.entry(line);
    const { faults, chain, object, jump } = file.rule(line);
    expect({ kind: 'command', faults, chain, object, jump }, LINES[line - 1]).toEqual({
      kind: entry.kind,
      ...(entry.kind === 'command'
        ? { faults: entry.faults, chain: entry.chain, object: entry.object, jump: entry.jump }
        : {}),
    });
  }
  expect(file.rule(LINES.length).faults).toHaveLength(1);
});

test('a command on a chain that nobody knows is none on all chains', () => {
  const lines = ['*filter', ':mine - [0:0]', '-A INPUT -j ACCEPT', '-F {{ chain }}', '-X {{ chain }}', 'COMMIT', ''];
  const [block] = new RulesFile(lines.join('\n'), { ...DEFAULT_SETTINGS, template: true }).blocks;
  expect(block?.standing.rulesOf('INPUT')).toEqual([2]);
  expect(block?.standing.has('mine')).toBe(true);
});
