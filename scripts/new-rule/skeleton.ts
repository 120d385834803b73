// Owns what a new lint rule begins with: a file that compiles and finds something, and a page with all of its parts.

/** What a rule may look at, as `looksAt` of server/src/lint/rule.ts has it; directives alone have their rules already. */
export const KINDS = ['rule', 'chain', 'table', 'file', 'packets'] as const;
export type Kind = (typeof KINDS)[number];

interface Skeleton {
  readonly imports: readonly string[];
  /** What stands behind `looksAt`. */
  readonly check: readonly string[];
}

const MESSAGE = "message: 'What is wrong, what happens, and what to do.'";

const SKELETONS: Readonly<Record<Kind, Skeleton>> = {
  rule: {
    imports: [],
    check: [
      '// Rules without any of these are not read.',
      "options: ['--dport'],",
      'check(rule, { line }, report) {',
      '  for (const { name, start, end } of rule.options) {',
      "    if (name !== '--dport') continue;",
      `    report({ ${MESSAGE}, line, start, end });`,
      '  }',
      '},',
    ],
  },
  chain: {
    imports: ["import { countsOnly } from '../fact.ts';"],
    check: [
      'check(chain, report) {',
      '  for (const line of chain.all(countsOnly)) {',
      '    const rule = chain.rule(line);',
      `    report({ ${MESSAGE}, line, ...rule.columns(rule.commandWord) });`,
      '  }',
      '},',
    ],
  },
  table: {
    imports: [],
    check: [
      'check(table, report) {',
      '  for (const { line } of table.commands) {',
      `    report({ ${MESSAGE}, ...table.commandPlace(line) });`,
      '  }',
      '},',
    ],
  },
  file: {
    imports: [],
    check: [
      'check(file, report) {',
      '  for (const table of file.tables) {',
      `    report({ ${MESSAGE}, ...table.headerPlace });`,
      '  }',
      '},',
    ],
  },
  packets: {
    imports: [],
    check: [
      "fates: ['covered'],",
      'checkRule({ table, step }, report) {',
      `  report({ ${MESSAGE}, ...table.placeOf(step.line) });`,
      '},',
    ],
  },
};

/** The file of a rule. */
export function ruleOf(name: string, kind: Kind): string {
  const { imports, check } = SKELETONS[kind];
  return [
    '// What the rule finds, in one line.',
    '',
    ...imports,
    "import { lintRule } from '../rule.ts';",
    '',
    `export const ${camel(name)} = lintRule({`,
    `  name: '${name}',`,
    "  severity: 'warning',",
    "  category: 'packets',",
    "  finds: 'What the rule finds, as one sentence for the index.',",
    `  looksAt: '${kind}',`,
    ...check.map((line) => `  ${line}`),
    '});',
    '',
  ].join('\n');
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const EXAMPLE = ['```iptables', '*filter', ':INPUT ACCEPT [0:0]', 'COMMIT', '```'];

/** The parts of a page, in their order; the examples load, and the finding is in the first and not in the second. */
const PARTS: readonly (readonly [heading: string, lines: readonly string[]])[] = [
  ['Bad', EXAMPLE],
  ['Good', EXAMPLE],
  ['When not to use it', ['Where it is meant.']],
];

export const HEADINGS: readonly string[] = PARTS.map(([heading]) => heading);

/** The page of a rule. */
export function pageOf(name: string): string {
  const parts = PARTS.flatMap(([heading, lines]) => ['', `## ${heading}`, '', ...lines]);
  return [`# ${name}`, '', 'What the rule finds.', '', '**Why.** What it costs whom.', ...parts, ''].join('\n');
}
