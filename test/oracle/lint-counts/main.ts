// Counts what each lint rule finds in the real files and keeps the numbers; or shows some of it, to be judged.
// Run: npm run rules:count [-- --show RULE] [--some 10]

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { oracleIsThere } from '../cases.ts';
import { countsOf, foundByRule, type Told } from './count.ts';
import { COUNTS } from './kept.ts';

/** Some of them, from all over. */
function sample(found: readonly Told[], some: number): readonly Told[] {
  const step = Math.max(1, found.length / some);
  return Array.from({ length: Math.min(some, found.length) }, (_, at) => found[Math.floor(at * step)] ?? []).flat();
}

/** Exits with 1 where there is nothing to count. */
export default function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: { show: { type: 'string', multiple: true }, some: { type: 'string', default: '10' } },
  });
  if (!oracleIsThere()) {
    console.error('The real files are not beside the project: the counts stay as they are.');
    return 1;
  }
  const found = foundByRule();
  for (const name of values.show ?? [])
    for (const { file, line, text, message } of sample(found.rules.get(name) ?? [], Number(values.some)))
      console.log(`${name} ${file}:${line}\n    ${text}\n    ${message}`);
  if (values.show) return 0;
  writeFileSync(COUNTS, `${JSON.stringify(countsOf(found), undefined, 2)}\n`);
  console.log('Counted. Run `npm run generate` to have the numbers in docs/rules/README.md.');
  return 0;
}
