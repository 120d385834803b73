// How often each lint rule speaks of real files, where they lie beside the project.

import { existsSync, readFileSync } from 'node:fs';
import { allFindingsOf } from '../../../server/src/lint/lint-file.ts';
import { LINT_RULES } from '../../../server/src/lint/registry.ts';
import type { LintRule } from '../../../server/src/lint/rule.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../../server/src/ruleset/rules-file.ts';
import { LineArray } from '../../../server/src/syntax/lines.ts';
import { realFiles } from '../cases.ts';
import type { Count, Counts } from './kept.ts';

/** One finding of a rule. */
export interface Told {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly message: string;
}

/** All that each rule finds in the real files, those included that are off where nobody asks for them. */
export function foundByRule(): { readonly files: number; readonly rules: ReadonlyMap<string, readonly Told[]> } {
  const files = realFiles().filter(({ path }) => existsSync(path));
  const rules = new Map<string, Told[]>(LINT_RULES.map(({ name }: LintRule) => [name, []]));
  for (const { file, path, family } of files) {
    const read = new RulesFile(new LineArray(readFileSync(path, 'utf8'), 'loader'), {
      ...DEFAULT_SETTINGS,
      family,
      grades: {},
    });
    for (const { code, line, message } of allFindingsOf(read))
      rules.get(code)?.push({ file, line: line + 1, text: read.lines.line(line), message });
  }
  return { files: files.length, rules };
}

/** The same in numbers. */
export function countsOf({ files, rules }: ReturnType<typeof foundByRule>): Counts {
  const numbers = [...rules].map(([name, found]): readonly [string, Count] => {
    return [name, { files: new Set(found.map(({ file }) => file)).size, findings: found.length }];
  });
  return { files, rules: Object.fromEntries(numbers.sort(([a], [b]) => (a < b ? -1 : 1))) };
}
