// A file with very many errors is checked in a bounded time, and nothing is said of its packets.

import { expect, test } from 'vitest';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';

const DEAD = ':INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n-A FORWARD -j DROP\n-A FORWARD -s 192.0.2.1 -j ACCEPT\n';
const bad = (count: number) => Array.from({ length: count }, (_, i) => `-A INPUT -j nowhere${i}\n`).join('');
const SOUGHT: ReadonlySet<string> = new Set(['unknown-target', 'unreachable-rule']);
const codes = (file: RulesFile) => new Set(allFindingsOf(file).flatMap(({ code }) => (SOUGHT.has(code) ? code : [])));

test('packets are spoken of again once most of the errors are gone', () => {
  const file = new RulesFile(`*filter\n${DEAD}${bad(600)}COMMIT\n`);
  expect(codes(file)).toEqual(new Set(['unknown-target']));
  file.edit({ start: { line: 5, character: 0 }, end: { line: 205, character: 0 } }, '');
  expect(codes(file)).toEqual(new Set(['unknown-target', 'unreachable-rule']));
  file.edit({ start: { line: 5, character: 0 }, end: { line: 5, character: 0 } }, bad(200));
  expect(codes(file)).toEqual(new Set(['unknown-target']));
});

test('twenty thousand wrong names take seconds, not minutes', { timeout: 300_000 }, () => {
  const from = performance.now();
  expect(allFindingsOf(new RulesFile(`*filter\n:INPUT DROP [0:0]\n${bad(20_000)}COMMIT\n`))).toHaveLength(20_000);
  expect(performance.now() - from).toBeLessThan(30_000);
});
