// Which rules are unreachable, against exact lists for real files and made-up rulesets, where they lie beside the project.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allFindingsOf } from '../../server/src/lint/lint-file.ts';
import { DEFAULT_SETTINGS, RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { LineArray } from '../../server/src/syntax/lines.ts';
import type { Family } from '../../server/src/vocabulary/schema.ts';

const ORACLE = join(import.meta.dirname, '..', '..', '..', 'shared', 'oracle');
const LISTS = ['real', 'synthetic'] as const;
const there = existsSync(join(ORACLE, 'dead', 'real.jsonl'));
if (!there) console.log('Dead rules: the exact lists are not beside the project; 2 tests are skipped.');

/** Lines are counted from 1. Those of `dead` are demanded, the others may be told. */
interface Listed {
  readonly id?: string;
  readonly file?: string;
  readonly text?: string;
  readonly family: Family;
  readonly dead: readonly (number | { readonly line: number; readonly kind?: string })[];
  readonly callers?: readonly number[];
  readonly chain?: readonly number[];
  readonly maybe?: readonly number[];
  readonly never?: readonly number[];
}

function textOf({ text, file }: Listed): string {
  return text ?? readFileSync(join(ORACLE, 'real', file ?? ''), 'utf8');
}

function unreachableIn(text: string, family: Family): ReadonlySet<number> {
  const file = new RulesFile(new LineArray(text, 'loader'), { ...DEFAULT_SETTINGS, family });
  return new Set(allFindingsOf(file).flatMap(({ code, line }) => (code === 'unreachable-rule' ? [line + 1] : [])));
}

describe.skipIf(!there)('unreachable-rule', () => {
  test.each(LISTS)('finds the dead rules of the list "%s" and no others', { timeout: 300_000 }, (list) => {
    const rows = readFileSync(join(ORACLE, 'dead', `${list}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    const wrong = rows.flatMap((row) => {
      const listed: Listed = JSON.parse(row);
      const found = unreachableIn(textOf(listed), listed.family);
      const demanded = listed.dead.flatMap((one) =>
        typeof one === 'number' ? [one] : one.kind === undefined || one.kind === 'covered' ? [one.line] : [],
      );
      const { callers = [], chain = [], maybe = [], never = [] } = listed;
      const others = listed.dead.flatMap((one) => (typeof one === 'number' ? [] : [one.line]));
      const allowed = new Set([...demanded, ...others, ...callers, ...chain, ...maybe, ...never]);
      const name = listed.id ?? listed.file ?? '';
      return [
        ...demanded.filter((line) => !found.has(line)).map((line) => `${name}: line ${line} is missed`),
        ...[...found].filter((line) => !allowed.has(line)).map((line) => `${name}: line ${line} is reached`),
      ];
    });
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(100);
  });
});
