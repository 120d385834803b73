// Every safe fix of a file at once, as editors ask for on save.

import type { TextEdit } from 'vscode-languageserver-types';
import { safeFixesOf } from '../check/fixes/safe.ts';
import { RulesFile } from '../ruleset/rules-file.ts';

/** One fix may uncover another mistake; files that need more rounds than this are beyond repair. */
const MOST_ROUNDS = 20;

/** The edit that mends what can be mended without changing what the rules say; none where nothing can. */
export function fixAllOf(file: RulesFile): TextEdit[] {
  const before = file.lines.text();
  const copy = new RulesFile(before, file.settings);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = safeFixesOf(copy).flatMap((fix) => fix.edits);
    if (edits.length === 0) break;
    const fromBelow = edits.sort(
      (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
    );
    for (const { range, text } of fromBelow) copy.edit(range, text);
  }
  const after = copy.lines.text();
  return before === after ? [] : [difference(file, before, after)];
}

/** The smallest single edit that turns one text into the other. */
function difference(file: RulesFile, before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  // No position stands between CR and LF.
  if (before[start - 1] === '\r') start--;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (end > 0 && before[before.length - 1 - end] === '\r' && before[before.length - end] === '\n') end--;
  const range = { start: file.lines.positionAt(start), end: file.lines.positionAt(before.length - end) };
  return { range, newText: after.slice(start, after.length - end) };
}
