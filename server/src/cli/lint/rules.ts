// The lint rules as a list, and the page about one of them.

import { readFileSync } from 'node:fs';
import { CODES, isCode } from '../../check/codes/index.ts';
import { gradesOf } from '../../lint/grades.ts';
import { FINDING_NAMES } from '../../lint/lint-file.ts';
import { pageOf } from '../../lint/page.ts';
import { LINT_RULES } from '../../lint/registry.ts';
import { nearest } from '../../vocabulary/nearest.ts';
import { complain, print } from '../print.ts';

/** Prints a line for each rule: its name, how grave it is, what it finds; the exit status. */
export function listRules(): number {
  const grades = gradesOf('recommended');
  const width = Math.max(...LINT_RULES.map(({ name }) => name.length));
  const lines = LINT_RULES.map(
    ({ name, severity, finds }) =>
      `${name.padEnd(width)}  ${(grades[name] ?? severity).padEnd(11)}  ${finds.replaceAll('`', '"')}`,
  );
  print(1, `${lines.join('\n')}\n`);
  return 0;
}

/** Prints the page about a rule, or what a code means; the exit status. */
export function explainRule(name: string): number {
  if (isCode(name)) {
    print(1, `# ${name}\n\n${CODES[name].means}\n`);
    return 0;
  }
  if (!LINT_RULES.some((rule) => rule.name === name)) {
    const [near] = nearest(name, FINDING_NAMES);
    const more = near === undefined ? '"--list-rules" has all of them' : `Did you mean "${near}"`;
    complain(`No rule is called "${name}". ${more}${near === undefined ? '.' : '?'}`);
    return 2;
  }
  print(1, pageTextOf(name) ?? `The page is at ${pageOf(name)}\n`);
  return 0;
}

/** Beside the bundle, and from the source in the repository. */
const PLACES = ['./rules/', '../../../../docs/rules/'];

function pageTextOf(name: string): string | undefined {
  for (const place of PLACES) {
    try {
      return readFileSync(new URL(`${place}${name}.md`, import.meta.url), 'utf8');
    } catch {
      // The other place has it, or nobody.
    }
  }
  return undefined;
}
