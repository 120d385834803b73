// Every lint rule has a page, and the page's examples show what it says.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allFixesFor, findingsOf } from '../../../server/src/lint/lint-file.ts';
import { LINT_RULES } from '../../../server/src/lint/registry.ts';
import { RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { describeWithIptables, refusalsOf } from '../../support/iptables.ts';

const PAGES = join(import.meta.dirname, '..', '..', '..', 'docs', 'rules');

/** The example under a heading of a rule's page. */
function example(rule: string, heading: 'Bad' | 'Good'): string {
  const page = readFileSync(join(PAGES, `${rule}.md`), 'utf8');
  const found = new RegExp(`## ${heading}\\n\\n\`\`\`iptables\\n([^]*?)\`\`\``).exec(page)?.[1];
  if (found === undefined) throw new Error(`${rule}.md has no example under "${heading}".`);
  return found;
}

function codesOf(text: string): string[] {
  return findingsOf(new RulesFile(text)).map(({ code }) => code);
}

const NAMES = LINT_RULES.map(({ name }) => name);

test('every rule has a page, and every page a rule', () => {
  for (const name of NAMES) expect(existsSync(join(PAGES, `${name}.md`)), name).toBe(true);
  expect(readdirSync(PAGES).sort()).toEqual(['README.md', ...NAMES.map((name) => `${name}.md`)].sort());
});

describe.each(NAMES)('%s', (name) => {
  test('finds its bad example and nothing else there', () => {
    expect([...new Set(codesOf(example(name, 'Bad')))]).toEqual([name]);
  });

  test('says nothing of its good example', () => {
    expect(codesOf(example(name, 'Good'))).toEqual([]);
  });

  test('mends the bad example, where it has a fix', () => {
    const rule = LINT_RULES.find((one) => one.name === name);
    const file = new RulesFile(example(name, 'Bad'));
    for (let finding = findingsOf(file)[0]; rule?.fix && finding; finding = findingsOf(file)[0]) {
      const [fix] = allFixesFor(file, finding);
      expect(fix, finding.message).toBeDefined();
      const fromBelow = [...(fix?.edits ?? [])].sort((a, b) => b.range.start.line - a.range.start.line);
      for (const { range, text } of fromBelow) file.edit(range, text);
    }
    if (rule?.fix) expect(codesOf(file.lines.text())).toEqual([]);
  });
});

describeWithIptables(describe, 'the examples of the pages', () => {
  test.each(NAMES)('load: %s', (name) => {
    for (const heading of ['Bad', 'Good'] as const) expect(refusalsOf(example(name, heading), 4)).toEqual([]);
  });
});
