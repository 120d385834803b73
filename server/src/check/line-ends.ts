// Carriage returns at the end of lines that are no rules: the loader takes them for a part of the last word.

import type { RulesFile } from '../ruleset/rules-file.ts';
import { isBuiltin } from '../ruleset/table-block.ts';
import { Eol } from '../syntax/lines.ts';
import { told } from './codes/index.ts';
import { EVERYONE, LEGACY, type Report } from './finding.ts';

/** A `:` line with a policy for a chain of one's own, of which nft looks at the name alone. */
function isOwnChain(file: RulesFile, line: number): boolean {
  const entry = file.entry(line);
  const block = file.blockAt(line);
  return entry.kind === 'chain' && entry.policy !== undefined && !isBuiltin(block?.table, entry.name?.text ?? '');
}

/** Reports tables, COMMIT, blank lines and chain lines that a CR spoils. Comments and `:X Y [0:0]` bear it. */
export function checkLineEnds(file: RulesFile, report: Report): void {
  if (!file.lines.hasCarriageReturns) return;
  for (const eol of [Eol.crlf, Eol.cr]) {
    for (let line = file.lines.nextWithEol(eol, 0); line >= 0; line = file.lines.nextWithEol(eol, line + 1)) {
      const entry = file.entry(line);
      const { length } = file.lines.line(line);
      if (entry.kind === 'comment' || entry.kind === 'command' || (entry.kind === 'chain' && entry.counters)) continue;
      // Whatever stands behind a table's name is not looked at.
      if (entry.kind === 'table' && entry.name && entry.name.end < length) continue;
      report({
        ...told('carriage-return', ({ says }) => says()),
        line,
        start: 0,
        end: length,
        refusedBy: isOwnChain(file, line) ? LEGACY : EVERYONE,
      });
    }
  }
}
