// What the kernel minds of a rule that -F takes away again: legacy never gives it that rule.

import { expect, test } from 'vitest';
import { errorsOf } from '../../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, type FileSettings, RulesFile } from '../../../server/src/ruleset/rules-file.ts';

type Loader = Pick<FileSettings, 'backend' | 'version'>;

const errors = (rule: string, flush: string, loader: Loader) =>
  errorsOf(new RulesFile(`*filter\n-A INPUT ${rule}\n${flush}COMMIT\n`, { ...DEFAULT_SETTINGS, ...loader })).map(
    ({ code }) => code,
  );

const LEGACY: Loader = { backend: 'legacy', version: '1.8.11' };
const NFT: Loader = { backend: 'nft', version: '1.8.11' };

test.each([
  ['-j ULOG', 'removed-from-linux'],
  ['-p udp -j TCPMSS --set-mss 1400', 'needs-protocol'],
  ['-p udp -j REJECT --reject-with tcp-reset', 'bad-use'],
  ['-p udp -m ecn --ecn-tcp-cwr', 'needs-protocol'],
])('%s', (rule, code) => {
  expect(errors(rule, '', LEGACY)).toContain(code);
  expect(errors(rule, '-F\n', LEGACY)).toEqual([]);
  expect(errors(rule, '-F INPUT\n', LEGACY)).toEqual([]);
  expect(errors(rule, '-F INPUT\n', NFT)).toEqual([]);
  expect(errors(rule, '-F\n', NFT)).toContain(code);
  expect(errors(rule, '-F FORWARD\n', LEGACY)).toContain(code);
});

test('what the tools mind themselves stays an error', () => {
  expect(errors('-m multiport --ports 5', '-F\n', LEGACY)).toEqual(['needs-protocol']);
  expect(errors('-m tcp --dport 5', '-F INPUT\n', NFT)).toEqual(['needs-protocol']);
  expect(errors('-j ULOG', '-F\n', { ...LEGACY, version: '1.8.7' })).toEqual(['removed-from-linux']);
});

test('a flush above the rule takes nothing away', () => {
  const file = new RulesFile('*filter\n-F\n-A INPUT -j ULOG\nCOMMIT\n', { ...DEFAULT_SETTINGS, ...LEGACY });
  expect(errorsOf(file).map(({ line }) => line)).toEqual([2]);
});
