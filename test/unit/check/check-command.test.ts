// -C of ip6tables-legacy 1.8.9, whose answer hangs on memory that it never filled: no error where it may find the rule.

import { expect, test } from 'vitest';
import { errorsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const errors = (rule: string, settings: Partial<FileSettings>) =>
  errorsOf(
    new RulesFile(`*filter\n-A INPUT -p tcp --dport 22 -j ACCEPT\n-C ${rule}\nCOMMIT\n`, {
      ...DEFAULT_SETTINGS,
      family: 6,
      ...settings,
    }),
  ).map(({ code, line }) => `${line + 1} ${code}`);

const OTHER_PORT = 'INPUT -p tcp --dport 23 -j ACCEPT';

test.each<[string, Partial<FileSettings>]>([
  ['it is chosen', { backend: 'legacy', version: '1.8.9' }],
  ['it is one of all', {}],
])('a rule of another port, %s', (_, settings) => {
  expect(errors(OTHER_PORT, settings)).toEqual([]);
});

test.each<[string, string, Partial<FileSettings>]>([
  ['a rule of another port, legacy 1.8.11', OTHER_PORT, { backend: 'legacy', version: '1.8.11' }],
  ['a rule of another port, nft 1.8.9', OTHER_PORT, { backend: 'nft', version: '1.8.9' }],
  ['a rule of another port, IPv4', OTHER_PORT, { backend: 'legacy', version: '1.8.9', family: 4 }],
  ['a rule of another protocol', 'INPUT -p udp --dport 22 -j ACCEPT', { backend: 'legacy', version: '1.8.9' }],
  ['a rule with another target', 'INPUT -p tcp --dport 22 -j DROP', {}],
  ['a rule of a chain without any', 'OUTPUT -p tcp --dport 22 -j ACCEPT', {}],
])('%s', (_, rule, settings) => {
  expect(errors(rule, settings)).toEqual(['3 no-such-rule']);
});
