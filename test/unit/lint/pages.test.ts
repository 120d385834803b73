// Every lint rule has a page, and the page's examples show what it says.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HEADINGS } from '../../../scripts/new-rule/skeleton.ts';
import { type Grades, gradesOf } from '../../../server/src/lint/grades.ts';
import { allFindingsOf, allFixesFor } from '../../../server/src/lint/lint-file.ts';
import { LINT_RULES } from '../../../server/src/lint/registry.ts';
import type { LintRule } from '../../../server/src/lint/rule.ts';
import type { KnownHost } from '../../../server/src/ruleset/file-settings.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import type { Family } from '../../../server/src/vocabulary/schema.ts';
import { describeWithIptables, refusalsOf } from '../../support/iptables.ts';
import { wordingFault } from '../../support/wording.ts';

const PAGES = join(import.meta.dirname, '..', '..', '..', 'docs', 'rules');

/** The example under a heading of a rule's page. */
function example(rule: string, heading: 'Bad' | 'Good'): string {
  const page = readFileSync(join(PAGES, `${rule}.md`), 'utf8');
  const found = new RegExp(`## ${heading}\\n\\n\`\`\`iptables\\n([^]*?)\`\`\``).exec(page)?.[1];
  if (found === undefined) throw new Error(`${rule}.md has no example under "${heading}".`);
  return found;
}

/** An example for IPv6 says so in its first line. */
function familyOf(text: string): Family {
  return text.startsWith('# iptables: family=6') ? 6 : 4;
}

/** Rules that are off where nobody asks for them, as somebody has them who does. */
const ASKED_FOR: Grades = Object.fromEntries(
  LINT_RULES.flatMap(({ name, presets, severity }: LintRule) =>
    presets?.recommended === 'off' ? [[name, severity]] : [],
  ),
);

/** An example as a file; `rule`: whose it is. */
function fileOf(text: string, rule?: string): RulesFile {
  const grade = rule === undefined ? undefined : ASKED_FOR[rule];
  const grades = gradesOf('recommended', rule !== undefined && grade ? { [rule]: grade } : {});
  return new RulesFile(text, { ...DEFAULT_SETTINGS, family: familyOf(text), grades });
}

/** The file that stands beside the examples of rules that compare two. */
const TWIN = {
  name: 'rules.v6',
  text: '*filter\n:INPUT DROP [0:0]\n-A INPUT -s 2001:db8::/48 -p tcp --dport 22 -j ACCEPT\nCOMMIT\n',
};

/** The machine of the examples of rules that ask for it. */
const HOSTS: Readonly<Record<string, KnownHost>> = {
  'unknown-interface': { interfaces: ['eth0'] },
  'unknown-set': { sets: { blocked: [] } },
};

/** A page's example as a file, with its twin where the page speaks of one. */
function exampleFile(rule: string, heading: 'Bad' | 'Good'): RulesFile {
  const file = fileOf(example(rule, heading), rule);
  const host = HOSTS[rule];
  if (host) return new RulesFile(file.lines, { ...file.settings, host });
  return rule === 'twin-family-unequal' ? new RulesFile(file.lines, { ...file.settings, twin: TWIN }) : file;
}

function codesIn(file: RulesFile): string[] {
  return allFindingsOf(file).map(({ code }) => code);
}

function codesOf(text: string, rule: string): string[] {
  return codesIn(fileOf(text, rule));
}

/** The text with the first fix of each finding made, one after another. */
function mendedText(text: string, rule: string): string {
  const file = fileOf(text, rule);
  for (let finding = allFindingsOf(file)[0]; finding; finding = allFindingsOf(file)[0]) {
    const before = file.lines.text();
    const [fix] = allFixesFor(file, finding);
    expect(fix, finding.message).toBeDefined();
    const fromBelow = [...(fix?.edits ?? [])].sort((a, b) => b.range.start.line - a.range.start.line);
    for (const { range, text: put } of fromBelow) file.edit(range, put);
    expect(file.lines.text(), finding.message).not.toBe(before);
  }
  return file.lines.text();
}

/** What does not come alone: a chain is unreachable because of another one, of which there is something to say, too. */
const WITH: Readonly<Record<string, readonly string[]>> = {
  'docker-published-port-in-input': ['captured-chains'],
  'docker-user-after-dnat': ['captured-chains'],
  'header-names-other-backend': ['policy-on-user-chain'],
  'interface-never-set': ['match-always'],
  'invalid-suppression': ['bare-flush'],
  'lock-out': ['wrong-protocol-for-port'],
  'unreachable-chain': ['unused-chain'],
};

