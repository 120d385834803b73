// What is printed as SARIF is valid by the schema, whatever was found.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Result } from '../../../server/src/cli/formats/format.ts';
import { sarif } from '../../../server/src/cli/formats/sarif.ts';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { sarifFaults } from '../../support/sarif.ts';

const root = join(import.meta.dirname, '..', '..', '..');

interface Log {
  readonly runs: readonly {
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  }[];
}

function logOf(texts: Readonly<Record<string, string>>): Log {
  const output = sarif.output();
  const parts = Object.entries(texts).map(([path, text]) => {
    const file = new RulesFile(text);
    const result: Result = { path, family: 4, findings: allFindingsOf(file), file };
    return output.join?.(sarif.entries(result, { colours: false })) ?? '';
  });
  const end = output.end({ error: 0, warning: 0, information: 0, hint: 0, files: parts.length });
  return JSON.parse([output.start ?? '', ...parts, end].join(''));
}

function textsIn(folder: string, ending: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(ending),
  );
  return Object.fromEntries(names.map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')]));
}

/** All that stands in fences of the pages: what each lint rule finds, and what it does not. */
function examples(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(textsIn('docs/rules', '.md')).flatMap(([name, page]) =>
      [...page.matchAll(/```iptables\n([\s\S]*?)```/g)].map(([, text = ''], at) => [`${name}#${at}`, text]),
    ),
  );
}

function settled(): Readonly<Record<string, string>> {
  const lines = readFileSync(join(root, 'test', 'corpus', 'settled.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean);
  return Object.fromEntries(lines.map((line, at) => [`settled/${at}`, JSON.parse(line).text]));
}

test.each<[string, () => Readonly<Record<string, string>>]>([
  ['the examples of all lint rules', examples],
  ['the settled disagreements', settled],
  ['the files to try', () => ({ ...textsIn('examples', '.v4'), ...textsIn('examples', '.v6') })],
])('valid for %s, and each result leads to its rule', (_, texts) => {
  const log = logOf(texts());
  expect(sarifFaults(log)).toEqual([]);
  const [run] = log.runs;
  expect(run?.results.length).toBeGreaterThan(0);
  for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
});

test('the schema is asked: a log with a fault is refused', () => {
  expect(sarifFaults(logOf({}))).toEqual([]);
  expect(sarifFaults({ version: '2.1.0' })).toEqual([": must have required property 'runs'"]);
  expect(
    sarifFaults({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'x' } }, results: [{ level: 'fatal', message: {} }] }],
    }),
  ).not.toEqual([]);
});
