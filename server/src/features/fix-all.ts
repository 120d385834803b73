// Every safe fix of a file at once, as editors ask for on save.

import type { TextEdit } from 'vscode-languageserver-types';
import { fixedAllSteps } from '../lint/fixing/fix-all.ts';
import type { RulesFile } from '../ruleset/rules-file.ts';
import { complete, type Steps } from '../ruleset/steps.ts';

/** The edit that mends what can be mended without changing what the rules say; none where nothing can. */
export function fixAllOf(file: RulesFile): TextEdit[] {
  return complete(fixAllSteps(file));
}

/** The same in steps. Nobody waits for the analysis of packets on save, so what needs that stays for the light bulb. */
export function* fixAllSteps(file: RulesFile): Steps<TextEdit[]> {
  const fixed = yield* fixedAllSteps(file, { kind: 'safe', packets: false });
  return fixed ? [difference(file, file.lines.text(), fixed.text)] : [];
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
