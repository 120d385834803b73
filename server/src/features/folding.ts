// Folding: a table from its header to COMMIT, and comments of several lines.

import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { RulesFile } from '../ruleset/rules-file.ts';

/** Ranges in the order of their first lines within each kind. */
export function foldingRangesOf(file: RulesFile): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  for (const { firstLine, lastLine } of file.blocks) {
    if (lastLine > firstLine) ranges.push({ startLine: firstLine, endLine: lastLine, kind: FoldingRangeKind.Region });
  }
  let first = -1;
  for (let line = 0; line <= file.lineCount; line++) {
    const comment = line < file.lineCount && file.entry(line).kind === 'comment';
    if (comment && first < 0) first = line;
    if (comment || first < 0) continue;
    if (line - 1 > first) ranges.push({ startLine: first, endLine: line - 1, kind: FoldingRangeKind.Comment });
    first = -1;
  }
  return ranges;
}
