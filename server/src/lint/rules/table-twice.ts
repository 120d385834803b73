// A table that stands in the file twice: the second block wipes the first.

import type { LintRule } from '../rule.ts';

export const tableTwice: LintRule = {
  name: 'table-twice',
  severity: 'warning',
  check(file, report) {
    const seen = new Map<string, number>();
    for (const { table, header, firstLine } of file.blocks) {
      if (!table || !header.name) continue;
      const first = seen.get(table);
      if (first === undefined) seen.set(table, firstLine);
      else {
        report({
          message: `The table ${table} stands in line ${first + 1} already. Loading this block wipes all that the first one loaded; join the two.`,
          line: firstLine,
          start: header.name.start,
          end: header.name.end,
        });
      }
    }
  },
};
