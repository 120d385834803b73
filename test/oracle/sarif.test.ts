// What iptables-lint says of the real files, as a summary that is in the repository: no change of it goes unnoticed.
// To record it anew: RECORD_SARIF=1 npx vitest run test/oracle/sarif.test.ts

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Command } from '../support/command.ts';
import { sarifFaults } from '../support/sarif.ts';
import { oracleIsThere, realFiles } from './cases.ts';

const RECORD = join(import.meta.dirname, 'sarif-summary.json');

const there = oracleIsThere();
if (!there) console.log('The summary of SARIF: the real files are not beside the project; 2 tests are skipped.');

interface FoundResult {
  readonly ruleId: string;
  readonly level: string;
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }[];
}

interface Summary {
  readonly files: number;
  readonly results: number;
  readonly levels: Readonly<Record<string, number>>;
  /** By rule how many results there are, and a hash of their places. */
  readonly rules: Readonly<Record<string, string>>;
}

function summaryOf(files: number, results: readonly FoundResult[]): Summary {
  const levels: Record<string, number> = { error: 0, warning: 0, note: 0 };
  const places = new Map<string, string[]>();
  for (const { ruleId, level, locations } of results) {
    levels[level] = (levels[level] ?? 0) + 1;
    const { artifactLocation, region } = locations[0]?.physicalLocation ?? {};
    const place = `${artifactLocation?.uri.split('/').at(-1)}:${region?.startLine}:${region?.startColumn}`;
    places.set(ruleId, [...(places.get(ruleId) ?? []), place]);
  }
  const rules = [...places].map(([rule, all]) => {
    const hash = createHash('sha256').update(all.sort().join('\n')).digest('hex').slice(0, 12);
    return [rule, `${all.length} ${hash}`] as const;
  });
  return {
    files,
    results: results.length,
    levels,
    rules: Object.fromEntries(rules.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

describe.skipIf(!there)('the real files as SARIF', () => {
  const command = new Command();
  let log: { readonly runs: readonly { readonly results: readonly FoundResult[] }[] };
  let files: ReturnType<typeof realFiles> = [];

  beforeAll(async () => {
    files = realFiles();
    await command.prepare();
    const { said, complained } = command.run(['--format', 'sarif', '--no-config', ...files.map(({ path }) => path)]);
    expect(complained).toBe('');
    log = JSON.parse(said);
  }, 60_000);
  afterAll(() => command.end());

  test('valid by the schema', () => {
    expect(sarifFaults(log)).toEqual([]);
  });

  test('the same as was recorded', () => {
    const summary = summaryOf(files.length, log.runs[0]?.results ?? []);
    const { RECORD_SARIF = '' } = process.env;
    if (RECORD_SARIF !== '') writeFileSync(RECORD, `${JSON.stringify(summary, null, 2)}\n`);
    expect(summary).toEqual(JSON.parse(readFileSync(RECORD, 'utf8')));
  });
});
