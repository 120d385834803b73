// A file with more errors than anybody reads: the first ones are worked out, the rest is counted.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { Command } from '../../support/command.ts';

const command = new Command();
beforeAll(() => command.prepare());
afterAll(() => command.end());

const head = '*filter\n:INPUT ACCEPT [0:0]\n';
const TWICE = '-A INPUT -p tcp --dport 70000 --sport 80000 -j ACCEPT\n';
/** Two words that are wrong, and one slip behind both: the comment lacks its quotes. */
const ONE_SLIP = '-A INPUT -m comment --comment to the web -j ACCEPT\n';

function findings(text: string): readonly { code: string; range: { start: { line: number } } }[] {
  command.write({ 'a.v4': text });
  return JSON.parse(command.run(['--format', 'json', 'a.v4']).said).files[0].diagnostics;
}

test('of 2000 lines with errors each error is told, of further ones the first', () => {
  const found = findings(`${head}${TWICE.repeat(2100)}COMMIT\n`);
  const byLine = new Map<number, number>();
  for (const { range } of found) byLine.set(range.start.line, (byLine.get(range.start.line) ?? 0) + 1);
  const counts = [...byLine.values()];
  expect(counts).toHaveLength(2100);
  expect(counts.slice(0, 2000).every((count) => count === 2)).toBe(true);
  expect(counts.slice(2000).every((count) => count === 1)).toBe(true);
});

test('no line with an error is left out, and none without is told', () => {
  const found = findings(`${head}${`${ONE_SLIP}-A INPUT -p tcp --dport 22 -j ACCEPT\n`.repeat(2100)}COMMIT\n`);
  const lines = found.filter(({ code }) => code !== 'redundant-rule').map(({ range }) => range.start.line);
  expect(new Set(lines).size).toBe(2100);
  expect(lines.every((line) => line % 2 === 0)).toBe(true);
});
