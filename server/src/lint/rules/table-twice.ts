// A table that stands in the file twice: the second block wipes the first.

import { lintRule } from '../rule.ts';

export const tableTwice = lintRule({
  name: 'table-twice',
  severity: 'warning',
  category: 'loading',
  finds: 'A table that is in the file twice; the second block replaces the first.',
  looksAt: 'file',
  check({ tables }, report) {
    const seen = new Map<string, number>();
    for (const { table, header, firstLine } of tables.map(({ block }) => block)) {
      if (!table || !header.name) continue;
      const first = seen.get(table);
      if (first === undefined) seen.set(table, firstLine);
      else {
        report({
          message: `The table "${table}" is already on line ${first + 1}. Loading this block removes everything that the first one loaded. Merge the two.`,
          line: firstLine,
          start: header.name.start,
          end: header.name.end,
        });
      }
    }
  },
});
