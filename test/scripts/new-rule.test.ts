// What `npm run new-rule` begins with: each rule finds something from the start, and each page has all of its parts.

import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { HEADINGS, KINDS, type Kind, pageOf, ruleOf } from '../../scripts/new-rule/skeleton.ts';
import { PacketRunner } from '../../server/src/lint/packet-runner.ts';
import type { LintRule } from '../../server/src/lint/rule.ts';
import { Runner } from '../../server/src/lint/runner.ts';
import { RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { complete } from '../../server/src/ruleset/steps.ts';

const NAME = 'no-such-thing';
const FILE = [
  '*filter',
  ':INPUT DROP [0:0]',
  '-A INPUT -p tcp --dport 22 -j ACCEPT',
  '-A INPUT -p udp',
  '-A INPUT -s 192.0.2.1 -p tcp --dport 22 -j DROP',
  '-P OUTPUT DROP',
  'COMMIT',
  '',
].join('\n');

/** Where each of them finds something, one-based. */
const LINES: Readonly<Record<Kind, readonly number[]>> = {
  rule: [3, 5],
  chain: [4],
  table: [6],
  file: [1],
  packets: [5],
};

async function ruleIn(text: string): Promise<LintRule<string>> {
  const resolveDir = join(import.meta.dirname, '..', '..', 'server', 'src', 'lint', 'rules');
  const stdin = { contents: text, resolveDir, loader: 'ts' as const };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false });
  const module = `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`;
  const { noSuchThing } = await import(module);
  return noSuchThing;
}

function linesFound(rule: LintRule<string>): readonly number[] {
  const file = new RulesFile(FILE);
  const packets = new PacketRunner(file, [rule]);
  complete(packets.run());
  return [...new Runner(file, [rule]).findings(), ...packets.known()].map(({ code, line }) => {
    expect(code).toBe(NAME);
    return line + 1;
  });
}

describe.each(KINDS)('a rule that looks at: %s', (kind) => {
  test('finds something', async () => {
    expect(linesFound(await ruleIn(ruleOf(NAME, kind)))).toEqual(LINES[kind]);
  });
});

test('a page has all of its parts', () => {
  expect([...pageOf(NAME).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(HEADINGS);
});
