// -Z with a rule's number: nft before 1.8.13 breaks down over it, and 1.8.13 does not find that rule again in the same table.

import { expect, test } from 'vitest';
import { errorsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const errors = (commands: readonly string[], settings: Partial<FileSettings>) =>
  errorsOf(
    new RulesFile(
      ['*filter', '-A INPUT -j LOG', '-A INPUT -p tcp', '-A INPUT -p udp', ...commands, 'COMMIT', ''].join('\n'),
      { ...DEFAULT_SETTINGS, ...settings },
    ),
  ).map(({ code, line }) => `${line + 1} ${code}`);

const NEWEST = { backend: 'nft', version: '1.8.13' } as const;

test.each<readonly [string, ...(readonly string[])]>([
  ['-D INPUT -p tcp', '6 no-such-rule'],
  ['-C INPUT -p tcp', '6 no-such-rule'],
  ['-D INPUT 3', '6 no-such-rule'],
  ['-R INPUT 3 -p 5', '6 no-such-rule'],
  ['-I INPUT 4 -p 5', '6 no-such-rule'],
  ['-Z INPUT 3', '6 no-such-rule'],
  ['-D INPUT -p udp'],
  ['-D INPUT 2'],
  ['-I INPUT 3 -p 5'],
])('%s behind it, to nft 1.8.13', (command, ...expected) => {
  expect(errors(['-Z INPUT 2', command], NEWEST)).toEqual(expected);
});

test('a rule that is added behind it, and all behind -F, is found', () => {
  expect(errors(['-Z INPUT 2', '-A INPUT -p tcp', '-D INPUT -p tcp'], NEWEST)).toEqual([]);
  expect(errors(['-Z INPUT 2', '-F INPUT', '-A INPUT -p tcp', '-D INPUT 1'], NEWEST)).toEqual([]);
});

test('legacy finds the rule', () => {
  expect(errors(['-Z INPUT 2', '-D INPUT -p tcp'], { backend: 'legacy' })).toEqual([]);
});
