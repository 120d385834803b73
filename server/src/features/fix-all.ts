// Every safe fix of a file at once, as editors ask for on save.

import type { TextEdit } from 'vscode-languageserver-types';
import type { Edit } from '../check/fix.ts';
import { safeFixes } from '../check/fixes/safe.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { complete, type Steps } from '../ruleset/steps.ts';

/** One fix may uncover another mistake; files that need more rounds than this are beyond repair. */
const MOST_ROUNDS = 20;

/** The edit that mends what can be mended without changing what the rules say; none where nothing can. */
export function fixAllOf(file: RulesFile): TextEdit[] {
  return complete(fixAllSteps(file));
}

/** The same in steps. The longest are the reading of a copy and the checks of it. */
export function* fixAllSteps(file: RulesFile): Steps<TextEdit[]> {
  const hopeless = new Set<string>();
  let edits = yield* safeEdits(file, hopeless);
  if (edits.length === 0) return [];
  const before = file.lines.text();
  const copy = file.copy();
  yield;
  for (let round = 1; edits.length > 0; round++) {
    const fromBelow = edits.sort(
      (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
    );
    for (const { range, text } of fromBelow) {
      copy.edit(range, text);
      yield;
    }
    if (round === MOST_ROUNDS) break;
    edits = yield* safeEdits(copy, hopeless);
  }
  const after = copy.lines.text();
  return before === after ? [] : [difference(file, before, after)];
}

/** `hopeless` has what no round before could mend. */
function* safeEdits(file: RulesFile, hopeless: Set<string>): Steps<Edit[]> {
  const edits: Edit[] = [];
  for (const fix of safeFixes(file, hopeless)) {
    for (const edit of fix?.edits ?? []) edits.push(edit);
    yield;
  }
  return edits;
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