/** What loaders say to a bad example that only some of them load, or only where the machine has what it names. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'header-names-other-backend': /legacy.* line 4: Bad built-in chain name/,
  'host-name-in-rule': /not found$/,
  'unknown-set': /Set (?:bloked|blocked) doesn't exist|set extension|ipset/i,
};

const NAMES = LINT_RULES.map(({ name }) => name);

test('every rule has a page, and every page a rule', () => {
  for (const name of NAMES) expect(existsSync(join(PAGES, `${name}.md`)), name).toBe(true);
  expect(readdirSync(PAGES).sort()).toEqual(['README.md', ...NAMES.map((name) => `${name}.md`)].sort());
});

test.each(NAMES)('the page of %s has all of its parts', (name) => {
  const page = readFileSync(join(PAGES, `${name}.md`), 'utf8');
  const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);
  expect(headings.filter((heading) => HEADINGS.includes(heading))).toEqual(HEADINGS);
  expect(page).toMatch(/^# [a-z-]+\n\n\S[\s\S]*?\n\n\*\*Why\.\*\* /);
});

describe.each(NAMES)('%s', (name) => {
  test('finds its bad example and nothing else there', () => {
    expect(new Set(codesIn(exampleFile(name, 'Bad')))).toEqual(new Set([name, ...(WITH[name] ?? [])]));
  });

  test('says so in plain words', () => {
    const own = allFindingsOf(exampleFile(name, 'Bad')).filter(({ code }) => code === name);
    expect(own.flatMap(({ message }) => wordingFault(message) ?? [])).toEqual([]);
  });

  test('says nothing of its good example', () => {
    const others = codesIn(exampleFile(name, 'Good')).filter((code) => !WITH[name]?.includes(code));
    expect(others).toEqual([]);
  });

  test('says of its bad example what is so, wherever an edit takes the lines and whatever the policies become', () => {
    const file = exampleFile(name, 'Bad');
    const expectFresh = () =>
      expect(allFindingsOf(file), file.lines.text()).toEqual(
        allFindingsOf(new RulesFile(file.lines.text(), file.settings)),
      );
    expectFresh();
    for (let line = file.lineCount - 1; line >= 0; line--) {
      const start = { line, character: 0 };
      file.edit({ start, end: start }, '# Above it.\n');
      expectFresh();
    }
    for (let line = 0; line < file.lineCount; line++) {
      const [policy, from] = /^:[A-Z]+ (DROP|ACCEPT)/.exec(file.lines.line(line)) ?? [];
      if (policy === undefined || from === undefined) continue;
      const range = { start: { line, character: 0 }, end: { line, character: policy.length } };
      file.edit(range, policy.replace(from, from === 'DROP' ? 'ACCEPT' : 'DROP'));
      expectFresh();
    }
  });

  const rule = LINT_RULES.find((one) => one.name === name);

  if (rule?.fix)
    test('mends its bad example, and nothing is left to say', () => {
      expect(codesOf(mendedText(example(name, 'Bad'), name), name)).toEqual([]);
    });
  else
    test('offers nothing for its bad example, since it has no fix', () => {
      const file = exampleFile(name, 'Bad');
      const own = allFindingsOf(file).filter(({ code }) => code === name);
      const fixes = own.map((finding) => allFixesFor(file, finding));
      expect(fixes.length).toBeGreaterThan(0);
      expect(fixes.flat()).toEqual([]);
    });
});

describeWithIptables(describe, 'the examples of the pages', () => {
  test.each(NAMES)('load: %s', (name) => {
    const bad = example(name, 'Bad');
    const good = example(name, 'Good');
    const refused = refusalsOf(bad, familyOf(bad));
    expect(refused.filter((line) => !REFUSED[name]?.test(line))).toEqual([]);
    expect(refused.length > 0).toBe(name in REFUSED);
    const left = refusalsOf(good, familyOf(good));
    // A good example may name a set that this machine lacks.
    expect(left.filter((line) => !(name === 'unknown-set' && REFUSED[name]?.test(line)))).toEqual([]);
  });

  test.each(LINT_RULES.filter(({ fix }) => fix).map(({ name }) => name))('load once they are mended: %s', (name) => {
    const mended = mendedText(example(name, 'Bad'), name);
    expect(refusalsOf(mended, familyOf(mended))).toEqual([]);
  });
});
